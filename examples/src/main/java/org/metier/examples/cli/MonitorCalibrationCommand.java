package org.metier.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.home.internal.WholeFile;
import org.metier.json.Json;
import org.metier.measure.Interval;
import org.metier.monitoring.CalibrationWatch;
import org.metier.monitoring.DueOutcomes;
import org.metier.monitoring.OutcomeWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "calibration", mixinStandardHelpOptions = true, description = "Whether forecasts still hold, on outcomes as they arrive; exits with 2 when they do not.", footer = {
  "",
  "Scores come from the audit log of the home. An outcome counts once it is due: who finds work does so",
  "early, who does not is known at the end, so that counting sooner would make any forecast look too",
  "low. Hand over all outcomes each time; with --state each is counted once, and an alarm stays.",
  "The alarm may be looked at after every outcome: on a model that is right it is ever raised with a",
  "chance of --false-alarms at most. Without an alarm, the all-clear needs enough outcomes to say that",
  "the gap is within --tolerance, and at most 10 % of those due may be unknown."})
final class MonitorCalibrationCommand implements Callable<Integer> {
  /// Share of the due whose outcome is not known, from which on nothing is clear.
  private static final double MOST_MISSING = 0.1;
  /// People in a line of the table.
  private static final int LEAST = 20;

  @Mixin
  private DueOutcomesOptions scores = new DueOutcomesOptions();

  @Option(names = "--state", paramLabel = "FILE", description = "goes on where this file stops, and writes it again; without it everything is counted anew")
  private @Nullable Path state;

  @Option(names = "--false-alarms", paramLabel = "CHANCE", defaultValue = "0.01", description = "of ever raising the alarm on a model that is right (default: ${DEFAULT-VALUE})")
  private double falseAlarms = 0.01;

  @Option(names = "--tolerance", paramLabel = "SHARE", defaultValue = "0.05", description = "gap of forecast and observed that an all-clear allows (default: ${DEFAULT-VALUE})")
  private double tolerance = 0.05;

  @Mixin
  private HomeOption home = new HomeOption();

  @Mixin
  private Output output = new Output();

  /// What `--json` prints.
  ///
  /// @param gap mean forecast less observed share
  /// @param gapInterval of 95 %; null before the first outcome
  /// @param missingShare of those due, whose outcome is not known
  private record Finding(String question, String model, CalibrationWatch.Verdict verdict,
      long outcomes, double gap, @Nullable Interval gapInterval, double missingShare,
      DueOutcomes.Account account, CalibrationWatch watch) {}

  @Override
  public Integer call() throws IOException {
    Instant now = scores.now();
    DueOutcomes found = scores.find(AuditCommand.log(home.open()), now).orElse(null);
    if (found == null) {
      return nothing();
    }
    OutcomeWatch watched = begun(found, now).with(found, now);
    Path file = state;
    if (file != null) {
      WholeFile.replace(file,
          (Json.writePretty(watched) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    CalibrationWatch watch = watched.watch();
    CalibrationWatch.Verdict verdict = verdict(watch, found.missingShare());
    if (output.isJson()) {
      output.json(new Finding(found.question(), found.model(), verdict, watch.outcomes(),
          watch.gap(), watch.gapInterval(), found.missingShare(), found.account(), watch));
    } else {
      DueOutcomesOptions.print(found, output.out());
      print(watch, verdict, found.missingShare());
    }
    return verdict == CalibrationWatch.Verdict.ALARM ? 2 : 0;
  }

  private int nothing() {
    if (output.isJson()) {
      output.json(java.util.Map.of("verdict", CalibrationWatch.Verdict.TOO_FEW, "outcomes", 0));
    } else {
      output.out().println("The log has no score yet: nothing can be said.");
    }
    return 0;
  }

  private OutcomeWatch begun(DueOutcomes found, Instant now) throws IOException {
    Path file = state;
    if (file == null || !Files.exists(file)) {
      return OutcomeWatch.begin(found, falseAlarms, now);
    }
    try {
      return OutcomeWatch.read(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private CalibrationWatch.Verdict verdict(CalibrationWatch watch, double missing) {
    CalibrationWatch.Verdict verdict = watch.verdict(tolerance);
    return verdict == CalibrationWatch.Verdict.HOLDS && missing > MOST_MISSING
        ? CalibrationWatch.Verdict.TOO_FEW
        : verdict;
  }

  private void print(CalibrationWatch watch, CalibrationWatch.Verdict verdict, double missing) {
    PrintWriter out = output.out();
    if (watch.outcomes() > 0) {
      out.printf(Locale.ROOT, "%n%-14s %8s %9s %9s  %s%n", "forecast", "people", "forecast",
          "observed", "95 % interval");
      List<CalibrationWatch.Bin> bins = watch.bins();
      for (int b = 0; b < bins.size(); b++) {
        print(out, b, bins.get(b));
      }
    }
    out.println();
    out.println(switch (verdict) {
      case ALARM -> String.format(Locale.ROOT, "ALARM: the forecasts no longer hold. %s On a model"
          + " that is right, this alarm is ever raised with a chance of %s at most. Look at the"
          + " table for where, at monitor drift for why, and train again.", gap(watch),
          percent(watch.falseAlarmRate()));
      case HOLDS -> "No alarm, and the forecasts hold. " + gap(watch);
      case TOO_FEW -> watch.outcomes() == 0
          ? "No outcome is due yet: nothing can be said, neither alarm nor all-clear."
          : "No alarm, and no all-clear: " + (watch.verdict(tolerance) == verdict
              ? "too few outcomes to tell. "
              : "too many outcomes are missing. ") + gap(watch);
    });
    if (missing > MOST_MISSING) {
      out.printf(Locale.ROOT,
          "Of those due, %s have no outcome. If they differ from the others, the"
              + " figures are wrong: find out what became of them.%n",
          percent(missing));
    }
  }

  private static void print(PrintWriter out, int number, CalibrationWatch.Bin bin) {
    String name = String.format(Locale.ROOT, "%d to %d %%", 10 * number, 10 * (number + 1));
    if (bin.outcomes() >= LEAST) {
      Interval interval = bin.interval();
      out.printf(Locale.ROOT, "%-14s %,8d %9s %9s  %s to %s%n", name, bin.outcomes(),
          percent(bin.forecasts() / bin.outcomes()),
          percent((double) bin.came() / bin.outcomes()), percent(interval.low()),
          percent(interval.high()));
    } else if (bin.outcomes() > 0) {
      out.printf(Locale.ROOT, "%-14s fewer than %d%n", name, LEAST);
    }
  }

  private static String gap(CalibrationWatch watch) {
    Interval interval = watch.gapInterval();
    return interval == null
        ? ""
        : String.format(Locale.ROOT, "Of %,d people the mean forecast is %.1f points %s than what"
            + " came about (95 %% interval %+.1f to %+.1f).", watch.outcomes(),
            Math.abs(100 * watch.gap()), watch.gap() >= 0 ? "higher" : "lower",
            100 * interval.low(), 100 * interval.high());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
