package org.metier.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecalibrationTest {
  /// Log-odds of the truth are half those of the forecast, and 0.4 above them.
  @Test
  void slope_and_level_are_found_again() {
    var random = new Random(1);
    int n = 200_000;
    double[] forecasts = new double[n];
    boolean[] steep = new boolean[n];
    boolean[] low = new boolean[n];
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    for (int i = 0; i < n; i++) {
      double odds = 2 * random.nextGaussian();
      forecasts[i] = 1 / (1 + Math.exp(-odds));
      steep[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds / 2));
      low[i] = random.nextDouble() < 1 / (1 + Math.exp(-odds - 0.4));
    }
    assertEquals(0.5, Recalibration.of(forecasts, steep, weights).slope(), 0.01);
    assertEquals(0.4, Recalibration.of(forecasts, low, weights).intercept(), 0.02);
    assertEquals(1, Recalibration.of(forecasts, low, weights).slope(), 0.02);
  }

  @Test
  void forecasts_that_are_all_alike_have_no_slope() {
    assertEquals(0, Recalibration.of(new double[]{.3, .3}, new boolean[]{true, false},
        new double[]{1, 1}).slope());
  }
}
