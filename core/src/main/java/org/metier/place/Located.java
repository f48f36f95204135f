package org.metier.place;

import org.jspecify.annotations.Nullable;

/// What a [Gazetteer] found.
///
/// @param name of the town, postcode area, region or country that the point belongs to, as the gazetteer
///     writes it
/// @param country ISO 3166-1 alpha-2
/// @param region code of the region that it lies in, such as `PL21` or `69`; null when unknown
/// @param precision what the point stands for; coarser than what was asked for when names are ambiguous
/// @param confidence above 0 to 1: the share of the people who live in places of that name that live in
///     this one; 1 when there is no other
public record Located(String name, String country, @Nullable String region, GeoPoint point,
    PlacePrecision precision, double confidence) {
  public Located {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be above 0 to 1, was " + confidence);
    }
  }
}
