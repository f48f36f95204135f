package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.fairness.Breakdown.Kind;
import org.metier.fairness.Figure.Basis;
import org.metier.fairness.Meaning.Effect;
import org.metier.json.Json;
import org.metier.measure.Calibration;
import org.metier.measure.Interval;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class FairnessReportTest {
  private static final Meaning HELP = new Meaning("is offered extra help",
      "is still without work after 26 weeks", Effect.HELP);

  /// Eight people, four of each group; the threshold is 0.5.
  ///
  /// | group | chance | selected | outcome |
  /// | a | .9 .6 .4 .1 | y y n n | y n y n |
  /// | b | .8 .3 .2 .1 | y n n n | y y n n |
  private static Cases eight() {
    double[] ones = new double[8];
    Arrays.fill(ones, 1);
    return Cases.of(new boolean[]{true, true, false, false, true, false, false, false})
        .chances(new double[]{.9, .6, .4, .1, .8, .3, .2, .1})
        .outcomes(new boolean[]{true, false, true, false, true, true, false, false}, ones)
        .attribute("group", new String[]{"a", "a", "a", "a", "b", "b", "b", "b"})
        .build();
  }

  private static FairnessReport report(Cases cases) {
    return FairnessReport.builder(HELP).least(2).draws(200).measure(cases);
  }

  private static GroupCell cell(FairnessReport report, List<String> attributes, String... values) {
    return report.breakdowns()
        .stream()
        .filter(b -> b.attributes().equals(attributes))
        .flatMap(b -> b.cells().stream())
        .filter(c -> c.values().equals(List.of(values)))
        .findFirst()
        .orElseThrow();
  }

  private static double value(GroupCell cell, Figure figure) {
    return cell.figures().get(figure).value();
  }

  @Test
  void figures_of_eight_people_are_those_worked_by_hand() {
    GroupCell a = cell(report(eight()), List.of("group"), "a");
    assertEquals(0.5, value(a, Figure.SELECTION_RATE), 1e-12);
    assertEquals(0.5, value(a, Figure.BASE_RATE), 1e-12);
    assertEquals(0.5, value(a, Figure.MEAN_SCORE), 1e-12);
    assertEquals(0, value(a, Figure.CALIBRATION_GAP), 1e-12);
    // (.1² + .6² + .6² + .1²) / 4
    assertEquals(0.185, value(a, Figure.BRIER), 1e-12);
    GroupCell b = cell(report(eight()), List.of("group"), "b");
    assertEquals(0.25, value(b, Figure.SELECTION_RATE), 1e-12);
    assertEquals(0.35 - 0.5, value(b, Figure.CALIBRATION_GAP), 1e-12);
    assertEquals(0.5,
        a.figures().get(Figure.SELECTION_RATE).toWhole().ratio() * 0.375, 1e-12);
    // One rank in three is seen by b at rank 2: discounts 1, 1 / log2(3), 1 / 2.
    double second = 1 / (Math.log(3) / Math.log(2));
    assertEquals(second / (1 + second + 0.5) / 0.5, value(b, Figure.EXPOSURE_RATIO), 1e-12);
  }

  /// Each of the eight ten times over, so that no error rate is hidden.
  @Test
  void error_rates_are_those_worked_by_hand() {
    FairnessReport report = FairnessReport.builder(HELP).least(10).draws(200).measure(tenfold());
    GroupCell a = cell(report, List.of("group"), "a");
    assertEquals(0.5, value(a, Figure.TRUE_POSITIVE_RATE), 1e-12);
    assertEquals(0.5, value(a, Figure.FALSE_POSITIVE_RATE), 1e-12);
    assertEquals(0.5, value(a, Figure.PRECISION), 1e-12);
    // Of the pairs .9 > .6, .9 > .1, .4 < .6, .4 > .1 three are in order.
    assertEquals(0.75, value(a, Figure.AUC), 1e-12);
    GroupCell b = cell(report, List.of("group"), "b");
    assertEquals(0.5, value(b, Figure.TRUE_POSITIVE_RATE), 1e-12);
    assertEquals(0.5, value(b, Figure.MISS_RATE), 1e-12);
    assertEquals(0, value(b, Figure.FALSE_POSITIVE_RATE), 1e-12);
    assertEquals(1, value(b, Figure.PRECISION), 1e-12);
    assertEquals(1, value(b, Figure.AUC), 1e-12);
    Finding falsePositives = b.figures().get(Figure.FALSE_POSITIVE_RATE);
    assertEquals(20, falsePositives.people());
    assertEquals(-0.5, falsePositives.toReference().difference(), 1e-12);
    assertEquals(-0.25, falsePositives.toWhole().difference(), 1e-12);
    assertTrue(falsePositives.toReference().isBeyondChance());
  }

  private static Cases tenfold() {
    Cases eight = eight();
    boolean[] selected = new boolean[80];
    boolean[] outcomes = new boolean[80];
    double[] chances = new double[80];
    double[] weights = new double[80];
    String[] groups = new String[80];
    for (int i = 0; i < 80; i++) {
      selected[i] = eight.isSelected(i % 8);
      outcomes[i] = eight.hasOutcome(i % 8);
      chances[i] = eight.score(i % 8);
      weights[i] = 1;
      groups[i] = i % 8 < 4 ? "a" : "b";
    }
    return Cases.of(selected)
        .chances(chances)
        .outcomes(outcomes, weights)
        .attribute("group", groups)
        .build();
  }

  /// Chances .5 and .5 of one with and one without the outcome, beside .9 with and .1 without: of the four pairs
  /// three are in order and one is tied.
  @Test
  void ties_count_half_in_the_area_under_the_curve() {
    double[] chances = new double[40];
    boolean[] outcomes = new boolean[40];
    boolean[] selected = new boolean[40];
    double[] weights = new double[40];
    for (int i = 0; i < 40; i++) {
      chances[i] = List.of(0.9, 0.5, 0.5, 0.1).get(i % 4);
      outcomes[i] = i % 4 < 2;
      selected[i] = i % 4 != 3;
      weights[i] = 1;
    }
    Map<Figure, Finding> whole = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(selected).chances(chances).outcomes(outcomes, weights).build())
        .whole();
    assertEquals(3.5 / 4, whole.get(Figure.AUC).value(), 1e-12);
  }

  /// A person of weight 3 counts as three.
  @Test
  void weights_stand_for_people_who_were_not_observed_to_the_end() {
    Map<Figure, Finding> whole = FairnessReport.builder(HELP)
        .least(2)
        .measure(Cases.of(new boolean[]{true, false, true, false, true, false, false, false})
            .outcomes(new boolean[]{true, true, false, true, true, true, false, false},
                new double[]{3, 1, 2, 0, 3, 1, 1, 0})
            .build())
        .whole();
    assertEquals(6.0 / 8, whole.get(Figure.TRUE_POSITIVE_RATE).value(), 1e-12);
    assertEquals(2.0 / 3, whole.get(Figure.FALSE_POSITIVE_RATE).value(), 1e-12);
    assertEquals(6.0 / 8, whole.get(Figure.PRECISION).value(), 1e-12);
    assertEquals(8.0 / 11, whole.get(Figure.BASE_RATE).value(), 1e-12);
    assertEquals(4, whole.get(Figure.TRUE_POSITIVE_RATE).people());
    assertEquals(4, whole.get(Figure.MISS_RATE).people());
    assertEquals(2, whole.get(Figure.FALSE_POSITIVE_RATE).people());
    assertEquals(3, whole.get(Figure.PRECISION).people());
    assertEquals(6, whole.get(Figure.BASE_RATE).people());
    assertEquals(8, whole.get(Figure.SELECTION_RATE).people());
  }

  @Test
  void a_gap_that_was_planted_is_found_and_none_where_none_was() {
    Cases cases = Market.of(4_000, 0.15, 3);
    FairnessReport report = FairnessReport.builder(HELP).draws(200).measure(cases);
    Finding planted = cell(report, List.of("origin"), "abroad").figures()
        .get(Figure.CALIBRATION_GAP);
    assertTrue(planted.toReference().isBeyondChance());
    assertEquals(0.15, planted.toReference().difference(), 0.04);
    assertFalse(cell(report, List.of("sex"), "f").figures()
        .get(Figure.CALIBRATION_GAP)
        .toWhole()
        .isBeyondChance());
  }

  @Test
  void the_largest_group_is_the_reference_unless_another_is_named() {
    Cases cases = Market.of(2_000, 0, 3);
    assertEquals("home", FairnessReport.builder(HELP)
        .draws(40)
        .measure(cases)
        .references()
        .get("origin"));
    FairnessReport named = FairnessReport.builder(HELP)
        .draws(40)
        .reference("origin", "abroad")
        .measure(cases);
    GroupCell abroad = cell(named, List.of("origin"), "abroad");
    assertTrue(abroad.isReference());
    assertNull(abroad.figures().get(Figure.SELECTION_RATE).toReference());
    IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class,
        () -> FairnessReport.builder(HELP).reference("origin", "mars").measure(cases));
    assertEquals("the reference of origin is \"mars\", which nobody has; known are [abroad, home]",
        unknown.getMessage());
  }

  @Test
  void within_a_control_a_group_is_compared_with_people_of_the_same_region_alone() {
    FairnessReport report = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Market.of(2_000, 0.2, 5));
    Breakdown within = report.breakdowns()
        .stream()
        .filter(b -> b.kind() == Kind.WITHIN_CONTROL && b.attributes().contains("sex"))
        .findFirst()
        .orElseThrow();
    assertEquals(List.of("sex", "region"), within.attributes());
    GroupCell women = cell(report, within.attributes(), "f", "north");
    double north = value(cell(report, List.of("region"), "north"), Figure.SELECTION_RATE);
    Finding rate = women.figures().get(Figure.SELECTION_RATE);
    assertEquals(rate.value() - north, rate.toWhole().difference(), 1e-12);
  }

  /// Two groups of 90 and 10: the small one is hidden, the other too, or it would follow; so is everything
  /// within them.
  @Test
  void a_small_group_is_hidden_and_cannot_be_computed_back() {
    String[] groups = new String[100];
    String[] other = new String[100];
    boolean[] selected = new boolean[100];
    for (int i = 0; i < 100; i++) {
      groups[i] = i < 90 ? "many" : "few";
      other[i] = i % 2 == 0 ? "x" : "y";
      selected[i] = i % 3 == 0;
    }
    FairnessReport report = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(selected).attribute("size", groups).attribute("other", other).build());
    for (String group : List.of("many", "few")) {
      GroupCell cell = cell(report, List.of("size"), group);
      assertNull(cell.people());
      assertEquals(Map.of(), cell.figures());
      assertEquals(Set.of(Basis.values()), cell.hidden());
      assertNull(cell(report, List.of("size", "other"), group, "x").people());
    }
    assertEquals(50, cell(report, List.of("other"), "x").people());
    assertFalse(Json.write(report).contains(":90"));
  }

  /// What the reader is given of a hidden group: nothing, not even by a gap to it.
  @Test
  void no_gap_gives_a_hidden_reference_away() {
    boolean[] selected = new boolean[200];
    String[] groups = new String[200];
    String[] regions = new String[200];
    for (int i = 0; i < 200; i++) {
      selected[i] = i % 3 == 0;
      groups[i] = i < 100 ? "a" : i < 190 ? "b" : "c";
      regions[i] = i < 110 ? "north" : "south";
    }
    FairnessReport report = FairnessReport.builder(HELP)
        .draws(40)
        .reference("group", "c")
        .measure(Cases.of(selected).attribute("group", groups).control("region", regions).build());
    assertTrue(cell(report, List.of("group"), "c").hidden().contains(Basis.PEOPLE));
    assertNull(cell(report, List.of("group"), "a").figures()
        .get(Figure.SELECTION_RATE)
        .toReference());
  }

  @RepeatedTest(30)
  void other_names_for_groups_change_nothing_but_the_names(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int n = 60 + random.nextInt(100);
    boolean[] selected = new boolean[n];
    boolean[] outcomes = new boolean[n];
    double[] chances = new double[n];
    double[] weights = new double[n];
    String[] names = new String[n];
    String[] others = new String[n];
    for (int i = 0; i < n; i++) {
      selected[i] = random.nextBoolean();
      outcomes[i] = random.nextBoolean();
      chances[i] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(20) / 19.0;
      weights[i] = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(2);
      int group = random.nextInt(3);
      names[i] = List.of("a", "b", "c").get(group);
      others[i] = List.of("z", "y", "x").get(group);
    }
    FairnessReport first = measure(selected, outcomes, chances, weights, names);
    FairnessReport second = measure(selected, outcomes, chances, weights, others);
    assertEquals(first.whole(), second.whole());
    for (int g = 0; g < 3; g++) {
      GroupCell one = cell(first, List.of("group"), List.of("a", "b", "c").get(g));
      GroupCell two = cell(second, List.of("group"), List.of("z", "y", "x").get(g));
      assertEquals(one.hidden(), two.hidden());
      one.figures().forEach((figure, finding) -> {
        assertEquals(finding.value(), two.figures().get(figure).value(), figure.name());
        assertEquals(finding.interval(), two.figures().get(figure).interval(), figure.name());
      });
      Interval interval = one.figures().isEmpty()
          ? null
          : one.figures().get(Figure.SELECTION_RATE).interval();
      assertTrue(interval == null || (interval.low() >= 0 && interval.high() <= 1));
    }
  }

  private static FairnessReport measure(boolean[] selected, boolean[] outcomes, double[] chances,
      double[] weights, String[] groups) {
    return FairnessReport.builder(HELP)
        .least(3)
        .draws(40)
        .reference("group", groups[0])
        .measure(Cases.of(selected)
            .chances(chances)
            .outcomes(outcomes, weights)
            .attribute("group", groups)
            .build());
  }

  @RepeatedTest(20)
  void a_group_of_everybody_has_ratio_one_and_no_difference(RepetitionInfo run) {
    Cases market = Market.of(300, 0.1, run.getCurrentRepetition());
    String[] all = new String[300];
    Arrays.fill(all, "everybody");
    FairnessReport report = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(Market.selected(market))
            .chances(market.scores())
            .outcomes(Market.outcomes(market), Market.weights(market))
            .attribute("all", all)
            .build());
    GroupCell cell = cell(report, List.of("all"), "everybody");
    assertEquals(report.whole().keySet(), cell.figures().keySet());
    cell.figures().forEach((figure, finding) -> {
      assertEquals(0, finding.toWhole().difference());
      assertEquals(new Interval(0, 0), finding.toWhole().differenceInterval());
      if (finding.toWhole().ratio() != null) {
        assertEquals(1, finding.toWhole().ratio());
      }
    });
  }

  @RepeatedTest(20)
  void the_calibration_error_of_everybody_is_that_of_measure(RepetitionInfo run) {
    Cases market = Market.of(1_000, 0.1, run.getCurrentRepetition());
    double[] outcomes = new double[1_000];
    for (int i = 0; i < 1_000; i++) {
      outcomes[i] = market.hasOutcome(i) ? 1 : 0;
    }
    Calibration expected = Calibration.of(market.scores(), outcomes, Market.weights(market), 4);
    Map<Figure, Finding> whole = FairnessReport.builder(HELP).draws(40).measure(market).whole();
    assertEquals(expected.error(), whole.get(Figure.CALIBRATION_ERROR).value(), 1e-12);
    assertEquals(expected.brier(), whole.get(Figure.BRIER).value(), 1e-12);
  }

  @Test
  void the_same_cases_give_the_same_bytes_and_json_reads_back() {
    FairnessReport report = FairnessReport.builder(HELP).draws(100).measure(Market.of(500, .1, 1));
    String json = Json.writePretty(report);
    assertEquals(json, Json.writePretty(
        FairnessReport.builder(HELP).draws(100).measure(Market.of(500, .1, 1))));
    assertEquals(report, FairnessReport.read(json));
  }

  @Test
  void the_last_model_is_compared_group_by_group() {
    FairnessReport before = FairnessReport.builder(HELP)
        .draws(100)
        .measure(Market.of(3_000, .3, 1));
    FairnessReport now = FairnessReport.builder(HELP)
        .draws(100)
        .measure(Market.of(3_000, 0, 1))
        .comparedWith(before, "of last year");
    LastModel.Change abroad = now.last()
        .changes()
        .stream()
        .filter(c -> c.values().equals(List.of("abroad")) && c.figure() == Figure.CALIBRATION_GAP)
        .findFirst()
        .orElseThrow();
    assertTrue(abroad.isBeyondChance());
    assertEquals(0.3, abroad.before() - abroad.now(), 0.05);
    assertTrue(now.comparedWith(now, "the same")
        .last()
        .changes()
        .stream()
        .noneMatch(LastModel.Change::isBeyondChance));
    FairnessReport other = FairnessReport.builder(
        new Meaning("is called in", HELP.outcome(), Effect.BURDEN))
        .draws(100)
        .measure(Market.of(300, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> other.comparedWith(before, "x"));
  }

  @Test
  void fewer_cases_than_a_figure_must_rest_on_make_no_report() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> FairnessReport.builder(HELP).measure(eight()));
    assertEquals("a report needs at least 20 cases, as figures of fewer are hidden; were 8",
        e.getMessage());
  }

  /// Nobody of 25 people is selected, and 10 of 200. Wilson's interval of 0 of 25 is 0 to 13.32 %; by chance alone nobody of
  /// 25 is selected in 28 % of cases where the rate is 5 %. The bootstrap, for which nobody is sure to be nobody, would call
  /// that a gap.
  @Test
  void a_share_that_nobody_has_is_no_sure_thing() {
    boolean[] selected = new boolean[225];
    String[] groups = new String[225];
    for (int i = 0; i < 225; i++) {
      groups[i] = i < 25 ? "few" : "many";
      selected[i] = i >= 25 && i % 20 == 0;
    }
    FairnessReport report = FairnessReport.builder(HELP)
        .measure(Cases.of(selected).attribute("size", groups).build());
    Finding few = cell(report, List.of("size"), "few").figures().get(Figure.SELECTION_RATE);
    assertEquals(0, few.interval().low());
    assertEquals(0.13319, few.interval().high(), 1e-5);
    Finding many = cell(report, List.of("size"), "many").figures().get(Figure.SELECTION_RATE);
    assertEquals(0.05, many.value(), 1e-12);
    Gap gap = few.toReference();
    assertEquals(-0.05, gap.difference(), 1e-12);
    assertEquals(-0.05 - (many.interval().high() - 0.05), gap.differenceInterval().low(), 1e-12);
    assertEquals(-0.05 + Math.hypot(few.interval().high(), 0.05 - many.interval().low()),
        gap.differenceInterval().high(), 1e-12);
    assertFalse(gap.isBeyondChance());
    assertEquals(0.0, gap.ratio());
    assertNull(gap.ratioInterval());
  }

  @Test
  void a_share_that_everybody_has_is_no_sure_thing_either() {
    boolean[] selected = new boolean[100];
    Arrays.fill(selected, true);
    Finding all = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(selected).build())
        .whole()
        .get(Figure.SELECTION_RATE);
    assertEquals(1, all.interval().high());
    // Wilson: 100 / (100 + 1.96²)
    assertEquals(0.96300, all.interval().low(), 1e-5);
  }

  /// 100 people of chance 0.5, half of whom have the outcome and weigh 1 and 3 by turns: they tell as much as
  /// 200² / 500 = 80 people of equal weight, of whom Wilson's interval is 0.3930 to 0.6070.
  @Test
  void weights_do_not_make_people_more() {
    boolean[] outcomes = new boolean[100];
    double[] chances = new double[100];
    double[] weights = new double[100];
    for (int i = 0; i < 100; i++) {
      outcomes[i] = i % 4 < 2;
      chances[i] = 0.5;
      weights[i] = i % 2 == 0 ? 1 : 3;
    }
    CalibrationCurve curve = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(outcomes).chances(chances).outcomes(outcomes, weights).build())
        .calibration()
        .getFirst();
    CalibrationCurve.Point point = curve.points().getFirst();
    assertEquals(200, point.weight(), 1e-12);
    assertEquals(0.5, point.observed(), 1e-12);
    assertEquals(0.39300, point.interval().low(), 1e-4);
    assertEquals(0.60700, point.interval().high(), 1e-4);
  }

  /// Chances of 0.5; who has the outcome weighs 3, who has not 1, so that 75 % have it.
  @Test
  void weights_count_in_calibration_and_area_too() {
    boolean[] outcomes = new boolean[400];
    double[] chances = new double[400];
    double[] weights = new double[400];
    for (int i = 0; i < 400; i++) {
      outcomes[i] = i % 2 == 0;
      chances[i] = i % 4 == 0 ? 0.6 : 0.5;
      weights[i] = outcomes[i] ? 3 : 1;
    }
    Map<Figure, Finding> whole = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(outcomes).chances(chances).outcomes(outcomes, weights).build())
        .whole();
    // 300 of weight with the outcome at 0.6, 300 with it at 0.5, 200 without at 0.5
    assertEquals((300 * 0.6 + 500 * 0.5) / 800 - 0.75, whole.get(Figure.CALIBRATION_GAP).value(),
        1e-12);
    assertEquals((300 * 0.16 + 500 * 0.25) / 800, whole.get(Figure.BRIER).value(), 1e-12);
    // 250 people are the fewest in a bin, so there is one
    assertEquals(0.75 - (300 * 0.6 + 500 * 0.5) / 800,
        whole.get(Figure.CALIBRATION_ERROR).value(), 1e-12);
    assertEquals((0.5 * 200 + 0.5 * 200 / 2) / 200, whole.get(Figure.AUC).value(), 1e-12);
  }

  /// A draw in which a case comes three times has the figures of a table in which it stands three times.
  @RepeatedTest(20)
  void a_draw_counts_each_case_as_often_as_it_was_drawn(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int n = 60;
    int[] times = new int[n];
    for (int i = 0; i < n; i++) {
      times[i] = random.nextInt(4);
    }
    int all = Arrays.stream(times).sum();
    double[][] chances = {new double[n], new double[all]};
    boolean[][] outcomes = {new boolean[n], new boolean[all]};
    boolean[][] selected = {new boolean[n], new boolean[all]};
    double[][] weights = {new double[n], new double[all]};
    int at = 0;
    for (int i = 0; i < n; i++) {
      chances[0][i] = i < 50 ? Math.round(20 * (1 - i / 50.0)) / 20.0 : Double.NaN;
      outcomes[0][i] = random.nextBoolean();
      selected[0][i] = random.nextBoolean();
      weights[0][i] = random.nextInt(4);
      for (int copy = 0; copy < times[i]; copy++) {
        chances[1][at] = chances[0][i];
        outcomes[1][at] = outcomes[0][i];
        selected[1][at] = selected[0][i];
        weights[1][at] = weights[0][i];
        at++;
      }
    }
    double[][] figures = new double[2][];
    for (int k = 0; k < 2; k++) {
      int[] counted = k == 0 ? times : new int[all];
      if (k == 1) {
        Arrays.fill(counted, 1);
      }
      ScoreOrder order = new ScoreOrder(Cases.of(selected[k])
          .chances(chances[k])
          .outcomes(outcomes[k], weights[k])
          .build(), 10);
      int[] rows = new int[order.cases().size()];
      Arrays.setAll(rows, i -> i);
      figures[k] = new double[Figure.values().length];
      new CellFigures(order.cases(), rows, 10, 250, 0).compute(counted, order.exposures(counted),
          figures[k]);
    }
    for (Figure figure : Figure.values()) {
      assertEquals(figures[1][figure.ordinal()], figures[0][figure.ordinal()], 1e-9,
          figure.name());
    }
  }

  @Test
  void people_without_a_score_are_a_share_of_all_and_in_no_mean() {
    double[] chances = new double[100];
    for (int i = 0; i < 100; i++) {
      chances[i] = i % 4 == 0 ? Double.NaN : i % 4 == 1 ? 0.2 : 0.5;
    }
    Map<Figure, Finding> whole = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(new boolean[100]).chances(chances).build())
        .whole();
    assertEquals(0.25, whole.get(Figure.ABSTENTION_RATE).value(), 1e-12);
    assertEquals(0.4, whole.get(Figure.MEAN_SCORE).value(), 1e-12);
    assertEquals(75, whole.get(Figure.MEAN_SCORE).people());
  }

  @Test
  void equal_scores_share_their_ranks() {
    boolean[] selected = new boolean[60];
    double[] chances = new double[60];
    String[] groups = new String[60];
    for (int i = 0; i < 60; i++) {
      chances[i] = 0.5;
      groups[i] = i < 20 ? "first in the file" : "last";
    }
    FairnessReport report = FairnessReport.builder(HELP)
        .draws(40)
        .exposureRanks(10)
        .measure(Cases.of(selected).chances(chances).attribute("place", groups).build());
    assertEquals(1, value(cell(report, List.of("place"), "last"), Figure.EXPOSURE_RATIO), 1e-12);
  }

  /// Of 10, 30 and 40 people the outcome is known of 5, 30 and 25: the numbers hide the group of 30 with that of 10, the
  /// outcomes that of 40, so that of none of the three anything about outcomes may be shown.
  @Test
  void a_group_whose_number_is_hidden_shows_nothing_at_all() {
    int[] sizes = {10, 30, 40, 100, 90, 100};
    int[] known = {5, 30, 25, 100, 90, 80};
    boolean[] selected = new boolean[370];
    double[] weights = new double[370];
    String[] rows = new String[370];
    String[] columns = new String[370];
    int at = 0;
    for (int g = 0; g < 6; g++) {
      for (int i = 0; i < sizes[g]; i++) {
        selected[at] = i % 2 == 0;
        weights[at] = i < known[g] ? 1 : 0;
        rows[at] = g < 3 ? "a" : "b";
        columns[at++] = List.of("x", "y", "z").get(g % 3);
      }
    }
    FairnessReport table = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(selected)
            .outcomes(selected, weights)
            .attribute("row", rows)
            .attribute("column", columns)
            .build());
    GroupCell thirty = cell(table, List.of("row", "column"), "a", "y");
    assertNull(thirty.people());
    assertEquals(Set.of(Basis.values()), thirty.hidden());
    String[] three = Arrays.copyOf(columns, 80);
    FairnessReport line = FairnessReport.builder(HELP)
        .draws(40)
        .measure(Cases.of(Arrays.copyOf(selected, 80))
            .outcomes(Arrays.copyOf(selected, 80), Arrays.copyOf(weights, 80))
            .attribute("column", three)
            .build());
    assertEquals(Set.of(Basis.values()), cell(line, List.of("column"), "y").hidden());
  }
}
