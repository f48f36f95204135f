package org.metier.potential;

/// A chance in words: one of five steps, as people are told it.
public enum Band {
  LOW, RATHER_LOW, MIDDLE, RATHER_HIGH, HIGH;

  /// The band of a chance: a fifth of the range from 0 to 1 each, lower ends included.
  ///
  /// @param chance 0 to 1
  public static Band of(double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be 0 to 1, was " + chance);
    }
    return values()[Math.min(values().length - 1, (int) (chance * values().length))];
  }
}
