package org.metier.place;

/// A position on the earth (WGS 84).
///
/// @param latitude -90 to 90 degrees
/// @param longitude -180 to 180 degrees
public record GeoPoint(double latitude, double longitude) {
  /// Mean Earth radius in kilometres: R1 of the IUGG, (2a + b) / 3 (Moritz 2000).
  private static final double EARTH_RADIUS_KM = 6371.0088;

  public GeoPoint {
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException("latitude must be -90.0 to 90.0 degrees, was " + latitude);
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException(
          "longitude must be -180.0 to 180.0 degrees, was " + longitude);
    }
  }

  /// Great-circle distance in kilometres by the haversine formula (Sinnott 1984), computed with
  /// `StrictMath`, so that every machine gets the same bits.
  public double distanceKm(GeoPoint other) {
    double lat1 = StrictMath.toRadians(latitude);
    double lat2 = StrictMath.toRadians(other.latitude);
    double sinLat = StrictMath.sin((lat2 - lat1) / 2);
    double sinLon = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
    double h = sinLat * sinLat + StrictMath.cos(lat1) * StrictMath.cos(lat2) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, StrictMath.sqrt(h)));
  }
}
