package org.metier.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitQuadratureTest {
  /// The integral of `t^k` over 0 to 1 is `1 / (k + 1)`.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 16, 32})
  void powers_up_to_twice_the_points_are_integrated_exactly(int n) {
    UnitQuadrature rule = UnitQuadrature.ofPoints(n);
    for (int k = 0; k < 2 * n; k++) {
      double sum = 0;
      for (int q = 0; q < n; q++) {
        assertTrue(rule.weights[q] > 0);
        sum += rule.weights[q] * StrictMath.pow(rule.points[q], k);
      }
      assertEquals(1.0 / (k + 1), sum, 1e-14, "power " + k);
    }
  }
}
