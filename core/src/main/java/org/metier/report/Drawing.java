package org.metier.report;

import java.util.List;
import java.util.Locale;

/// Draws plots as SVG into a page, narrow enough to be read on a telephone; told apart by mark and dash, and
/// coloured by the page's style sheet. Not thread-safe.
final class Drawing {
  private static final int WIDTH = 360;
  private static final int EDGE = 10;
  private static final int ROW = 36;
  private static final int FONT = 13;
  /// Letters of the labels that fit beside a value of ten letters.
  private static final int LABEL_LETTERS = 36;
  /// Intervals of more curves would cover them; the table has them all.
  private static final int MOST_WITH_BOUNDS = 2;

  private final Html html;
  private final Numbers numbers;
  private final String idPrefix;

  /// @param idPrefix of the elements that name and describe the drawing
  Drawing(Html html, Numbers numbers, String idPrefix) {
    this.html = html;
    this.numbers = numbers;
    this.idPrefix = idPrefix;
  }

  private void open(String title, String description, int height) {
    html.open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "aria-labelledby",
        idPrefix + "-title " + idPrefix + "-desc", "class", "plot")
        .element("title", title, "id", idPrefix + "-title")
        .element("desc", description, "id", idPrefix + "-desc");
  }

  private static String at(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void text(String text, double x, double y, String anchor, String kind) {
    html.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor, "font-size",
        String.valueOf(FONT), "class", kind);
  }

  private void path(String path, String kind) {
    html.open("path", "d", path, "class", kind).close();
  }

  void rows(Block.RowPlot plot) {
    int bottom = plot.rows().size() * ROW + 8;
    open(plot.title(), plot.description(), bottom + 46);
    Ticks ticks = Ticks.of(plot.axis());
    for (double tick : ticks.values()) {
      path("M" + at(x(plot, tick)) + " 4V" + bottom, "grid");
      text(numbers.onAxis(plot.axis().unit(), tick, ticks.step()), x(plot, tick), bottom + 17,
          anchor(plot.axis().share(tick)), "ink");
    }
    Double line = plot.line();
    if (line != null) {
      path("M" + at(x(plot, line)) + " 4V" + bottom, "line");
    }
    for (int i = 0; i < plot.rows().size(); i++) {
      row(plot, plot.rows().get(i), i * ROW + 18);
    }
    text(plot.axis().label(), WIDTH / 2.0, bottom + 38, "middle", "ink");
    html.close();
  }

  /// Numbers at the edges stay within the drawing.
  private static String anchor(double share) {
    return share < 0.08 ? "start" : share > 0.92 ? "end" : "middle";
  }

  private static double x(Block.RowPlot plot, double value) {
    return EDGE + plot.axis().share(value) * (WIDTH - 2 * EDGE);
  }

  private void row(Block.RowPlot plot, Block.Row row, int y) {
    text(shortened(row.label()), EDGE, y, "start", "ink halo");
    text(row.text(), WIDTH - EDGE, y, "end", "ink halo");
    Double value = row.value();
    if (value == null) {
      return;
    }
    double middle = y + 11;
    double x = x(plot, value);
    switch (plot.mark()) {
      case BAR -> {
        double from = x(plot, Math.clamp(0, plot.axis().least(), plot.axis().most()));
        html.open("rect", "x", at(Math.min(from, x)), "y", at(middle - 5), "width",
            at(Math.abs(x - from)), "height", "10", "class", "area0").close();
      }
      case DOT -> {
        Double low = row.low();
        Double high = row.high();
        if (low != null && high != null) {
          path("M" + at(x(plot, low)) + " " + at(middle) + "H" + at(x(plot, high)) + "M"
              + at(x(plot, low)) + " " + at(middle - 4) + "v8M" + at(x(plot, high)) + " "
              + at(middle - 4) + "v8", "bound");
        }
        mark(0, x, middle);
      }
    }
  }

  private static String shortened(String label) {
    return label.codePointCount(0, label.length()) <= LABEL_LETTERS
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LABEL_LETTERS - 1)).strip() + "…";
  }

  /// A circle, square, triangle, diamond, cross or ring, so that colour is not needed.
  private void mark(int number, double x, double y) {
    String at = "M" + at(x) + " " + at(y);
    String path = switch (number) {
      case 0 -> at + "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z";
      case 1 -> at + "m-4-4h8v8h-8z";
      case 2 -> at + "m0-5l5 9h-10z";
      case 3 -> at + "m0-5.5l5 5.5l-5 5.5l-5-5.5z";
      case 4 -> at + "m-4-4l8 8m0-8l-8 8";
      default -> at + "m-4.5 0h9m-4.5-4.5v9";
    };
    path(path, "mark" + number);
  }

  void curves(Block.CurvePlot plot) {
    int left = 50;
    int right = WIDTH - EDGE;
    int top = 10;
    int bottom = 290;
    open(plot.title(), plot.description(), bottom + 52 + 22 * plot.curves().size());
    Ticks across = Ticks.of(plot.x());
    for (double tick : across.values()) {
      double x = left + plot.x().share(tick) * (right - left);
      path("M" + at(x) + " " + top + "V" + bottom, "grid");
      text(numbers.onAxis(plot.x().unit(), tick, across.step()), x, bottom + 17,
          plot.x().share(tick) > 0.92 ? "end" : "middle", "ink");
    }
    Ticks up = Ticks.of(plot.y());
    for (double tick : up.values()) {
      double y = bottom - plot.y().share(tick) * (bottom - top);
      path("M" + left + " " + at(y) + "H" + right, "grid");
      text(numbers.onAxis(plot.y().unit(), tick, up.step()), left - 6, y + 4, "end", "ink");
    }
    switch (plot.line()) {
      case Block.Guide.Diagonal() ->
        path("M" + left + " " + bottom + "L" + right + " " + top, "line");
      case Block.Guide.Chosen(double x) -> path(
          "M" + at(left + plot.x().share(x) * (right - left)) + " " + top + "V" + bottom, "line");
      case Block.Guide.None() -> {
        // the curves alone
      }
    }
    text(plot.x().label(), (left + right) / 2.0, bottom + 38, "middle", "ink");
    for (int i = 0; i < plot.curves().size(); i++) {
      curve(plot, i, new double[]{left, right, top, bottom});
      double y = bottom + 52 + 22.0 * i;
      path("M" + left + " " + at(y) + "h34", "curve" + i);
      mark(i, left + 17, y);
      text(plot.curves().get(i).name(), left + 44, y + 4, "start", "ink");
    }
    html.close();
  }

  private void curve(Block.CurvePlot plot, int number, double[] frame) {
    List<Block.Point> points = plot.curves().get(number).points();
    StringBuilder joined = new StringBuilder();
    for (Block.Point point : points) {
      double x = frame[0] + plot.x().share(point.x()) * (frame[1] - frame[0]);
      double y = frame[3] - plot.y().share(point.y()) * (frame[3] - frame[2]);
      joined.append(joined.isEmpty() ? "M" : "L").append(at(x)).append(' ').append(at(y));
      Double low = point.low();
      Double high = point.high();
      if (low != null && high != null && plot.curves().size() <= MOST_WITH_BOUNDS) {
        path("M" + at(x) + " " + at(frame[3] - plot.y().share(low) * (frame[3] - frame[2])) + "V"
            + at(frame[3] - plot.y().share(high) * (frame[3] - frame[2])), "bound");
      }
    }
    if (!points.isEmpty()) {
      path(joined.toString(), "curve" + number);
    }
    for (Block.Point point : points) {
      mark(number, frame[0] + plot.x().share(point.x()) * (frame[1] - frame[0]),
          frame[3] - plot.y().share(point.y()) * (frame[3] - frame[2]));
    }
  }
}
