package org.metier.benchmarks.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Curves as SVG, each told apart by colour (Okabe and Ito's palette, which the colour-blind tell apart too),
/// dashes and mark, with title, description and a table of the points. The same plot gives the same bytes.
///
/// @param title for screen readers
/// @param heading what stands above the curves
/// @param description what the curves show, in sentences
/// @param columns headings of the table's columns
/// @param cells the table, row by row, as many cells as there are columns
public record Plot(String title, String heading, String description, Axis x, Axis y,
    List<Series> series, List<Column> columns, List<List<String>> cells) {
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

  public Plot {
    series = List.copyOf(series);
    columns = List.copyOf(columns);
    cells = cells.stream().map(List::copyOf).toList();
    for (List<String> row : cells) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of the table has " + row.size() + " cells and not "
                + columns.size());
      }
    }
  }

  /// @param most above `least`
  /// @param step from one line of the grid to the next, above 0
  public record Axis(String label, double least, double most, double step) {
    public Axis {
      if (!(least < most) || !(step > 0)) {
        throw new IllegalArgumentException("an axis must go up in steps above 0, was " + least
            + " to " + most + " by " + step);
      }
    }

    private double share(double value) {
      return (value - least) / (most - least);
    }
  }

  /// @param points in the order in which they are joined
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /// A place on both axes.
  public record Point(double x, double y) {}

  /// @param at where it begins, in the units of the drawing, which is 860 wide
  public record Column(String heading, int at) {}

  /// The drawing.
  public String svg() {
    return new Drawing(this).drawn();
  }

  /// Lines as they come. Not thread-safe.
  private static final class Drawing {
    private final StringBuilder svg = new StringBuilder();
    private final Plot plot;

    Drawing(Plot plot) {
      this.plot = plot;
    }

    private String drawn() {
      line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
          + " aria-labelledby=\"title desc\" font-family=\"sans-serif\" font-size=\"12\">", WIDTH,
          PLOT + ROW * (plot.cells.size() + 4));
      line("<title id=\"title\">%s</title>", plot.title);
      line("<desc id=\"desc\">%s</desc>", plot.description);
      line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
      line("<text x=\"%d\" y=\"28\" font-size=\"16\">%s</text>", LEFT, plot.heading);
      axes();
      for (int i = 0; i < plot.series.size(); i++) {
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

    private double x(double value) {
      return LEFT + plot.x.share(value) * (RIGHT - LEFT);
    }

    private double y(double value) {
      return BOTTOM - plot.y.share(value) * (BOTTOM - TOP);
    }

    private void axes() {
      line("<g stroke=\"#cccccc\" fill=\"none\">");
      for (double tick : ticks(plot.x)) {
        line("<path d=\"M%.1f %d V%d\"/>", x(tick), TOP, BOTTOM);
      }
      for (double tick : ticks(plot.y)) {
        line("<path d=\"M%d %.1f H%d\"/>", LEFT, y(tick), RIGHT);
      }
      line("</g>");
      for (double tick : ticks(plot.x)) {
        line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>", x(tick), BOTTOM + 18,
            tick);
      }
      for (double tick : ticks(plot.y)) {
        line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>", LEFT - 8, y(tick) + 4,
            tick);
      }
      line("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", (LEFT + RIGHT) / 2,
          BOTTOM + 40, plot.x.label);
      line("<text transform=\"translate(22 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>",
          (TOP + BOTTOM) / 2, plot.y.label);
    }

    private static double[] ticks(Axis axis) {
      int count = 1 + (int) Math.floor((axis.most - axis.least) / axis.step + 1e-9);
      double[] ticks = new double[count];
      for (int i = 0; i < count; i++) {
        ticks[i] = axis.least + i * axis.step;
      }
      return ticks;
    }

    private void curve(int number) {
      Series curve = plot.series.get(number);
      String colour = COLOURS.get(number % COLOURS.size());
      String path = curve.points.stream()
          .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p.x), y(p.y)))
          .collect(Collectors.joining(" "));
      String style = String.format(Locale.ROOT,
          "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"", colour,
          DASHES.get(number % DASHES.size()));
      line("<polyline points=\"%s\" %s/>", path, style);
      for (Point point : curve.points) {
        mark(number, x(point.x), y(point.y), colour);
      }
      double key = TOP + 10.0 + 22 * number;
      line("<path d=\"M%d %.1f h30\" %s/>", RIGHT + 15, key, style);
      mark(number, RIGHT + 30, key, colour);
      line("<text x=\"%d\" y=\"%.1f\">%s</text>", RIGHT + 52, key + 4, curve.name);
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
      row(y, plot.columns.stream().map(Column::heading).toList(), "columnheader");
      for (List<String> cells : plot.cells) {
        y += ROW;
        row(y, cells, "cell");
      }
      line("</g>");
    }

    private void row(double y, List<String> cells, String role) {
      line("<g role=\"row\">");
      for (int i = 0; i < cells.size(); i++) {
        line("<text x=\"%d\" y=\"%.1f\" role=\"%s\"%s>%s</text>", plot.columns.get(i).at(), y, role,
            role.equals("cell") ? "" : " font-weight=\"bold\"", cells.get(i));
      }
      line("</g>");
    }
  }
}
