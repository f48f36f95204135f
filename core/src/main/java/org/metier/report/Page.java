package org.metier.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Makes one page of a report. Not thread-safe: one for each page.
final class Page {
  private static final String STYLE = style();

  private final Report report;
  private final Phrases phrases;
  private final Numbers numbers;
  private final Html html = new Html();
  private int drawings;

  Page(Report report) {
    this.report = report;
    phrases = Phrases.of(Page.class, "page", report.language());
    numbers = Numbers.in(report.language());
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without page.css");
      }
      String style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (style.chars().anyMatch(c -> "<>&\"'".indexOf(c) >= 0)) {
        throw new IllegalStateException(
            "page.css has a character that HTML would escape; a browser reads it as it stands");
      }
      return style;
    } catch (IOException e) {
      throw new UncheckedIOException("page.css cannot be read", e);
    }
  }

  /// Allows this style and nothing else: no script, no image, no address.
  private static String policy() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
          + "'; base-uri 'none'; form-action 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  String html() {
    html.open("html", "lang", report.language().code());
    html.open("head")
        .single("meta", "charset", "utf-8")
        .single("meta", "http-equiv", "Content-Security-Policy", "content", policy())
        .single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .single("meta", "name", "color-scheme", "content", "light dark")
        .element("title", report.title())
        .element("style", STYLE)
        .close();
    html.open("body");
    html.element("a", phrases.of("skip"), "href", "#content", "class", "skip");
    html.open("header").element("h1", report.title()).close();
    if (report.sections().size() > 1) {
      contents();
    }
    html.open("main", "id", "content", "tabindex", "-1");
    blocks(report.lead(), 2);
    for (int i = 0; i < report.sections().size(); i++) {
      Report.Section section = report.sections().get(i);
      html.open("section", "aria-labelledby", "s" + (i + 1))
          .element("h2", section.heading(), "id", "s" + (i + 1));
      blocks(section.blocks(), 3);
      html.close();
    }
    return html.close().close().close().page();
  }

  private void contents() {
    html.open("nav", "aria-label", phrases.of("contents"))
        .element("p", phrases.of("contents"), "class", "label")
        .open("ol");
    for (int i = 0; i < report.sections().size(); i++) {
      html.open("li")
          .element("a", report.sections().get(i).heading(), "href", "#s" + (i + 1))
          .close();
    }
    html.close().close();
  }

  private void blocks(List<Block> blocks, int level) {
    blocks.forEach(block -> block(block, level));
  }

  private void block(Block block, int level) {
    switch (block) {
      case Block.Text text -> html.element("p", text.text());
      case Block.Notice notice -> notice(notice);
      case Block.Bullets bullets -> {
        html.open("ul");
        bullets.items().forEach(item -> html.element("li", item));
        html.close();
      }
      case Block.Facts facts -> {
        html.open("dl");
        facts.facts()
            .forEach(fact -> html.open("div")
                .element("dt", fact.name())
                .element("dd", fact.value().isEmpty() ? numbers.none() : fact.value(),
                    language(fact.language()))
                .close());
        html.close();
      }
      case Block.Table table -> table(table);
      case Block.RowPlot plot -> {
        plot(plot.title(), level, drawing -> drawing.rows(plot));
        table(rows(plot));
      }
      case Block.CurvePlot plot -> {
        html.open("div", "class", "pair");
        plot(plot.title(), level, drawing -> drawing.curves(plot));
        table(points(plot));
        html.close();
      }
      case Block.Panel panel -> panel(panel, level);
      case Block.Quoted quoted -> {
        html.open("div", language(quoted.language()));
        blocks(quoted.blocks(), level);
        html.close();
      }
      case Block.Part part -> {
        html.element("h" + Math.min(level, 6), part.heading());
        blocks(part.blocks(), level + 1);
      }
    }
  }

  /// The attribute of an element in another language.
  private String[] language(@Nullable Language other) {
    return other == null || other == report.language()
        ? new String[0]
        : new String[]{"lang", other.code()};
  }

  private void notice(Block.Notice notice) {
    String kind = switch (notice.level()) {
      case GOOD -> "good";
      case NOTE -> "note";
      case WARNING -> "warning";
    };
    html.open("p", "class", "notice " + kind)
        .element("strong", phrases.of("notice." + kind))
        .text(" " + notice.text())
        .close();
  }

  private void panel(Block.Panel panel, int level) {
    html.open("div", "class", "panel");
    for (Block.RowPlot plot : panel.rowPlots()) {
      html.open("div");
      plot(plot.title(), level, drawing -> drawing.rows(plot));
      html.close();
    }
    for (Block.CurvePlot plot : panel.curvePlots()) {
      html.open("div");
      plot(plot.title(), level, drawing -> drawing.curves(plot));
      html.close();
    }
    html.close();
    panel.figures().forEach(this::table);
  }

  private void plot(String title, int level, Consumer<Drawing> drawn) {
    drawings++;
    html.element("h" + Math.min(level, 6), title, "class", "of-plot");
    html.open("div", "class", "figure");
    drawn.accept(new Drawing(html, numbers, "plot" + drawings));
    html.close();
  }

  private void table(Block.Table table) {
    html.open("div", "class", "scroll", "role", "group", "tabindex", "0", "aria-label",
        table.caption());
    html.open("table").open("caption").element("span", table.caption()).close();
    html.open("thead").open("tr");
    table.columns()
        .forEach(column -> html.element("th", column.heading(), "scope", "col", "class",
            column.isNumber() ? "number" : "word"));
    html.close().close().open("tbody");
    for (List<String> row : table.rows()) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        String text = row.get(i).isEmpty() ? numbers.none() : row.get(i);
        Block.Column column = table.columns().get(i);
        List<String> attributes = new ArrayList<>(
            List.of("class", column.isNumber() ? "number" : "word"));
        if (!row.get(i).isEmpty()) {
          attributes.addAll(List.of(language(column.language())));
        }
        if (i == 0) {
          attributes.addAll(List.of("scope", "row"));
        }
        html.element(i == 0 ? "th" : "td", text, attributes.toArray(String[]::new));
      }
      html.close();
    }
    html.close().close().close();
  }

  private Block.Table rows(Block.RowPlot plot) {
    boolean hasBounds = plot.rows().stream().anyMatch(row -> row.low() != null);
    List<Block.Column> columns = new ArrayList<>(
        List.of(Block.Column.text(plot.rowHeading()), Block.Column.number(plot.axis().label())));
    if (hasBounds) {
      columns.add(Block.Column.number(phrases.of("low")));
      columns.add(Block.Column.number(phrases.of("high")));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Block.Row row : plot.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.label(), row.text()));
      if (hasBounds) {
        cells.add(number(plot.axis().unit(), row.low()));
        cells.add(number(plot.axis().unit(), row.high()));
      }
      rows.add(cells);
    }
    return new Block.Table(phrases.of("figures", plot.title()), columns, rows);
  }

  private Block.Table points(Block.CurvePlot plot) {
    if (isShared(plot)) {
      return beside(plot);
    }
    List<List<String>> rows = new ArrayList<>();
    for (Block.Curve curve : plot.curves()) {
      for (Block.Point point : curve.points()) {
        Double low = point.low();
        Double high = point.high();
        String y = number(plot.y().unit(), point.y());
        rows.add(List.of(curve.name(), number(plot.x().unit(), point.x()),
            low == null || high == null
                ? y
                : y + " (" + phrases.of("range", number(plot.y().unit(), low),
                    number(plot.y().unit(), high)) + ")"));
      }
    }
    List<Block.Column> columns = List.of(Block.Column.text(phrases.of("curve")),
        Block.Column.number(plot.x().label()), Block.Column.number(plot.y().label()));
    return new Block.Table(phrases.of("figures", plot.title()), columns, rows);
  }

  private String number(Block.Unit unit, @Nullable Double value) {
    if (value == null) {
      return numbers.none();
    }
    return switch (unit) {
      case SHARE -> numbers.share(value);
      case NUMBER -> numbers.decimal(value, 3);
    };
  }

  /// Whether several curves have the same places on the axis of `x`, and no bounds.
  private static boolean isShared(Block.CurvePlot plot) {
    List<Block.Point> first = plot.curves().isEmpty()
        ? List.of()
        : plot.curves().getFirst().points();
    return plot.curves().size() > 1 && plot.curves()
        .stream()
        .allMatch(curve -> curve.points().size() == first.size()
            && IntStream.range(0, first.size())
                .allMatch(i -> curve.points().get(i).x() == first.get(i).x()
                    && curve.points().get(i).low() == null));
  }

  /// A row for each place, a column for each curve.
  private Block.Table beside(Block.CurvePlot plot) {
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.text(plot.x().label())));
    plot.curves().forEach(curve -> columns.add(Block.Column.number(curve.name())));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < plot.curves().getFirst().points().size(); i++) {
      int place = i;
      List<String> cells = new ArrayList<>(List.of(
          number(plot.x().unit(), plot.curves().getFirst().points().get(place).x())));
      plot.curves()
          .forEach(curve -> cells.add(number(plot.y().unit(), curve.points().get(place).y())));
      rows.add(cells);
    }
    return new Block.Table(phrases.of("figures", plot.title()), columns, rows);
  }
}
