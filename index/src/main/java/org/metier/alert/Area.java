package org.metier.alert;

import org.metier.place.GeoPoint;

/// A circle on the earth.
///
/// @param radiusKm greater than 0, at most 20,100: half of the earth's circumference, rounded up
public record Area(GeoPoint centre, double radiusKm) {
  public Area {
    if (!(radiusKm > 0 && radiusKm <= 20_100)) {
      throw new IllegalArgumentException(
          "radiusKm must be greater than 0 and at most 20100, was " + radiusKm);
    }
  }

  /// Whether a point lies in it or on its rim.
  public boolean contains(GeoPoint point) {
    return centre.distanceKm(point) <= radiusKm;
  }
}
