package org.metier.match.feature;

import org.jspecify.annotations.Nullable;
import org.metier.match.internal.RowPlace;
import org.metier.match.internal.RowWriter;
import org.metier.match.internal.VacancyRow;
import org.metier.place.GeoPoint;
import org.metier.place.Place;

/// Where a person lives, ready to be compared with many workplaces. Immutable.
///
/// @param city folded, see [RowWriter#folded]; null when unknown, so the others
/// @param country packed, see [VacancyRow#packed]; 0 when unknown
/// @param point null when no distance can be told from it
@SuppressWarnings("ArrayRecordComponent") // never compared, and never handed out
record HomePlace(byte @Nullable [] city, byte @Nullable [] postcode, byte @Nullable [] region,
    int country, @Nullable GeoPoint point) {

  static @Nullable HomePlace of(@Nullable Place place) {
    return place == null
        ? null
        : new HomePlace(folded(place.city()), folded(place.postcode()), folded(place.region()),
            place.country() == null ? 0 : VacancyRow.packed(place.country()),
            place.distancePoint());
  }

  private static byte @Nullable [] folded(@Nullable String name) {
    return name == null ? null : RowWriter.folded(name);
  }

  /// @return 3 for the same town or postcode, 2 for the same region, 1 for the same country, 0 for another
  ///     country; NaN when it cannot be told
  double agreement(RowPlace other) {
    if (country != 0 && other.country() != 0 && country != other.country()) {
      return 0;
    }
    if (other.isPostcode(postcode) || other.isCity(city)) {
      return 3;
    }
    if (other.isRegion(region)) {
      return 2;
    }
    return country != 0 && country == other.country() ? 1 : Double.NaN;
  }

  /// @return NaN when unknown
  double distanceKm(RowPlace other) {
    GeoPoint there = point == null ? null : other.point();
    return point == null || there == null ? Double.NaN : point.distanceKm(there);
  }
}
