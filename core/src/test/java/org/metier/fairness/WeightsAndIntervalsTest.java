package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.metier.fairness.EightPeople.HELP;
import static org.metier.fairness.EightPeople.cell;
import static org.metier.fairness.EightPeople.report;
import static org.metier.fairness.EightPeople.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What weights count for, and what chance alone can do.
@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class WeightsAndIntervalsTest {
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
}
