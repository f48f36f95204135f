package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.metier.rank.Forest;
import org.metier.text.Language;

/// Columns, maps and records of a model, by hand-worked numbers and by what they refuse.
class ColumnTest {
  @Test
  void a_value_beyond_those_of_the_training_counts_as_the_nearest_of_them() {
    Column value = new Column.Value("months", 2, 40, 12);
    assertEquals(-10, value.of(0));
    assertEquals(-10, value.of(2));
    assertEquals(-2, value.of(10));
    assertEquals(28, value.of(40));
    assertEquals(28, value.of(500));
    assertEquals(0, value.of(Double.NaN));
  }

  @Test
  void a_hinge_is_flat_below_its_knot_and_beyond_the_training() {
    Column hinge = new Column.Hinge("months", 10, 40, 3);
    assertEquals(-3, hinge.of(0));
    assertEquals(-3, hinge.of(10));
    assertEquals(2, hinge.of(15));
    assertEquals(27, hinge.of(99));
    assertEquals(0, hinge.of(Double.NaN));
  }

  @Test
  void a_category_and_a_missing_value_are_centred_on_their_shares() {
    Column is = new Column.Is("school", 2, 0.25);
    assertEquals(0.75, is.of(2));
    assertEquals(-0.25, is.of(1));
    assertEquals(0, is.of(Double.NaN));
    Column missing = new Column.Missing("car", 0.1);
    assertEquals(0.9, missing.of(Double.NaN));
    assertEquals(-0.1, missing.of(1));
  }

  @Test
  void a_column_that_cannot_be_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Column.Value("a", 2, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Column.Value("a", 1, 2, Double.NaN));
    assertThrows(IllegalArgumentException.class,
        () -> new Column.Hinge("a", 1, Double.POSITIVE_INFINITY, 0));
    assertThrows(IllegalArgumentException.class, () -> new Column.Is("a", -1, 0));
  }

  /// Far scores are sure, and no number overflows on the way.
  @Test
  void a_chance_stays_between_0_and_1_for_every_score() {
    for (Link link : Link.values()) {
      assertEquals(0, link.chance(-800), 1e-300);
      assertEquals(1, link.chance(800));
      double before = 0;
      for (double score = -60; score <= 60; score += 0.25) {
        assertTrue(link.chance(score) >= before);
        before = link.chance(score);
      }
    }
    assertEquals(1 - Math.exp(-1), Link.CLOGLOG.chance(0), 1e-15);
    assertEquals(0.5, Link.LOGIT.chance(0));
  }

  @Test
  void a_calibration_that_turns_scores_round_is_refused() {
    for (double slope : new double[]{0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new CalibrationMap.Line(0, slope));
    }
    assertThrows(IllegalArgumentException.class,
        () -> new CalibrationMap.Curve(List.of(0.0, 1.0), List.of(0.5, 0.4)));
    assertThrows(IllegalArgumentException.class,
        () -> new CalibrationMap.Curve(List.of(1.0, 1.0), List.of(0.4, 0.5)));
    assertThrows(IllegalArgumentException.class,
        () -> new CalibrationMap.Curve(List.of(1.0), List.of(0.4)));
    assertThrows(IllegalArgumentException.class,
        () -> new CalibrationMap.Curve(List.of(0.0, 1.0), List.of(0.4, 1.1)));
  }

  private static void assertNoModel(UnaryOperator<Parts> change) {
    PotentialModel good = Examples.model(new Random(1), Family.HAZARD, 0);
    Parts parts = change.apply(new Parts(good.features(), good.columns(), good.weights(),
        good.forest(), good.uncertainty(), good.trainedFields(), good.intercept()));
    assertThrows(IllegalArgumentException.class,
        () -> new PotentialModel(good.specificationSha256(), good.specificationName(),
            good.horizonWeeks(), good.family(), good.link(), parts.features, parts.intercept,
            parts.columns, parts.weights, parts.forest, good.calibration(), parts.uncertainty,
            parts.trained, good.trainedOn()));
  }

  /// What the tests change.
  private record Parts(List<String> features, List<Column> columns, List<Double> weights,
      Forest forest, Uncertainty uncertainty, List<TrainedField> trained, double intercept) {}

  @Test
  void a_model_whose_parts_do_not_go_together_cannot_be_made() {
    assertNoModel(p -> new Parts(p.features, p.columns, p.weights, Forest.of(2, 0, List.of()),
        p.uncertainty, p.trained, p.intercept));
    assertNoModel(p -> new Parts(p.features, p.columns, p.weights, p.forest, p.uncertainty,
        p.trained.reversed(), p.intercept));
    assertNoModel(p -> new Parts(p.features, changed(p.columns, new Column.Is("pay", 0, 0)),
        p.weights, p.forest, p.uncertainty, p.trained, p.intercept));
    assertNoModel(p -> new Parts(p.features, p.columns, p.weights.subList(0, 5), p.forest,
        p.uncertainty, p.trained, p.intercept));
    assertNoModel(p -> new Parts(p.features, p.columns, p.weights, p.forest, p.uncertainty,
        p.trained, Double.NaN));
    assertNoModel(p -> new Parts(p.features, p.columns, changed(p.weights, Double.NaN), p.forest,
        p.uncertainty, p.trained, p.intercept));
    Uncertainty.Refit shorter = new Uncertainty.Refit(0, List.of(1.0));
    assertNoModel(p -> new Parts(p.features, p.columns, p.weights, p.forest,
        new Uncertainty.Refits(List.of(shorter, shorter)), p.trained, p.intercept));
    Forest grown = Examples.model(new Random(1), Family.HAZARD, 1).forest();
    assertNoModel(p -> new Parts(p.features, p.columns, p.weights, grown, p.uncertainty, p.trained,
        p.intercept));
  }

  private static <T> List<T> changed(List<T> list, T last) {
    List<T> copy = new ArrayList<>(list);
    copy.set(copy.size() - 1, last);
    return copy;
  }

  @Test
  void replicates_and_counts_have_bounds() {
    Uncertainty.Refit refit = new Uncertainty.Refit(0, List.of());
    assertThrows(IllegalArgumentException.class, () -> new Uncertainty.Refits(List.of(refit)));
    assertThrows(IllegalArgumentException.class, () -> new Uncertainty.Levels(List.of()));
    assertThrows(IllegalArgumentException.class,
        () -> new Uncertainty.Refit(Double.NaN, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new TrainedOn(10, 6, 5));
    assertThrows(IllegalArgumentException.class, () -> new TrainedOn(0, 0, 0));
    assertEquals(10, new TrainedOn(10, 6, 4).people());
    for (double share : new double[]{-0.1, 1.1}) {
      assertThrows(IllegalArgumentException.class,
          () -> new TrainedField("a", share, 0, 1, List.of(), 0));
    }
    assertThrows(IllegalArgumentException.class,
        () -> new TrainedField("a", 1, 2, 1, List.of(), 0));
    assertThrows(IllegalArgumentException.class,
        () -> new TrainedField("a", 1, 0, 1, List.of(), -0.1));
  }

  @Test
  void an_outcome_is_a_whole_number_of_units_away() {
    assertEquals(13, outcome(26, 2).horizonUnits());
    assertEquals(6, outcome(26, 13.0 / 3).horizonUnits());
    for (double weeks : new double[]{3, 0, -2, 52, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> outcome(26, weeks));
    }
    for (int horizon : new int[]{0, 521}) {
      assertThrows(IllegalArgumentException.class, () -> outcome(horizon, 1));
    }
    assertThrows(IllegalArgumentException.class,
        () -> new Outcome("w", 26, "spell", 2, List.of(), List.of()));
    assertThrows(IllegalArgumentException.class,
        () -> new Outcome(" ", 26, "spell", 2, List.of("found"), List.of()));
  }

  private static Outcome outcome(int horizon, double weeksPerUnit) {
    return new Outcome("w", horizon, "spell", weeksPerUnit, List.of("found"), List.of());
  }

  @Test
  void a_text_is_there_in_each_language_and_read_in_its_own() {
    Texts texts = new Texts("e", "f", "n", "p", "d");
    List<String> read = List.of(Language.EN, Language.FR, Language.NL, Language.PL, Language.DE)
        .stream()
        .map(texts::in)
        .toList();
    assertEquals(List.of("e", "f", "n", "p", "d"), read);
    assertThrows(IllegalArgumentException.class, () -> new Texts("e", "f", " ", "p", "d"));
  }
}
