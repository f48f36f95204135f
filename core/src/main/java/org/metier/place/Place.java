package org.metier.place;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where work is done or a person lives, as far as it is known; at least one part is.
///
/// @param city as written by the source, never blank
/// @param postcode as written by the source
/// @param region name or code of a region, such as `dolnośląskie` or `75`
/// @param country ISO 3166-1 alpha-2 in upper case
/// @param point coordinates, null when neither given nor found in a [Gazetteer]
/// @param precision what the point stands for; null without a point, or when nobody can tell
public record Place(@Nullable String city, @Nullable String postcode, @Nullable String region,
    @Nullable String country, @Nullable GeoPoint point, @Nullable PlacePrecision precision) {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  public Place {
    if (city == null && postcode == null && region == null && country == null && point == null) {
      throw new IllegalArgumentException("a place needs at least one known part");
    }
    if (country != null && !COUNTRY.matcher(country).matches()) {
      throw new IllegalArgumentException(
          "country must be an ISO 3166-1 alpha-2 code such as FR, was " + country);
    }
    if (precision != null && point == null) {
      throw new IllegalArgumentException(
          "a place without a point must have no precision, had " + precision);
    }
  }

  public Place withPoint(GeoPoint located, PlacePrecision standsFor) {
    return new Place(city, postcode, region, country, located, standsFor);
  }

  /// The point, if distances from it say something; null when there is none, or it stands for a region or
  /// a country.
  public @Nullable GeoPoint distancePoint() {
    return precision == null || precision.hasDistance() ? point : null;
  }
}
