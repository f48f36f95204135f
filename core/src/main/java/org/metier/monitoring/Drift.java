package org.metier.monitoring;

/// How far the values of a field moved since the baseline.
///
/// @param field its name
/// @param people with a value now
/// @param stabilityIndex population stability index: the symmetric Kullback-Leibler divergence of the shares,
///     at least 0; where a bin is empty on one side, half a person is counted on both
/// @param chanceBound what the index exceeds once in 100 times by chance alone if nothing moved: it goes as
///     `(1 / n + 1 / m) χ²` with one degree of freedom less than bins (Yurdakul, Naranjo, "Statistical
///     Properties of the Population Stability Index", Journal of Risk Model Validation 14, 2020)
/// @param jensenShannon distance, the square root of the divergence to base 2; 0 to 1
/// @param kolmogorovSmirnov largest distance of the cumulated shares at the edges of the bins, a lower bound of
///     that of the values; 0 to 1; 0 for categories
/// @param unknownBefore share of people without a value in the baseline
/// @param unknownNow the same now
/// @param level what to do
public record Drift(String field, long people, double stabilityIndex, double chanceBound,
    double jensenShannon, double kolmogorovSmirnov, double unknownBefore, double unknownNow,
    Level level) {
  /// The usual limits of the index: Siddiqi, "Credit Risk Scorecards", 2006.
  private static final double WATCH = 0.1;
  private static final double ACT = 0.25;
  /// Of the unknown share.
  private static final double UNKNOWN_WATCH = 0.05;
  private static final double UNKNOWN_ACT = 0.2;
  private static final double HALF_A_PERSON = 0.5;
  /// The 0.995 quantile of the standard normal distribution: either way, once in 100 times.
  private static final double Z_995 = 2.5758293035489004;
  /// The 0.99 quantile of the standard normal distribution.
  private static final double Z_99 = 2.3263478740408408;

  /// How much a movement matters.
  public enum Level {
    STABLE,
    /// Index above 0.1, or 5 points more or fewer unknown, and either above what chance explains.
    WATCH,
    /// Index above 0.25, or 20 points more or fewer unknown, and either above what chance explains.
    ACT,
    /// Nobody has a value on one side, and that is no movement beyond chance.
    NO_DATA
  }

  /// Compares counts in the same bins.
  ///
  /// @throws IllegalArgumentException if the bins differ
  public static Drift of(FieldProfile before, FieldProfile now) {
    if (!before.name().equals(now.name()) || !before.edges().equals(now.edges())
        || !before.categories().equals(now.categories())) {
      throw new IllegalArgumentException("the bins of " + before.name() + " and " + now.name()
          + " differ; count the new values by FieldProfile.again of the baseline's field");
    }
    if (before.known() == 0 || now.known() == 0) {
      Level level = level(0, 0, unknownBeyondChance(before, now));
      return new Drift(before.name(), now.known(), 0, 0, 0, 0, before.unknownShare(),
          now.unknownShare(), level == Level.STABLE ? Level.NO_DATA : level);
    }
    int bins = before.counts().size();
    double index = 0;
    double divergence = 0;
    double distance = 0;
    double cumulated = 0;
    int used = 0;
    for (int b = 0; b < bins; b++) {
      double p = (double) before.counts().get(b) / before.known();
      double q = (double) now.counts().get(b) / now.known();
      if (p == 0 && q == 0) {
        continue;
      }
      used++;
      double smoothP = p == 0 || q == 0 ? p + HALF_A_PERSON / before.known() : p;
      double smoothQ = p == 0 || q == 0 ? q + HALF_A_PERSON / now.known() : q;
      index += (smoothQ - smoothP) * StrictMath.log(smoothQ / smoothP);
      double middle = (p + q) / 2;
      divergence += (p == 0 ? 0 : p * StrictMath.log(p / middle) / 2)
          + (q == 0 ? 0 : q * StrictMath.log(q / middle) / 2);
      cumulated += q - p;
      distance = Math.max(distance, Math.abs(cumulated));
    }
    double bound = used < 2
        ? 0
        : (1.0 / before.known() + 1.0 / now.known()) * chiSquare99(used - 1);
    return new Drift(before.name(), now.known(), index, bound,
        Math.sqrt(Math.max(0, divergence) / StrictMath.log(2)),
        before.isOfNumbers() ? distance : 0, before.unknownShare(), now.unknownShare(),
        level(index, bound, unknownBeyondChance(before, now)));
  }

  /// By how much the unknown share moved; 0 where chance explains it, by the test of two shares whose spread is that of
  /// both together.
  private static double unknownBeyondChance(FieldProfile before, FieldProfile now) {
    double n = before.known() + before.unknown();
    double m = now.known() + now.unknown();
    if (n == 0 || m == 0) {
      return 0;
    }
    double moved = Math.abs(now.unknownShare() - before.unknownShare());
    double both = (before.unknown() + now.unknown()) / (n + m);
    return moved > Z_995 * Math.sqrt(both * (1 - both) * (1 / n + 1 / m)) ? moved : 0;
  }

  private static Level level(double index, double bound, double unknown) {
    double beyondChance = index > bound ? index : 0;
    return beyondChance > ACT || unknown > UNKNOWN_ACT
        ? Level.ACT
        : beyondChance > WATCH || unknown > UNKNOWN_WATCH ? Level.WATCH : Level.STABLE;
  }

  /// The 0.99 quantile, by Wilson and Hilferty's cube ("The Distribution of Chi-Square", PNAS 17, 1931);
  /// within 1 % from one degree of freedom on.
  private static double chiSquare99(int degrees) {
    double part = 2.0 / (9.0 * degrees);
    double root = 1 - part + Z_99 * Math.sqrt(part);
    return degrees * root * root * root;
  }
}
