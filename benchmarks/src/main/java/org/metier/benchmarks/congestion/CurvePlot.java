package org.metier.benchmarks.congestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.metier.benchmarks.plot.Plot;

/// The curves of a report as SVG: NDCG against Gini. The same report gives the same bytes.
final class CurvePlot {
  private static final List<Plot.Column> COLUMNS = List.of(new Plot.Column("system", 70),
      new Plot.Column("setting", 300), new Plot.Column("NDCG@10", 390),
      new Plot.Column("Gini", 480), new Plot.Column("never shown", 580),
      new Plot.Column("beyond room", 700));

  private CurvePlot() {}

  static String of(CongestionReport report) {
    double least = Math.floor(10 * ndcgs(report).min().orElse(0)) / 10;
    double most = Math.ceil(10 * ndcgs(report).max().orElse(1)) / 10;
    String heading = String.format(Locale.ROOT,
        "What spreading costs and gains: %,d people, %,d vacancies", report.people(),
        report.vacancies());
    return new Plot("NDCG against Gini of exposure", heading, description(report),
        new Plot.Axis("Gini of expected applications (lower is more even)", 0, 1, 0.2),
        new Plot.Axis("NDCG@10 by people's own grades", least, Math.max(most, least + 0.1), 0.1),
        report.curves().stream().map(CurvePlot::series).toList(), COLUMNS, cells(report)).svg();
  }

  private static DoubleStream ndcgs(CongestionReport report) {
    ToDoubleFunction<Curve.Point> ndcg = Curve.Point::ndcg;
    return report.curves().stream().flatMap(c -> c.points().stream()).mapToDouble(ndcg);
  }

  private static Plot.Series series(Curve curve) {
    return new Plot.Series(curve.system(), curve.points()
        .stream()
        .map(p -> new Plot.Point(p.spread().gini(), p.ndcg()))
        .toList());
  }

  private static String description(CongestionReport report) {
    return report.curves()
        .stream()
        .map(curve -> String.format(Locale.ROOT,
            "%s goes from NDCG %.3f at Gini %.3f to NDCG %.3f at Gini %.3f.", curve.system(),
            curve.points().getFirst().ndcg(), curve.points().getFirst().spread().gini(),
            curve.points().getLast().ndcg(), curve.points().getLast().spread().gini()))
        .collect(Collectors.joining(" ", "Lower Gini is more even, higher NDCG is better. ",
            " The table below the curves has every point."));
  }

  private static List<List<String>> cells(CongestionReport report) {
    List<List<String>> cells = new ArrayList<>();
    for (Curve curve : report.curves()) {
      for (Curve.Point point : curve.points()) {
        cells.add(List.of(curve.system(), decimals(2, point.setting()), decimals(4, point.ndcg()),
            decimals(3, point.spread().gini()), "" + point.spread().neverShown(),
            decimals(3, point.spread().beyondRoom())));
      }
    }
    return cells;
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }
}
