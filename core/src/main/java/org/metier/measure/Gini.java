package org.metier.measure;

import java.util.Arrays;

/// How unevenly something is spread.
public final class Gini {
  private Gini() {}

  /// The Gini coefficient: half the mean difference between two of the values, by their mean; computed as
  /// `sum((2 i - n - 1) x_i) / (n sum(x_i))` over ascending values, i from 1 (Dixon et al., "Bootstrapping the
  /// Gini Coefficient of Inequality", Ecology 68, 1987, without its small-sample correction). Time O(n log n).
  ///
  /// @param values such as the exposure of each vacancy, those with none included; none below 0, at least
  ///     one
  /// @return 0 (all alike) to `1 - 1/n` (one has all); 0 when all are 0
  public static double of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("expected at least one value");
    }
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    if (!(ascending[0] >= 0) || !Double.isFinite(ascending[ascending.length - 1])) {
      throw new IllegalArgumentException("values must be at least 0 and finite, were "
          + ascending[0] + " to " + ascending[ascending.length - 1]);
    }
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < ascending.length; i++) {
      weighted += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
      sum += ascending[i];
    }
    return sum == 0 ? 0 : weighted / (ascending.length * sum);
  }
}
