package org.metier.benchmarks.duplicates;

/// A share with its 95 % interval.
///
/// @param value 0 to 1; 0 when `of` is 0
/// @param low lower end, 0 to `value`
/// @param high upper end, `value` to 1
/// @param of how many it is a share of, or would be if all had the same weight
public record Share(double value, double low, double high, double of) {
  /// Quantile of the normal distribution for 95 %.
  private static final double Z = 1.959964;

  /// Wilson's score interval (Wilson, "Probable inference, the law of succession, and statistical
  /// inference", JASA 1927).
  static Share of(double value, double of) {
    if (!(of > 0)) {
      return new Share(0, 0, 1, 0);
    }
    double z2 = Z * Z;
    double middle = (value + z2 / (2 * of)) / (1 + z2 / of);
    double half = Z * StrictMath.sqrt(value * (1 - value) / of + z2 / (4 * of * of))
        / (1 + z2 / of);
    return new Share(value, Math.min(value, Math.max(0, middle - half)),
        Math.max(value, Math.min(1, middle + half)), of);
  }

  /// Adds up weighted yes and no. The interval is that of as many unweighted ones as tell the same, the
  /// square of the sum of weights by the sum of their squares (Kish, "Survey Sampling", 1965).
  static final class Sum {
    private double yes;
    private double all;
    private double squares;

    void add(boolean isYes, double weight) {
      yes += isYes ? weight : 0;
      all += weight;
      squares += weight * weight;
    }

    Share share() {
      return all > 0 ? of(yes / all) : Share.of(0, 0);
    }

    private Share of(double value) {
      return Share.of(Math.min(1, value), all * all / squares);
    }
  }
}
