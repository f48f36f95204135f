package org.metier.examples.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.audit.Anchor;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditFault;
import org.metier.audit.AuditLog;
import org.metier.audit.ModelNotes;
import org.metier.audit.Verification;
import org.metier.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Looks for changes and gaps.
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Find any change or gap in the audit log and in the inputs sealed beside it; exits with 2 when there is one, or when the anchor is too old to tell.")
final class AuditVerifyCommand implements Callable<Integer> {
  @Option(names = "--anchor", paramLabel = "FILE", description = "an anchor that was kept elsewhere: finds an older copy put back as a whole")
  private @Nullable Path anchor;
  @Option(names = "--without-keys", description = "check the chain, the sealed inputs and the anchor alone, as somebody from outside can")
  private boolean isWithoutKeys;
  @Mixin
  private HomeOption home = new HomeOption();
  @Mixin
  private Output output = new Output();

  @Override
  public Integer call() {
    Home opened = home.open();
    AuditCommand.requireLog(opened);
    Anchor kept = anchor == null ? null : Anchor.read(anchor);
    long start = System.nanoTime();
    Verification found = isWithoutKeys
        ? AuditLog.verifyWithoutKeys(opened.auditLog(), kept)
        : AuditCommand.log(opened).verify(kept);
    if (output.isJson()) {
      output.json(found);
    } else {
      print(found, (System.nanoTime() - start) / 1e9);
      if (!isWithoutKeys && found.isWhole()) {
        print(ModelNotes.unrecorded(opened, AuditCommand.log(opened)));
      }
    }
    return found.isWhole() && found.anchor() != Verification.AnchorCheck.TOO_OLD ? 0 : 2;
  }

  private void print(Verification found, double seconds) {
    output.out()
        .printf(Locale.ROOT, "%,d entries, %d to %d, in %d files of %,d bytes; %.1f s%n",
            found.first() == 0 ? 0 : found.last() - found.first() + 1, found.first(),
            found.last(), found.segments(), found.bytes(), seconds);
    for (AuditFault fault : found.faults()) {
      output.out()
          .printf("%s%s, %s: %s%n", fault.kind(),
              fault.entry() == 0 ? "" : " at entry " + fault.entry(), fault.place(),
              fault.message());
    }
    if (found.isWhole()) {
      output.out()
          .println(found.isSealChecked()
              ? "Whole: chain, sealed inputs, seals and head agree"
              : "Chain and sealed inputs are whole; seals and head were not looked at");
    }
    String said = anchor(found.anchor());
    if (!said.isEmpty()) {
      output.out().println(said);
    }
    if (found.recoveries() > 0) {
      output.out()
          .printf("%d times a writer found the log longer than its head, as a crash leaves it%n",
              found.recoveries());
    }
  }

  private static String anchor(Verification.AnchorCheck check) {
    return switch (check) {
      case NOT_GIVEN, DISAGREES -> "";
      case AGREES -> "The log goes on from the anchor";
      case TOO_OLD -> "The anchor tells nothing: the entry that it knows was deleted after its"
          + " time; use a newer one";
      case UNREACHED -> "The anchor was not compared, because of the fault before";
    };
  }

  private void print(List<AuditEvent.ModelChanged> changes) {
    changes.forEach(change -> output.out()
        .printf("In service as %s is %s, and the log knows %s: somebody changed the file by hand;"
            + " record it with: metier audit begin%n", change.part(), model(change.after()),
            model(change.before())));
  }

  private static String model(@Nullable String hash) {
    return hash == null ? "what ships with Metier, or nothing" : "model " + hash;
  }
}
