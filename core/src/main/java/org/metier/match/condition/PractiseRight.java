package org.metier.match.condition;

import org.metier.match.internal.OccupationReference;

/// Whether a person may practise a regulated profession, as they or their counsellor said.
///
/// @param occupation ISCO-08 code of 1 to 4 digits, which stands for all occupations below it, or the
///     URI of an occupation
/// @param country ISO 3166-1 alpha-2 in upper case
/// @param isHeld false when a recognition was refused, or is missing and cannot be had soon
public record PractiseRight(String occupation, String country, boolean isHeld) {
  public PractiseRight {
    OccupationReference.require(occupation);
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "country must be an ISO 3166-1 alpha-2 code such as FR, was " + country);
    }
  }
}
