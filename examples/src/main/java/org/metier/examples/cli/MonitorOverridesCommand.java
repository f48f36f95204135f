package org.metier.examples.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;
import org.metier.monitoring.LoggedOverrides;
import org.metier.monitoring.LoggedOverrides.OfModel;
import org.metier.monitoring.OverrideWatch;
import org.metier.oversight.OversightCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "overrides", mixinStandardHelpOptions = true, description = "How often staff overrule a model, from the audit log; exits with 2 when hardly ever or nearly always.", footer = {
  "",
  "Near never, nobody may be looking; near always, nobody believes the model. A case is a person and a",
  "question of which a score was shown to staff; it is overruled when an override was ever made in it."})
final class MonitorOverridesCommand implements Callable<Integer> {
  @Option(names = "--model", paramLabel = "HASH", description = "only this model, by its hash or the beginning of it (default: every model that was shown)")
  private String model = "";

  @Option(names = "--from", paramLabel = "DAY", description = "first day whose showings count, in UTC (default: all)")
  private @Nullable LocalDate from;

  @Option(names = "--until", paramLabel = "DAY", description = "first day whose showings do not count, in UTC (default: all count)")
  private @Nullable LocalDate until;

  @Option(names = "--low", paramLabel = "SHARE", defaultValue = "0.02", description = "alarm when the rate is surely below (default: ${DEFAULT-VALUE})")
  private double low = 0.02;

  @Option(names = "--high", paramLabel = "SHARE", defaultValue = "0.9", description = "alarm when the rate is surely above (default: ${DEFAULT-VALUE})")
  private double high = 0.9;

  @Mixin
  private HomeOption home = new HomeOption();

  @Mixin
  private Output output = new Output();

  /// What `--json` prints for each model.
  ///
  /// @param rate of cases that were overruled; null before the first
  /// @param interval of 95 %; null before the first
  private record Finding(OversightCounts counts, OverrideWatch.State state, @Nullable Double rate,
      @Nullable Interval interval, OverrideWatch watch) {
    static Finding of(OfModel seen, double low, double high) {
      OverrideWatch watch = seen.watch(low, high);
      return new Finding(seen.counts(), watch.state(), watch.decisions() == 0
          ? null
          : (Double) ((double) watch.overrides() / watch.decisions()), watch.interval(), watch);
    }
  }

  @Override
  public Integer call() {
    List<Finding> found = LoggedOverrides
        .of(AuditCommand.log(home.open()), start(from, Instant.MIN), start(until, Instant.MAX))
        .stream()
        .filter(seen -> seen.counts().model().startsWith(model))
        .map(seen -> Finding.of(seen, low, high))
        .toList();
    if (output.isJson()) {
      output.json(found);
    } else if (found.isEmpty()) {
      output.out()
          .println(
              "No score was shown to staff: nothing can be said, neither alarm nor all-clear.");
    } else {
      found.forEach(this::print);
    }
    return found.stream().anyMatch(finding -> finding.watch.isAlarm()) ? 2 : 0;
  }

  private static Instant start(@Nullable LocalDate day, Instant otherwise) {
    return day == null ? otherwise : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void print(Finding finding) {
    OversightCounts counts = finding.counts;
    Interval interval = finding.interval;
    PrintWriter out = output.out();
    out.printf(Locale.ROOT, "model %s, shown in %,d cases from %s to %s%n",
        counts.model().substring(0, 12), counts.shown(), day(finding.watch.since()),
        day(finding.watch.updatedAt()));
    out.printf(Locale.ROOT, "  rated before looking  %,8d%n", counts.ratedFirst());
    out.printf(Locale.ROOT,
        "  overruled             %,8d (%,d upwards, %,d downwards, %,d lifted)%n",
        counts.overridden(), counts.raised(), counts.lowered(), counts.lifted());
    out.printf(Locale.ROOT, "  the person disagreed  %,8d%n", counts.disagreed());
    if (interval != null) {
      out.printf(Locale.ROOT, "  rate                  %7.1f%% (95 %% interval %.1f to %.1f %%)%n",
          100.0 * counts.overridden() / counts.shown(), 100 * interval.low(),
          100 * interval.high());
    }
    out.printf("  %s%n", said(finding.state));
  }

  private String said(OverrideWatch.State state) {
    return switch (state) {
      case NEAR_NEVER -> String.format(Locale.ROOT,
          "ALARM: surely below %.1f %%. Nobody may be looking: ask how scores are used.",
          100 * low);
      case NEAR_ALWAYS -> String.format(Locale.ROOT,
          "ALARM: surely above %.1f %%. Nobody believes the model: ask why.", 100 * high);
      case BETWEEN -> String.format(Locale.ROOT, "No alarm: surely between %.1f and %.1f %%.",
          100 * low, 100 * high);
      case TOO_FEW -> String.format(Locale.ROOT, "No alarm, and no all-clear: too few cases to tell"
          + " the rate from the limits of %.1f and %.1f %%.", 100 * low, 100 * high);
    };
  }

  private static String day(Instant at) {
    return at.toString().substring(0, 10);
  }
}
