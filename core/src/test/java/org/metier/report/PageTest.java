package org.metier.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.json.Json;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class PageTest {
  static Report report(Language language, String text) {
    Block.Axis shares = Block.Axis.ofShares(text);
    return new Report(language, text, List.of(new Block.Text(text)),
        List.of(
            new Report.Section(text, List.of(
                new Block.Notice(Block.Level.WARNING, text),
                new Block.Facts(List.of(new Block.Fact(text, text), new Block.Fact(text, ""))),
                new Block.Table(text, List.of(Block.Column.text(text), Block.Column.number(text)),
                    List.of(List.of(text, "1"), List.of(text, ""))))),
            new Report.Section(text, List.of(
                new Block.Part(text, List.of(new Block.Bullets(List.of(text)),
                    new Block.RowPlot(text, text, text, shares, Block.Mark.DOT, 0.4,
                        List.of(new Block.Row(text, 0.5, 0.4, 0.6, text),
                            new Block.Row(text, null, null, null, text))))),
                new Block.RowPlot(text, text, text, new Block.Axis(text, -1, 2, Block.Unit.NUMBER),
                    Block.Mark.BAR, null, List.of(new Block.Row(text, -0.5, null, null, text))),
                new Block.CurvePlot(text, text, shares, shares, new Block.Guide.Diagonal(),
                    List.of(new Block.Curve(text, List.of(new Block.Point(0.1, 0.2, 0.1, 0.3),
                        new Block.Point(0.9, 0.8, null, null)))))))));
  }

  private static Document parsed(Report report) {
    return Jsoup.parse(new String(report.toHtml(), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_page_has_the_landmarks_headings_and_names_that_a_screen_reader_needs(Language language) {
    Document page = parsed(report(language, "abc"));
    assertEquals(language.code(), page.select("html").attr("lang"));
    assertEquals("abc", page.title());
    assertEquals(1, page.select("h1").size());
    assertEquals(1, page.select("main").size());
    Element skip = page.body().firstElementChild();
    assertEquals("#content", skip.attr("href"));
    assertEquals("main", page.getElementById("content").tagName());
    int level = 0;
    for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
      int next = heading.tagName().charAt(1) - '0';
      assertTrue(next <= level + 1, heading + " follows level " + level);
      level = next;
    }
    for (Element link : page.select("nav a")) {
      assertEquals("h2", page.getElementById(link.attr("href").substring(1)).tagName());
    }
    Set<String> ids = new HashSet<>();
    page.select("[id]")
        .forEach(e -> assertTrue(ids.add(e.id()), "id " + e.id() + " is there twice"));
    for (Element named : page.select("[aria-labelledby]")) {
      for (String id : named.attr("aria-labelledby").split(" ")) {
        assertTrue(ids.contains(id), "no element has id " + id);
      }
    }
  }

  @Test
  void every_plot_has_title_description_and_its_figures_as_a_table() {
    Document page = parsed(report(Language.EN, "abc"));
    assertEquals(3, page.select("svg").size());
    for (Element plot : page.select("svg")) {
      assertEquals("img", plot.attr("role"));
      assertEquals("abc", plot.select("title").text());
      assertEquals("abc", plot.select("desc").text());
      Element table = plot.parent().nextElementSibling().selectFirst("table");
      assertEquals("Figures: abc", table.select("caption").text());
    }
    for (Element table : page.select("table")) {
      assertFalse(table.select("caption").text().isEmpty());
      table.select("thead th").forEach(th -> assertEquals("col", th.attr("scope")));
      table.select("tbody tr")
          .forEach(row -> assertEquals("row", row.firstElementChild().attr("scope")));
      assertEquals("0", table.parent().attr("tabindex"));
    }
    assertEquals(List.of("abc", "abc", "40.0%", "60.0%"), page.select("svg")
        .first()
        .parent()
        .nextElementSibling()
        .select("tbody tr")
        .first()
        .children()
        .eachText());
  }

  @Test
  void a_page_runs_no_script_loads_nothing_and_allows_only_its_own_style() throws Exception {
    Document page = parsed(report(Language.EN, "abc"));
    assertEquals(0, page.select("script, link, img, iframe, object, form, [style], [src]").size());
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), a.toString()));
    }
    String style = page.select("style").first().data();
    String hash = Base64.getEncoder()
        .encodeToString(MessageDigest.getInstance("SHA-256")
            .digest(style.getBytes(StandardCharsets.UTF_8)));
    assertEquals("default-src 'none'; style-src 'sha256-" + hash
        + "'; base-uri 'none'; form-action 'none'",
        page.select("meta[http-equiv=Content-Security-Policy]").attr("content"));
    assertFalse(style.contains("url("));
  }

  /// Whatever is handed over comes out as text: the elements of the page are those of a harmless one.
  @RepeatedTest(50)
  void no_text_becomes_markup(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    StringBuilder text = new StringBuilder("x");
    for (int i = 0; i < 20; i++) {
      text.append("<>&\"'/=abz</script><svg onload=style title".charAt(random.nextInt(42)));
    }
    List<String> harmless = tags(parsed(report(Language.EN, "x")));
    Document page = parsed(report(Language.EN, text.toString()));
    assertEquals(harmless, tags(page));
    assertEquals(text.toString().replaceAll("\\s+", " ").strip(),
        page.select("h1").text());
  }

  private static List<String> tags(Document page) {
    List<String> tags = new ArrayList<>();
    page.getAllElements().forEach(e -> tags.add(e.tagName()));
    return tags;
  }

  @Test
  void equal_reports_have_equal_bytes_and_json_reads_back() {
    Report report = report(Language.PL, "ąć");
    assertArrayEquals(report.toHtml(), report(Language.PL, "ąć").toHtml());
    assertEquals(report, Json.read(Json.write(report), Report.class));
  }

  @Test
  void what_cannot_be_drawn_is_refused() {
    assertEquals("a row of \"t\" has 1 cells and not 2",
        assertThrows(IllegalArgumentException.class,
            () -> new Block.Table("t", List.of(Block.Column.text("a"), Block.Column.text("b")),
                List.of(List.of("1"))))
            .getMessage());
    assertThrows(IllegalArgumentException.class,
        () -> new Block.Axis("a", 1, 1, Block.Unit.NUMBER));
    assertThrows(IllegalArgumentException.class,
        () -> new Report(Language.EN, " ", List.of(), List.of()));
  }

  @Test
  void ticks_are_round() {
    assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0), Ticks.of(Block.Axis.ofShares("a")).values());
    assertEquals(List.of(-1.0, 0.0, 1.0, 2.0, 3.0),
        Ticks.of(new Block.Axis("a", -1, 3, Block.Unit.NUMBER)).values());
  }

  @Test
  void numbers_are_written_as_each_language_does() {
    assertEquals("43.2%", Numbers.in(Language.EN).share(0.4321));
    assertEquals("43,2\u00a0%", Numbers.in(Language.DE).share(0.4321));
    assertEquals("−0.25", Numbers.in(Language.EN).decimal(-0.25, 2));
    assertEquals("0.0", Numbers.in(Language.EN).decimal(-0.04, 1));
    assertEquals("+1.3", Numbers.in(Language.EN).pointsOf(0.0125));
    assertEquals("0.0", Numbers.in(Language.EN).pointsOf(-0.0001));
    assertEquals("−1.3", Numbers.in(Language.EN).pointsOf(-0.0125));
    assertEquals("12.345", Numbers.in(Language.NL).count(12_345));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_words_the_same_things(Language language) {
    assertEquals(Phrases.of(Page.class, "page", Language.EN).patterns().keySet(),
        Phrases.of(Page.class, "page", language).patterns().keySet());
  }
}
