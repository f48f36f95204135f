package org.metier.interchange;

/// Between our `x <= threshold` on doubles and XGBoost's `(float) x < threshold`.
final class SinglePrecision {
  private SinglePrecision() {}

  /// The highest double that single precision takes for less than a threshold.
  static double highestBelow(float threshold) {
    double middle = ((double) Math.nextDown(threshold) + threshold) / 2;
    return (float) middle < threshold ? middle : Math.nextDown(middle);
  }

  /// The threshold that single-precision values at most a bound are below, and no others; the largest
  /// number alone is on the wrong side of a bound above it.
  static float above(double bound) {
    float nearest = (float) bound;
    float floor = nearest > bound ? Math.nextDown(nearest) : nearest;
    return Math.min(Math.nextUp(floor), Float.MAX_VALUE);
  }
}
