package org.metier.benchmarks.congestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.command.CommandContribution;
import org.metier.json.Json;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import picocli.CommandLine;

class CongestionCommandTest {
  private static CongestionReport report = small();

  @TempDir
  Path folder;

  private static CongestionReport small() {
    CrowdedMarket market = CrowdedMarket.of(400, 150, 1, 7);
    return new CongestionEvaluation(market, 1, 7, () -> 0, () -> 0).run(0);
  }

  @BeforeAll
  static void name_the_curves() {
    assertEquals(List.of("metier", "prices alone", "prices, other people", "popularity penalty",
        "random re-ranking"),
        report.curves().stream().limit(5).map(Curve::system).toList());
    assertEquals(7, report.curves().size());
  }

  private static Curve curve(String system) {
    return report.curves()
        .stream()
        .filter(c -> c.system().equals(system))
        .findFirst()
        .orElseThrow();
  }

  private static Curve.At at(String system, double kept) {
    return Objects.requireNonNull(curve(system).at(kept), system);
  }

  @Test
  void every_way_starts_from_the_order_of_scores() {
    Curve.Point first = curve("metier").points().getFirst();
    assertEquals(1, first.spread().scoreKept());
    for (Curve curve : report.curves()) {
      if (!curve.system().equals("prices, other people")) {
        assertEquals(first.ndcg(), curve.points().getFirst().ndcg(), 1e-12, curve.system());
        assertEquals(first.spread(), curve.points().getFirst().spread(), curve.system());
      }
    }
  }

  @Test
  void each_step_of_metiers_setting_costs_ndcg_and_gains_evenness() {
    List<Curve.Point> points = curve("metier").points();
    for (int i = 1; i < points.size(); i++) {
      Curve.Point before = points.get(i - 1);
      Curve.Point after = points.get(i);
      assertTrue(after.ndcg() <= before.ndcg(), "setting " + after.setting());
      assertTrue(after.spread().gini() < before.spread().gini(), "setting " + after.setting());
      assertTrue(after.spread().beyondRoom() < before.spread().beyondRoom());
      assertTrue(after.interval().low() <= after.ndcg() && after.ndcg() <= after.interval().high());
    }
  }

  @Test
  void at_the_same_cost_prices_even_out_more_than_noise_or_a_penalty_on_popularity() {
    for (double kept : new double[]{0.95, 0.9}) {
      double gini = at("metier", kept).gini();
      assertTrue(gini < at("random re-ranking", kept).gini() - 0.02, "kept " + kept);
      assertTrue(gini < at("popularity penalty", kept).gini(), "kept " + kept);
    }
  }

  @Test
  void prices_of_one_night_serve_other_people_the_next_day() {
    Curve.Point lists = curve("metier").points().getLast();
    Curve.Point next = curve("prices, other people").points().getLast();
    assertEquals(lists.spread().gini(), next.spread().gini(), 0.06);
    assertTrue(next.spread()
        .gini() < curve("prices, other people").points().getFirst().spread().gini() - 0.1);
  }

  @Test
  void between_points_a_curve_is_read_in_straight_lines() {
    List<Curve.Point> points = curve("metier").points();
    double half = (points.get(2).ndcg() + points.get(3).ndcg()) / 2 / points.getFirst().ndcg();
    assertEquals((points.get(2).spread().gini() + points.get(3).spread().gini()) / 2,
        at("metier", half).gini(), 1e-9);
    assertNull(curve("metier").at(0.01));
  }

  @Test
  void the_same_seed_gives_the_same_figures_and_another_seed_others() {
    assertEquals(Json.write(report), Json.write(small()));
    CrowdedMarket other = CrowdedMarket.of(400, 150, 1, 8);
    assertTrue(Math.abs(report.curves().getFirst().points().getFirst().ndcg()
        - new CongestionEvaluation(other, 1, 8, () -> 0, () -> 0).run(0)
            .curves()
            .getFirst()
            .points()
            .getFirst()
            .ndcg()) > 1e-6);
  }

  @Test
  void the_plot_is_svg_with_a_title_a_description_and_every_point_in_a_table() throws Exception {
    String svg = CurvePlot.of(report);
    Document document = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
    assertEquals("img", document.getDocumentElement().getAttribute("role"));
    assertEquals("title desc", document.getDocumentElement().getAttribute("aria-labelledby"));
    assertTrue(document.getElementsByTagName("desc")
        .item(0)
        .getTextContent()
        .contains("metier goes from NDCG"));
    assertEquals(7, document.getElementsByTagName("polyline").getLength());
    // seven curves of eight points, and the names of the columns
    assertEquals(57, svg.lines().filter(l -> l.equals("<g role=\"row\">")).count());
    assertEquals(svg, CurvePlot.of(report));
  }

  @Test
  void a_table_is_printed_and_the_plot_written() throws IOException {
    Path plot = folder.resolve("curve.svg");
    StringWriter out = new StringWriter();
    int code = new CommandLine(new CongestionCommand()).setOut(new PrintWriter(out))
        .execute("--people", "60", "--vacancies", "40", "--plot", plot.toString());
    assertEquals(0, code);
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.getFirst().startsWith("60 people, 40 vacancies with "), lines.getFirst());
    assertTrue(out.toString().contains("random re-ranking"));
    assertTrue(Files.readString(plot).startsWith("<svg "));
  }

  @Test
  void a_market_of_nobody_is_refused() {
    CongestionCommand command = new CongestionCommand();
    new CommandLine(command).parseArgs("--people", "0");
    assertEquals("--people must be above 0, was 0.0",
        String.valueOf(assertThrows(IllegalArgumentException.class, command::call).getMessage()));
  }

  @Test
  void the_command_line_finds_it() {
    assertTrue(ServiceLoader.load(CommandContribution.class)
        .stream()
        .anyMatch(c -> c.type() == CongestionContribution.class));
  }
}
