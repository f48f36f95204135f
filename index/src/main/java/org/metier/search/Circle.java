package org.metier.search;

import org.metier.place.GeoPoint;

/// Around a place, as the crow flies.
///
/// @param radiusKm greater than 0, at most 1,000
public record Circle(GeoPoint centre, double radiusKm) {
  public Circle {
    if (!(radiusKm > 0 && radiusKm <= 1_000)) {
      throw new IllegalArgumentException(
          "radiusKm must be greater than 0 and at most 1000, was " + radiusKm);
    }
  }
}
