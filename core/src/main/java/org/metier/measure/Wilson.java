package org.metier.measure;

/// Where a share lies that was counted: the score interval of 95 % (Wilson, "Probable Inference, the Law of
/// Succession, and Statistical Inference", JASA 22, 1927).
public final class Wilson {
  /// The 0.975 quantile of the standard normal distribution.
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /// @param hits 0 to `cases`
  /// @param cases at least 1
  /// @return within 0 to 1
  public static Interval of(long hits, long cases) {
    if (cases < 1 || hits < 0 || hits > cases) {
      throw new IllegalArgumentException("hits must be 0 to the cases, and these at least 1, were "
          + hits + " and " + cases);
    }
    double share = (double) hits / cases;
    double squared = Z * Z;
    double middle = (share + squared / (2 * cases)) / (1 + squared / cases);
    double half = Z / (1 + squared / cases)
        * Math.sqrt(share * (1 - share) / cases + squared / (4.0 * cases * cases));
    return new Interval(hits == 0 ? 0 : Math.max(0, middle - half),
        hits == cases ? 1 : Math.min(1, middle + half));
  }
}
