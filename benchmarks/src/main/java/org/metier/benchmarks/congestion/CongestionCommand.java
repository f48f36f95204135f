package org.metier.benchmarks.congestion;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.Spread;
import org.metier.benchmarks.Consumption;
import org.metier.benchmarks.command.ReportOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate congestion`.
@Command(name = "congestion", mixinStandardHelpOptions = true, description = "What it costs and gains to spread vacancies over people, from none to strong, on a made-up market whose worth is known.")
final class CongestionCommand implements Callable<Integer> {
  private static final double[] KEPT = {0.98, 0.95, 0.9, 0.8};

  @Option(names = "--people", paramLabel = "NUMBER", description = "at least 1; ${DEFAULT-VALUE} by default")
  private int people = 20_000;

  @Option(names = "--vacancies", paramLabel = "NUMBER", description = "at least 1; ${DEFAULT-VALUE} by default")
  private int vacancies = 5_000;

  @Option(names = "--applications-per-place", paramLabel = "NUMBER", description = "wanted for each open position; ${DEFAULT-VALUE} by default")
  private double applicationsPerPlace = 3;

  @Option(names = "--seed", paramLabel = "NUMBER", description = "of the market; ${DEFAULT-VALUE} by default")
  private long seed = 1;

  @Option(names = "--plot", paramLabel = "FILE", description = "write the curves there, as SVG with a table of their points")
  private @Nullable Path plot;

  @Mixin
  private ReportOutput output = new ReportOutput();

  @Override
  public Integer call() {
    requirePositive("--people", people);
    requirePositive("--vacancies", vacancies);
    requirePositive("--applications-per-place", applicationsPerPlace);
    long before = Consumption.heapBytes();
    CrowdedMarket market = CrowdedMarket.of(people, vacancies, applicationsPerPlace, seed);
    double megabytes = (Consumption.heapBytes() - before) / 1e6;
    CongestionReport report = new CongestionEvaluation(market, applicationsPerPlace, seed,
        Consumption::cpuNanos, Consumption::heapBytes).run(megabytes);
    if (plot != null) {
      write(plot, CurvePlot.of(report));
    }
    output.print(report, CongestionCommand::print);
    return 0;
  }

  private static void requirePositive(String option, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(option + " must be above 0, was " + value);
    }
  }

  private static void write(Path file, String svg) {
    try {
      Files.writeString(file, svg);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  private static void print(CongestionReport report, PrintWriter out) {
    out.printf(Locale.ROOT,
        "%,d people, %,d vacancies with %,d places and room for %,.0f applications; %,d candidates%n",
        report.people(), report.vacancies(), report.places(), report.room(), report.candidates());
    Spread any = report.curves().getFirst().points().getFirst().spread();
    out.printf(Locale.ROOT,
        "%,.0f applications to expect of %d vacancies shown to each; %d vacancies are nobody's candidate%n",
        any.applications(), CongestionEvaluation.SHOWN, any.neverCandidates());
    for (Curve curve : report.curves()) {
      print(curve, out);
    }
    out.printf(Locale.ROOT,
        "%nat a share of the NDCG without spreading: Gini, never shown, beyond room%n");
    out.printf("%-24s", "");
    for (double kept : KEPT) {
      out.printf(Locale.ROOT, "%22.0f %%", 100 * kept);
    }
    out.println();
    for (Curve curve : report.curves()) {
      out.printf("%-24s", curve.system());
      for (double kept : KEPT) {
        Curve.At at = curve.at(kept);
        out.printf(Locale.ROOT, "%24s", at == null
            ? "-"
            : String.format(Locale.ROOT, "%.3f %5.0f %.3f", at.gini(), at.neverShown(),
                at.beyondRoom()));
      }
      out.println();
    }
    out.printf(Locale.ROOT,
        "%ntimes are processor time; the market fills %.0f MB of heap beside its worth, an allocation %.0f MB%n",
        report.marketMegabytes(), report.allocationMegabytes());
  }

  private static void print(Curve curve, PrintWriter out) {
    out.printf("%n%-21s %8s %15s %6s %6s %6s %6s %6s %7s  %-23s %6s %9s %6s%n", curve.system(),
        "NDCG@10", "(95 %)", "score", "Gini", "by use", "never", "over", "beyond",
        "per place 10/50/90/100", "sweeps", "gap", "s");
    for (Curve.Point point : curve.points()) {
      Spread spread = point.spread();
      out.printf(Locale.ROOT,
          "  %-19.2f %8.4f (%.4f-%.4f) %6.3f %6.3f %6.3f %6d %6d %7.3f  %-23s %6s %9s %6.1f%n",
          point.setting(), point.ndcg(), point.interval().low(), point.interval().high(),
          spread.scoreKept(), spread.gini(), spread.giniOfUse(), spread.neverShown(),
          spread.overfull(), spread.beyondRoom(), text(spread.perPlace()),
          point.convergence() == null ? "" : "" + point.convergence().sweeps(),
          point.convergence() == null
              ? ""
              : String.format(Locale.ROOT, "%.1e", point.convergence().gap()),
          point.seconds());
    }
  }

  private static String text(Spread.Quantiles quantiles) {
    return String.format(Locale.ROOT, "%.2f/%.2f/%.2f/%.1f", quantiles.tenth(),
        quantiles.median(), quantiles.ninetieth(), quantiles.most());
  }
}
