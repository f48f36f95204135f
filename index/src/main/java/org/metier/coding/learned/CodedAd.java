package org.metier.coding.learned;

/// An advertisement and the ISCO-08 unit group that a person coded it to.
///
/// @param unitGroup 4 digits
/// @param label what the coder's classification calls the occupation; empty when unknown
public record CodedAd(AdText text, String unitGroup, String label) {
  public CodedAd {
    if (!unitGroup.matches("\\d{4}")) {
      throw new IllegalArgumentException(
          "a unit group must be 4 digits such as 5223, was \"" + unitGroup + "\"");
    }
  }
}
