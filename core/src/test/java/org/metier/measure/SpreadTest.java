package org.metier.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void gini_of_hand_worked_values() {
    assertEquals(0, Gini.of(2, 2, 2), 1e-12);
    assertEquals(0.75, Gini.of(0, 0, 0, 5), 1e-12);
    assertEquals(0.25, Gini.of(1, 3), 1e-12); // mean difference 2 * 1/2 = 1, half of it by mean 2
    assertEquals(0, Gini.of(0, 0));
  }

  @RepeatedTest(50)
  void gini_is_half_the_mean_difference_by_the_mean(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[] values = random.doubles(1 + random.nextInt(20)).toArray();
    double difference = 0;
    double sum = 0;
    for (double a : values) {
      sum += a;
      for (double b : values) {
        difference += Math.abs(a - b);
      }
    }
    double n = values.length;
    assertEquals(difference / (n * n) / 2 / (sum / n), Gini.of(values), 1e-12);
  }

  @Test
  void exposure_fades_by_rank_and_ends_at_the_cut_off() {
    List<List<String>> lists = List.of(List.of("a", "b", "c"), List.of("b"));
    double second = Gain.discount(2);
    assertEquals(Map.of("a", 1.0, "b", 1 + second), Exposure.of(2, lists, item -> item));
    SortedMap<String, Double> sizes = Exposure.of(2, lists,
        item -> item.equals("a") ? "small" : "large");
    SortedMap<String, Double> shares = Exposure.shares(sizes);
    assertEquals(1 / (2 + second), shares.getOrDefault("small", 0.0), 1e-12);
    assertEquals((1 + second) / (2 + second), shares.getOrDefault("large", 0.0), 1e-12);
  }

  @Test
  void coverage_counts_what_anybody_is_shown() {
    int[][] shown = {{0, 1, 2}, {1, 0}, {9}};
    assertEquals(0.3, Coverage.of(shown, new int[]{0, 1}, 10), 1e-12);
    assertEquals(0.3, Coverage.of(shown, new int[]{1, 2, 1}, 10), 1e-12);
    assertEquals(1, Coverage.of(shown, new int[]{0}, 3), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Coverage.of(shown, new int[]{2}, 9));
    assertThrows(IllegalArgumentException.class, () -> Coverage.of(shown, new int[0], 0));
  }

  @Test
  void calibration_of_hand_worked_forecasts() {
    double[] forecasts = {0.1, 0.1, 0.8, 0.8};
    double[] outcomes = {0, 0, 1, 0};
    Calibration calibration = Calibration.of(forecasts, outcomes, 2);
    assertEquals(2, calibration.bins().size());
    assertEquals((0.1 + 0.3) / 2, calibration.error(), 1e-12);
    assertEquals(0.3, calibration.largest(), 1e-12);
    assertEquals((0.01 + 0.01 + 0.04 + 0.64) / 4, calibration.brier(), 1e-12);
  }

  @Test
  void equal_forecasts_share_a_bin_and_weights_count() {
    double[] forecasts = {0.2, 0.2, 0.2, 0.2};
    double[] outcomes = {1, 0, 0, 0};
    assertEquals(1, Calibration.of(forecasts, outcomes, 4).bins().size());
    assertEquals(0.05, Calibration.of(forecasts, outcomes, 4).error(), 1e-12);
    // 1 of weight 3 in 6
    assertEquals(0.3, Calibration.of(forecasts, outcomes, new double[]{3, 1, 1, 1}, 4).error(),
        1e-12);
  }

  @RepeatedTest(20)
  void honest_forecasts_are_nearly_calibrated_and_doubled_ones_are_not(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[] chances = random.doubles(5_000, 0, 0.5).toArray();
    double[] outcomes = new double[chances.length];
    double[] doubled = new double[chances.length];
    for (int i = 0; i < chances.length; i++) {
      outcomes[i] = random.nextDouble() < chances[i] ? 1 : 0;
      doubled[i] = 2 * chances[i];
    }
    assertTrue(Calibration.of(chances, outcomes, 10).error() < 0.03);
    assertEquals(0.25, Calibration.of(doubled, outcomes, 10).error(), 0.03);
  }

  @Test
  void values_out_of_range_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> Gini.of(-1, 2));
    assertThrows(IllegalArgumentException.class, () -> Gini.of(Double.NaN, 2));
    assertThrows(IllegalArgumentException.class,
        () -> Calibration.of(new double[]{1.1}, new double[]{1}, 1));
    assertThrows(IllegalArgumentException.class,
        () -> Exposure.of(0, List.of(List.of("a")), item -> item));
  }
}
