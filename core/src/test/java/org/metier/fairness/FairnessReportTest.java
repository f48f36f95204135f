package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.metier.fairness.EightPeople.HELP;
import static org.metier.fairness.EightPeople.cell;
import static org.metier.fairness.EightPeople.eight;
import static org.metier.fairness.EightPeople.report;
import static org.metier.fairness.EightPeople.tenfold;
import static org.metier.fairness.EightPeople.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.fairness.Breakdown.Kind;
import org.metier.fairness.Meaning.Effect;
import org.metier.json.Json;
import org.metier.measure.Calibration;
import org.metier.measure.Interval;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class FairnessReportTest {
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
}
