package org.metier.duplicate;

/// From where on texts count as one. Where to tune: these numbers were chosen on Polish advertisements of
/// 18 boards, whose labelled pairs `evaluate duplicates` measures.
final class TextEvidence {
  private static final double STRONG_RESEMBLANCE = 0.45;
  private static final double STRONG_CONTAINMENT = 0.75;
  private static final double VERY_STRONG_RESEMBLANCE = 0.75;
  private static final double VERY_STRONG_CONTAINMENT = 0.85;
  private static final double IDENTICAL = 0.97;
  private static final double NEARLY_EQUAL = 0.9;
  private static final double MOSTLY_CONTAINED = 0.7;
  private static final double WEAK_CONTAINMENT = 0.35;
  /// Shorter texts must resemble each other as a whole: a sentence is contained in many.
  private static final int SHINGLES_FOR_CONTAINMENT = 20;

  private TextEvidence() {}

  /// Enough by itself, if no field speaks against it.
  static boolean isStrong(double resemblance, double containment, int shorter) {
    return resemblance >= STRONG_RESEMBLANCE
        || (containment >= STRONG_CONTAINMENT && shorter >= SHINGLES_FOR_CONTAINMENT);
  }

  /// Equal but for some words, as an advertisement that is repeated under a new number.
  static boolean isNearlyEqual(double containment) {
    return containment >= NEARLY_EQUAL;
  }

  /// Enough where an employer's number and the place are the same, whatever the titles.
  static boolean isMostlyContained(double containment) {
    return containment >= MOSTLY_CONTAINED;
  }

  /// Enough where the place is known to be the same region only.
  static boolean isVeryStrong(double resemblance, double containment, int shorter) {
    return resemblance >= VERY_STRONG_RESEMBLANCE
        || (containment >= VERY_STRONG_CONTAINMENT && shorter >= SHINGLES_FOR_CONTAINMENT);
  }

  /// The same text, perhaps with another number in it, and long enough to be no set phrase.
  static boolean isIdentical(double resemblance, int shorter) {
    return resemblance >= IDENTICAL && shorter >= SHINGLES_FOR_CONTAINMENT;
  }

  /// Enough together with title, employer and place, or an exact key.
  static boolean isWeak(double containment) {
    return containment >= WEAK_CONTAINMENT;
  }
}
