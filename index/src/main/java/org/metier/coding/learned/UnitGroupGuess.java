package org.metier.coding.learned;

/// A unit group that an advertisement may belong to.
///
/// @param unitGroup 4 digits
/// @param probability calibrated, 0 to 1
public record UnitGroupGuess(String unitGroup, double probability) {
  public UnitGroupGuess {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be 0 to 1, was " + probability);
    }
  }
}
