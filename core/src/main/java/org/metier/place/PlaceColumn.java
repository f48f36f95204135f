package org.metier.place;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a column of a table of places holds, with the headers that it is known by, compared without case
/// and anything but letters and digits.
enum PlaceColumn {
  NAME("name", "nom", "city", "town", "place", "placename", "nomcommune", "municipality", "commune",
      "gemeente", "ort", "miejscowosc", "nutsname"),
  OTHER_NAMES("altname", "alternatenames", "alternativenames", "asciiname", "libelleacheminement",
      "namelatn", "othernames"),
  COUNTRY("country", "countrycode", "cntrcode", "iso2"),
  ADMIN1("admin1", "admin1code", "adm1"),
  ADMIN2("admin2", "admin2code", "adm2"),
  POPULATION("population", "pop"),
  LATITUDE("latitude", "lat"),
  LONGITUDE("longitude", "lon", "lng", "long"),
  POSTCODE("postcode", "postalcode", "codepostal", "zip", "zipcode", "plz", "kodpocztowy"),
  /// INSEE's code of a French commune.
  INSEE("codecommune", "insee", "codeinsee", "codecommuneinsee", "inseecode"),
  NUTS("nuts", "nutsid", "nutscode"),
  FEATURE_CLASS("featureclass"),
  FEATURE_CODE("featurecode"),
  ADMIN_PATH("adminpath");

  private static final Map<String, PlaceColumn> BY_HEADER = byHeader();

  @SuppressWarnings("ImmutableEnumChecker") // never changed after the constructor
  private final List<String> headers;

  PlaceColumn(String... headers) {
    this.headers = List.of(headers);
  }

  private static Map<String, PlaceColumn> byHeader() {
    Map<String, PlaceColumn> columns = new HashMap<>();
    for (PlaceColumn column : values()) {
      column.headers.forEach(header -> columns.put(header, column));
    }
    return Map.copyOf(columns);
  }

  static @Nullable PlaceColumn of(String header) {
    return BY_HEADER.get(header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ""));
  }
}
