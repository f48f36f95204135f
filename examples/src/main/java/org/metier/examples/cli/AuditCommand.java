package org.metier.examples.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.audit.Anchor;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditException;
import org.metier.audit.AuditFault;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.audit.ModelNotes;
import org.metier.audit.PurgeReport;
import org.metier.audit.Verification;
import org.metier.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Groups the commands about the audit log.
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Keep, check and replay the log of what was decided.", subcommands = {
  AuditCommand.Begin.class, AuditCommand.Show.class, AuditCommand.Verify.class,
  AuditCommand.Anchoring.class, AuditReplayCommand.class, AuditCommand.Purge.class,
  AuditBenchCommand.class, AuditDrillCommand.class})
final class AuditCommand extends Group {
  /// The log of a home; never begins one by the way.
  static AuditLog log(Home home) {
    if (!AuditLog.exists(home)) {
      throw new AuditException(
          home.folder() + " has no audit log; begin one with: metier audit begin");
    }
    return AuditLog.open(home, Clock.systemUTC());
  }

  /// Begins a log, or sets how it is kept.
  @Command(name = "begin", mixinStandardHelpOptions = true, description = "Begin the audit log of a home, or set how it is kept from now on.")
  static final class Begin implements Callable<Integer> {
    @Option(names = "--retention-months", paramLabel = "N", description = "keep entries so long at least, 6 to 240 (default: as it is, at first 24)")
    private @Nullable Integer retentionMonths;
    @Option(names = "--segment-mb", paramLabel = "N", description = "close a file of so many MB, 1 to 1000 (default: as it is, at first 64)")
    private @Nullable Integer segmentMegabytes;
    @Option(names = "--segment-days", paramLabel = "N", description = "close a file after so many days, 1 to 31 (default: as it is, at first 7)")
    private @Nullable Integer segmentDays;
    @Option(names = "--keys", paramLabel = "FOLDER", description = "keep the keys there, best on another disk with other rights; only before the log is begun (default: keys in the home)")
    private @Nullable Path keys;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Home opened = home.open();
      AuditSettings settings = AuditLog.settings(opened);
      if (retentionMonths != null) {
        settings = settings.withRetentionMonths(retentionMonths);
      }
      settings = settings.withSegments(
          segmentMegabytes == null ? settings.segmentBytes() : megabytes(segmentMegabytes),
          segmentDays == null ? settings.segmentDays() : segmentDays);
      if (keys != null) {
        settings = settings.withKeysFolder(keys.toAbsolutePath().normalize().toString());
      }
      AuditLog.configure(opened, settings);
      AuditLog log = AuditLog.open(opened, Clock.systemUTC());
      List<AuditEvent.ModelChanged> models = ModelNotes.unrecorded(opened, log);
      models.forEach(log::record);
      if (output.isJson()) {
        output.json(settings);
      } else {
        output.out()
            .printf("%s keeps its audit log for %d months; the keys are in %s%n",
                opened.folder(), settings.retentionMonths(), log.keys().folder());
      }
      return 0;
    }

    private static int megabytes(int count) {
      if (count < 1 || count > 1_000) {
        throw new IllegalArgumentException("--segment-mb must be 1 to 1000, was " + count);
      }
      return count * 1_000_000;
    }
  }

  /// Shows what is in the log.
  @Command(name = "show", mixinStandardHelpOptions = true, description = "Count the entries of the log by kind, or print the last ones.")
  static final class Show implements Callable<Integer> {
    @Option(names = "--last", paramLabel = "N", description = "print the last N entries as JSON lines")
    private int last;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Map<String, Integer> kinds = new TreeMap<>();
      List<String> lines = new ArrayList<>();
      log(home.open()).forEach(entry -> {
        kinds.merge(entry.event().getClass().getSimpleName().toLowerCase(Locale.ROOT), 1,
            Integer::sum);
        if (last > 0) {
          lines.add(org.metier.json.Json.write(entry));
          if (lines.size() > last) {
            lines.removeFirst();
          }
        }
      });
      if (last > 0) {
        lines.forEach(output.out()::println);
      } else if (output.isJson()) {
        output.json(kinds);
      } else {
        kinds.forEach((kind, count) -> output.out().printf("%-16s %,10d%n", kind, count));
      }
      return 0;
    }
  }

  /// Looks for changes and gaps.
  @Command(name = "verify", mixinStandardHelpOptions = true, description = "Find any change or gap in the audit log; exits with 2 when there is one.")
  static final class Verify implements Callable<Integer> {
    @Option(names = "--anchor", paramLabel = "FILE", description = "an anchor that was kept elsewhere: finds an older copy put back as a whole")
    private @Nullable Path anchor;
    @Option(names = "--without-keys", description = "check the chain and the anchor alone, as somebody from outside can")
    private boolean isWithoutKeys;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Home opened = home.open();
      Anchor kept = anchor == null ? null : Anchor.read(anchor);
      long start = System.nanoTime();
      Verification found = isWithoutKeys
          ? AuditLog.verifyWithoutKeys(opened.auditLog(), kept)
          : log(opened).verify(kept);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (output.isJson()) {
        output.json(found);
        return found.isWhole() ? 0 : 2;
      }
      output.out()
          .printf(Locale.ROOT, "%,d entries, %d to %d, in %d segments of %,d bytes; %.1f s%n",
              found.first() == 0 ? 0 : found.last() - found.first() + 1, found.first(),
              found.last(), found.segments(), found.bytes(), seconds);
      for (AuditFault fault : found.faults()) {
        output.out()
            .printf("%s at entry %d, %s: %s%n", fault.kind(), fault.entry(), fault.place(),
                fault.message());
      }
      if (found.isWhole()) {
        output.out()
            .println(found.isSealChecked()
                ? "Whole: chain, seals and head agree"
                : "The chain is whole; seals and head were not looked at");
      }
      if (found.recoveries() > 0) {
        output.out()
            .printf("%d times a writer found the log longer than its head, as a crash leaves it%n",
                found.recoveries());
      }
      if (!isWithoutKeys) {
        ModelNotes.unrecorded(opened, log(opened))
            .forEach(change -> output.out()
                .printf("The %s in service (%s) is not the one the log knows (%s):"
                    + " somebody changed the file by hand%n", change.part(), change.after(),
                    change.before()));
      }
      return found.isWhole() ? 0 : 2;
    }
  }

  /// Says how far the log has come.
  @Command(name = "anchor", mixinStandardHelpOptions = true, description = "Write down how far the log has come, to be kept where nobody who keeps the log can change it.")
  static final class Anchoring implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", description = "where to; without it the anchor is printed")
    private @Nullable Path out;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      Anchor anchor = log(home.open()).anchor();
      if (out != null) {
        anchor.write(out);
      } else {
        output.json(anchor);
      }
      return 0;
    }
  }

  /// Deletes what is due.
  @Command(name = "purge", mixinStandardHelpOptions = true, description = "Delete whole segments of the log that are older than its retention, with the inputs sealed beside them.")
  static final class Purge implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      PurgeReport report = log(home.open()).purge();
      if (output.isJson()) {
        output.json(report);
      } else {
        output.out()
            .printf("Deleted %d segments with %d entries from before %s%n", report.segments(),
                report.entries(), report.before());
      }
      return 0;
    }
  }
}
