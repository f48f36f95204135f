package org.metier.feed.internal.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;

/// The places of work of one record. Not thread-safe.
final class DraftPlaces {
  private final DraftTerms.Problems problems;
  private final Set<Place> workplaces = new LinkedHashSet<>();

  DraftPlaces(DraftTerms.Problems problems) {
    this.problems = problems;
  }

  /// Adds a place of work. Coordinates count only as a pair within range that is not 0/0.
  void add(String field, @Nullable String city, @Nullable String postcode,
      @Nullable String region, @Nullable String country, @Nullable String latitude,
      @Nullable String longitude) {
    String code = country == null || country.isBlank() ? null : Countries.code(country);
    if (code == null && country != null && !country.isBlank()) {
      problems.note(ProblemCode.BAD_PLACE, field, country, "a country, such as FR or France");
    }
    GeoPoint point = point(field, latitude, longitude);
    String cleanCity = PlainText.field(city, Draft.MAX_RAW);
    String cleanPostcode = PlainText.field(postcode, 20);
    String cleanRegion = PlainText.field(region, Draft.MAX_RAW);
    if (cleanCity != null || cleanPostcode != null || cleanRegion != null || code != null
        || point != null) {
      workplaces.add(new Place(cleanCity, cleanPostcode, cleanRegion, code, point,
          point == null ? null : PlacePrecision.ADDRESS));
    }
  }

  private @Nullable GeoPoint point(String field, @Nullable String latitude,
      @Nullable String longitude) {
    if ((latitude == null || latitude.isBlank()) && (longitude == null || longitude.isBlank())) {
      return null;
    }
    Double lat = latitude == null ? null : Numerals.number(latitude);
    Double lon = longitude == null ? null : Numerals.number(longitude);
    if (lat != null && lon != null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
        && (lat != 0 || lon != 0)) {
      return new GeoPoint(lat, lon);
    }
    problems.note(ProblemCode.BAD_PLACE, field, latitude + " / " + longitude,
        "latitude -90 to 90 and longitude -180 to 180, such as 48.85 / 2.35");
    return null;
  }

  /// The countries that the source states.
  Set<String> countries() {
    Set<String> countries = new TreeSet<>();
    for (Place place : workplaces) {
      if (place.country() != null) {
        countries.add(place.country());
      }
    }
    return countries;
  }

  boolean isEmpty() {
    return workplaces.isEmpty();
  }

  /// Without places of which only the country is known, when there is a better one in that country or in
  /// none that is named.
  List<Place> precise() {
    return workplaces.stream()
        .filter(coarse -> !isCountryOnly(coarse) || workplaces.stream()
            .noneMatch(fine -> !isCountryOnly(fine) && (fine.country() == null
                || fine.country().equals(coarse.country()))))
        .toList();
  }

  private static boolean isCountryOnly(Place place) {
    return place.city() == null && place.postcode() == null && place.region() == null
        && place.point() == null;
  }
}
