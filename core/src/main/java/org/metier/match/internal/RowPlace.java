package org.metier.match.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;

/// A workplace of a [VacancyRow], as far as it is known. Valid until the next row is read.
public final class RowPlace {
  static final int UNKNOWN = -1;

  byte[] bytes = {};
  int cityAt;
  int cityLength;
  int postcodeAt;
  int postcodeLength;
  int regionAt;
  int regionLength;
  int country;
  boolean hasPoint;
  double latitude;
  double longitude;

  /// Whether its city is known and this one.
  ///
  /// @param folded see [RowWriter#folded]; null when unknown
  public boolean isCity(byte @Nullable [] folded) {
    return is(folded, cityAt, cityLength);
  }

  public boolean isPostcode(byte @Nullable [] folded) {
    return is(folded, postcodeAt, postcodeLength);
  }

  public boolean isRegion(byte @Nullable [] folded) {
    return is(folded, regionAt, regionLength);
  }

  private boolean is(byte @Nullable [] folded, int from, int length) {
    return folded != null && length == folded.length
        && Arrays.equals(bytes, from, from + length, folded, 0, length);
  }

  /// See [VacancyRow#packed]; 0 when unknown.
  public int country() {
    return country;
  }

  /// Where it is, if distances from there say something.
  public @Nullable GeoPoint point() {
    return hasPoint ? new GeoPoint(latitude, longitude) : null;
  }
}
