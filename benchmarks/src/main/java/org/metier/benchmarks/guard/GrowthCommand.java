package org.metier.benchmarks.guard;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.metier.benchmarks.plot.Plot;
import org.metier.benchmarks.retrieval.Growth;
import org.metier.benchmarks.retrieval.Growth.Cost;
import org.metier.benchmarks.retrieval.Growth.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench growth`.
@Command(name = "growth", mixinStandardHelpOptions = true, description = "How the cost of a match grows with candidates, trees and the index of made-up vacancies; the first of each is what is usual.")
final class GrowthCommand implements Callable<Integer> {
  private static final List<Plot.Column> COLUMNS = List.of(new Plot.Column("changed", 70),
      new Plot.Column("candidates", 200), new Plot.Column("trees", 300),
      new Plot.Column("vacancies", 380), new Plot.Column("match us", 490),
      new Plot.Column("bare Lucene us", 590), new Plot.Column("times", 720));

  @Option(names = "--candidates", split = ",", paramLabel = "NUMBER", description = "${DEFAULT-VALUE} by default")
  private List<Integer> candidates = List.of(500, 100, 250, 1000, 2000);

  @Option(names = "--trees", split = ",", paramLabel = "NUMBER", description = "${DEFAULT-VALUE} by default")
  private List<Integer> trees = List.of(300, 100, 600, 1000);

  @Option(names = "--vacancies", split = ",", paramLabel = "NUMBER", description = "${DEFAULT-VALUE} by default; 1,000,000 take some minutes to make")
  private List<Integer> vacancies = List.of(200_000, 50_000);

  @Option(names = "--folder", paramLabel = "FOLDER", description = "where the made-up indexes are kept from run to run; by default the folder for temporary files")
  private Path folder = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));

  @Option(names = "--rounds", paramLabel = "NUMBER", description = "how often 50 profiles are matched, half of them to warm up; ${DEFAULT-VALUE} by default")
  private int rounds = 12;

  @Option(names = "--plot", paramLabel = "FILE", description = "write the curves there, as SVG with a table of their points")
  private @Nullable Path plot;

  @Spec
  private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (rounds < 1) {
      throw new IllegalArgumentException("--rounds must be at least 1, was " + rounds);
    }
    Setting usual = new Setting(candidates.getFirst(), trees.getFirst(), vacancies.getFirst());
    Set<Setting> settings = new LinkedHashSet<>(List.of(usual));
    candidates.forEach(n -> settings.add(new Setting(n, usual.trees(), usual.vacancies())));
    trees.forEach(n -> settings.add(new Setting(usual.candidates(), n, usual.vacancies())));
    vacancies.forEach(n -> settings.add(new Setting(usual.candidates(), usual.trees(), n)));
    List<Cost> costs = new Growth(folder, rounds).costs(List.copyOf(settings));
    PrintWriter out = command.commandLine().getOut();
    out.printf("%12s %8s %12s %12s %15s %8s%n", "candidates", "trees", "vacancies", "match us",
        "bare Lucene us", "times");
    for (Cost cost : costs) {
      out.printf(Locale.ROOT, "%12d %8d %,12d %12.0f %15.0f %8.2f%n", cost.setting().candidates(),
          cost.setting().trees(), cost.setting().vacancies(), cost.matchMicros(),
          cost.bareMicros(), cost.matchMicros() / cost.bareMicros());
    }
    out.flush();
    if (plot != null) {
      Files.writeString(plot, plot(usual, costs).svg());
    }
    return 0;
  }

  /// One of the three things that are changed.
  private record Line(String name, List<Cost> costs, ToDoubleFunction<Setting> size) {}

  private static Plot plot(Setting usual, List<Cost> costs) {
    double unit = costs.getFirst().matchMicros();
    List<Line> lines = List.of(line("candidates", Setting::candidates, usual, costs),
        line("trees", Setting::trees, usual, costs),
        line("vacancies", Setting::vacancies, usual, costs));
    List<Plot.Series> series = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    double widest = 1;
    double highest = 1;
    for (Line line : lines) {
      List<Plot.Point> points = new ArrayList<>();
      for (Cost cost : line.costs) {
        Plot.Point point = new Plot.Point(
            line.size.applyAsDouble(cost.setting()) / line.size.applyAsDouble(usual),
            cost.matchMicros() / unit);
        widest = Math.max(widest, point.x());
        highest = Math.max(highest, point.y());
        points.add(point);
        cells.add(cells(line.name, cost));
      }
      series.add(new Plot.Series(line.name, points));
    }
    String heading = String.format(Locale.ROOT,
        "Processor time of a match: %,d candidates, %,d trees, %,d vacancies take %,.0f us",
        usual.candidates(), usual.trees(), usual.vacancies(), unit);
    return new Plot("Growth of the cost of a match", heading,
        "Each curve changes one of candidates, trees and vacancies and leaves the others as usual."
            + " Both axes count multiples of what is usual; the table has every point.",
        new Plot.Axis("times as many as usual", 0, Math.ceil(widest), 0.5),
        new Plot.Axis("times the usual processor time", 0, Math.ceil(2 * highest) / 2, 0.5), series,
        COLUMNS, cells);
  }

  /// The costs where all but one thing is as usual, by that.
  private static Line line(String name, ToDoubleFunction<Setting> size, Setting usual,
      List<Cost> costs) {
    List<Cost> changed = costs.stream()
        .filter(c -> c.setting().equals(usual)
            || size.applyAsDouble(c.setting()) != size.applyAsDouble(usual))
        .sorted(Comparator.comparingDouble(c -> size.applyAsDouble(c.setting())))
        .toList();
    return new Line(name, changed, size);
  }

  private static List<String> cells(String name, Cost cost) {
    return List.of(name, "" + cost.setting().candidates(), "" + cost.setting().trees(),
        "" + cost.setting().vacancies(), decimals("%.0f", cost.matchMicros()),
        decimals("%.0f", cost.bareMicros()),
        decimals("%.2f", cost.matchMicros() / cost.bareMicros()));
  }

  private static String decimals(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
