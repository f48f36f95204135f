package org.metier.oversight;

/// How likely somebody, or a model, holds the good outcome to be.
///
/// @param band code of the band that was chosen or shown, such as `HIGH`
/// @param chance that the band stands for, 0 to 1, so that ratings and scores can be compared
public record Rating(String band, double chance) {
  public Rating {
    if (!band.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
      throw new IllegalArgumentException(
          "a band must be a code of 1 to 64 letters, digits and _ . - such as HIGH");
    }
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be 0 to 1, was " + chance);
    }
  }
}
