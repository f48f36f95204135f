package org.metier.examples.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.audit.Anchor;
import org.metier.audit.AuditEntry;
import org.metier.audit.AuditEvent;
import org.metier.audit.AuditException;
import org.metier.audit.AuditLog;
import org.metier.audit.AuditSettings;
import org.metier.audit.ModelNotes;
import org.metier.audit.PurgeReport;
import org.metier.home.Home;
import org.metier.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Groups the commands about the audit log.
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Keep, check and replay the log of what was decided.", subcommands = {
  AuditCommand.Begin.class, AuditCommand.Show.class, AuditVerifyCommand.class,
  AuditCommand.Anchoring.class, AuditReplayCommand.class, AuditCommand.Purge.class,
  AuditBenchCommand.class, AuditDrillCommand.class})
final class AuditCommand extends Group {
  /// The log of a home; never begins one by the way.
  static AuditLog log(Home home) {
    requireLog(home);
    return AuditLog.open(home, Clock.systemUTC());
  }

  static void requireLog(Home home) {
    if (!AuditLog.exists(home)) {
      throw new AuditException(
          home.folder() + " has no audit log; begin one with: metier audit begin");
    }
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
    private @Nullable Integer last;
    @Mixin
    private HomeOption home = new HomeOption();
    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
      int most = last == null ? 0 : last;
      if (last != null && last < 1) {
        throw new IllegalArgumentException("--last must be at least 1, was " + last);
      }
      Map<String, Integer> kinds = new TreeMap<>();
      Deque<AuditEntry> newest = new ArrayDeque<>();
      log(home.open()).forEach(entry -> {
        kinds.merge(entry.event().getClass().getSimpleName().toLowerCase(Locale.ROOT), 1,
            Integer::sum);
        newest.add(entry);
        if (newest.size() > most) {
          newest.remove();
        }
      });
      if (most > 0) {
        newest.forEach(entry -> output.out().println(Json.write(entry)));
      } else if (output.isJson()) {
        output.json(kinds);
      } else {
        kinds.forEach((kind, count) -> output.out().printf("%-16s %,10d%n", kind, count));
      }
      return 0;
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
        output.out()
            .printf("%s knows the log up to entry %d of %s; keep it where nobody who keeps the log"
                + " can change it%n", out, anchor.count(), anchor.at());
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
            .printf("Deleted %d segments with %d entries; due is what was written before %s%n",
                report.segments(), report.entries(), report.before());
      }
      return 0;
    }
  }
}
