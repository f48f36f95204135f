package org.metier.training.internal.boosting;

import org.metier.rank.fitting.ForestSettings.Sigmoid;

/// `1 / (1 + e^x)`, by the formula or from a table.
///
/// The table has [#PER_UNIT] values for each unit of x and a straight line between two of them, which is off by
/// at most 1/8 of the largest second derivative, 0.0962, by the square of the distance: 7.4e-7 (LightGBM's
/// table has a million values and no lines).
final class Sigmoids {
  private static final int PER_UNIT = 128;
  /// Beyond it, the value is 0 or 1 within 2e-14.
  private static final int REACH = 32;
  private static final double[] TABLE = new double[2 * REACH * PER_UNIT + 2];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      TABLE[i] = exact((double) i / PER_UNIT - REACH);
    }
  }

  private Sigmoids() {}

  static double of(Sigmoid how, double x) {
    return switch (how) {
      case EXACT -> exact(x);
      case TABLE -> fromTable(x);
    };
  }

  static double exact(double x) {
    return 1 / (1 + StrictMath.exp(x));
  }

  static double fromTable(double x) {
    double at = (Math.min(Math.max(x, -REACH), REACH) + REACH) * PER_UNIT;
    int below = (int) at;
    double lower = TABLE[below];
    return lower + (at - below) * (TABLE[below + 1] - lower);
  }
}
