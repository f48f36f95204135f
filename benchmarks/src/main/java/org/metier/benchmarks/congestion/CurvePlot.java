package org.metier.benchmarks.congestion;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The curves of a report as SVG: NDCG against Gini, each curve told apart by colour (Okabe and Ito's
/// palette, which the colour-blind tell apart too), dashes and mark, with title, description and a table of
/// the points. The same report gives the same bytes.
final class CurvePlot {
  private static final int WIDTH = 860;
  private static final int PLOT = 460;
  private static final int LEFT = 70;
  private static final int TOP = 60;
  private static final int RIGHT = 620;
  private static final int BOTTOM = 400;
  private static final int ROW = 18;
  private static final List<String> COLOURS = List.of("#0072b2", "#56b4e9", "#009e73", "#d55e00",
      "#cc79a7", "#e69f00", "#000000");
  private static final List<String> DASHES = List.of("none", "8 3", "2 3", "none", "8 3", "2 3",
      "6 2 1 2");
  private static final List<String> COLUMNS = List.of("system", "setting", "NDCG@10", "Gini",
      "never shown", "beyond room");
  private static final int[] COLUMN_X = {70, 300, 390, 480, 580, 700};

  private final StringBuilder svg = new StringBuilder();
  private final CongestionReport report;
  private final double leastNdcg;
  private final double mostNdcg;

  private CurvePlot(CongestionReport report) {
    this.report = report;
    leastNdcg = Math.floor(10 * report.curves()
        .stream()
        .flatMap(c -> c.points().stream())
        .mapToDouble(Curve.Point::ndcg)
        .min()
        .orElse(0)) / 10;
    mostNdcg = Math.ceil(10 * report.curves()
        .stream()
        .flatMap(c -> c.points().stream())
        .mapToDouble(Curve.Point::ndcg)
        .max()
        .orElse(1)) / 10;
  }

  static String of(CongestionReport report) {
    return new CurvePlot(report).drawn();
  }

  private String drawn() {
    int rows = report.curves().stream().mapToInt(c -> c.points().size()).sum();
    line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
        + " aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"12\">", WIDTH,
        PLOT + ROW * (rows + 4));
    line("<title id=\"title\">NDCG against Gini of exposure</title>");
    line("<desc id=\"desc\">%s</desc>", description());
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    line("<text x=\"%d\" y=\"28\" font-size=\"16\">What spreading costs and gains: %,d people,"
        + " %,d vacancies</text>", LEFT, report.people(), report.vacancies());
    axes();
    for (int i = 0; i < report.curves().size(); i++) {
      curve(i);
    }
    table();
    line("</svg>");
    return svg.toString();
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation is not on the class path
  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private String description() {
    return report.curves()
        .stream()
        .map(curve -> String.format(Locale.ROOT,
            "%s goes from NDCG %.3f at Gini %.3f to NDCG %.3f at Gini %.3f.", curve.system(),
            curve.points().getFirst().ndcg(), curve.points().getFirst().spread().gini(),
            curve.points().getLast().ndcg(), curve.points().getLast().spread().gini()))
        .collect(Collectors.joining(" ", "Lower Gini is more even, higher NDCG is better. ",
            " The table below the curves has every point."));
  }

  private double x(double gini) {
    return LEFT + gini * (RIGHT - LEFT);
  }

  private double y(double ndcg) {
    return BOTTOM - (ndcg - leastNdcg) / (mostNdcg - leastNdcg) * (BOTTOM - TOP);
  }

  private void axes() {
    line("<g stroke=\"#cccccc\" fill=\"none\">");
    for (int tick = 0; tick <= 10; tick += 2) {
      line("<path d=\"M%.1f %d V%d\"/>", x(tick / 10.0), TOP, BOTTOM);
    }
    for (double tick = leastNdcg; tick <= mostNdcg + 1e-9; tick += 0.1) {
      line("<path d=\"M%d %.1f H%d\"/>", LEFT, y(tick), RIGHT);
    }
    line("</g>");
    for (int tick = 0; tick <= 10; tick += 2) {
      line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>", x(tick / 10.0),
          BOTTOM + 18, tick / 10.0);
    }
    for (double tick = leastNdcg; tick <= mostNdcg + 1e-9; tick += 0.1) {
      line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>", LEFT - 8, y(tick) + 4,
          tick);
    }
    line("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">Gini of expected applications"
        + " (lower is more even)</text>", (LEFT + RIGHT) / 2, BOTTOM + 40);
    line("<text transform=\"translate(22 %d) rotate(-90)\" text-anchor=\"middle\">NDCG@10 by"
        + " people's own grades</text>", (TOP + BOTTOM) / 2);
  }

  private void curve(int number) {
    Curve curve = report.curves().get(number);
    String colour = COLOURS.get(number % COLOURS.size());
    String path = curve.points()
        .stream()
        .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p.spread().gini()), y(p.ndcg())))
        .collect(Collectors.joining(" "));
    String style = String.format(Locale.ROOT,
        "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"", colour,
        DASHES.get(number % DASHES.size()));
    line("<polyline points=\"%s\" %s/>", path, style);
    for (Curve.Point point : curve.points()) {
      mark(number, x(point.spread().gini()), y(point.ndcg()), colour);
    }
    double key = TOP + 10.0 + 22 * number;
    line("<path d=\"M%d %.1f h30\" %s/>", RIGHT + 15, key, style);
    mark(number, RIGHT + 30, key, colour);
    line("<text x=\"%d\" y=\"%.1f\">%s</text>", RIGHT + 52, key + 4, curve.system());
  }

  private void mark(int number, double x, double y, String colour) {
    switch (number % 3) {
      case 0 -> line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", x, y, colour);
      case 1 -> line("<rect x=\"%.1f\" y=\"%.1f\" width=\"6\" height=\"6\" fill=\"%s\"/>", x - 3,
          y - 3, colour);
      default -> line("<path d=\"M%.1f %.1f l4 7 h-8 z\" fill=\"%s\"/>", x, y - 4, colour);
    }
  }

  private void table() {
    line("<g role=\"table\" aria-label=\"points of the curves\">");
    double y = PLOT + ROW;
    row(y, COLUMNS, "columnheader");
    for (Curve curve : report.curves()) {
      for (Curve.Point point : curve.points()) {
        y += ROW;
        row(y, List.of(curve.system(), decimals(2, point.setting()), decimals(4, point.ndcg()),
            decimals(3, point.spread().gini()), "" + point.spread().neverShown(),
            decimals(3, point.spread().beyondRoom())), "cell");
      }
    }
    line("</g>");
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }

  private void row(double y, List<String> cells, String role) {
    line("<g role=\"row\">");
    for (int i = 0; i < cells.size(); i++) {
      line("<text x=\"%d\" y=\"%.1f\" role=\"%s\"%s>%s</text>", COLUMN_X[i], y, role,
          role.equals("cell") ? "" : " font-weight=\"bold\"", cells.get(i));
    }
    line("</g>");
  }
}
