package org.metier.place;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Understands the rows of one file of places and hands them to a [PlaceGathering]. Not thread-safe.
final class PlaceRows {
  private static final String EXPECTED = "expected GeoNames' cities500.txt or allCountries.txt (19"
      + " columns by tabs), its postal codes (12), its admin1CodesASCII.txt or admin2Codes.txt (4),"
      + " or a table with a header that has name, latitude, longitude and country; or postcode,"
      + " name and INSEE code; or NUTS code, name and country";
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,20})?");
  private static final Pattern ADMIN_PATH = Pattern.compile("[A-Z]{2}(?:\\.[\\p{L}\\p{N}-]+){1,2}");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
  /// Populated places that are no more.
  private static final Set<String> GONE = Set.of("PPLH", "PPLQ", "PPLW", "PPLCH");

  /// A row that cannot be used, and why.
  static final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    BadRow(String message) {
      super(message);
    }
  }

  private enum Layout {
    TOWNS("places with coordinates"), COMMUNES("communes with postcodes"), REGIONS("regions");

    final String words;

    Layout(String words) {
      this.words = words;
    }
  }

  private final String file;
  private final PlaceGathering gathering;
  private final List<PlacesReport.SkippedRow> skipped;
  private final List<@Nullable PlaceColumn> columns = new ArrayList<>();
  private @Nullable Layout layout;
  private Map<PlaceColumn, String> row = Map.of();
  private int rows;
  private int passedOver;
  private int bad;

  PlaceRows(String file, PlaceGathering gathering, List<PlacesReport.SkippedRow> skipped) {
    this.file = file;
    this.gathering = gathering;
    this.skipped = skipped;
  }

  int bad() {
    return bad;
  }

  int rows() {
    return rows;
  }

  PlacesReport.SourceFile report() {
    return new PlacesReport.SourceFile(file, layout == null ? "empty" : layout.words, rows,
        passedOver);
  }

  /// Takes the columns of a file of GeoNames that has no header.
  ///
  /// @return whether its first line looks like one
  boolean fixed(List<String> first) {
    if (first.size() == 19 && first.get(0).matches("\\d+") && isNumber(first.get(4))) {
      layout = Layout.TOWNS;
      put(1, PlaceColumn.NAME, PlaceColumn.OTHER_NAMES, PlaceColumn.OTHER_NAMES,
          PlaceColumn.LATITUDE, PlaceColumn.LONGITUDE, PlaceColumn.FEATURE_CLASS,
          PlaceColumn.FEATURE_CODE, PlaceColumn.COUNTRY, null, PlaceColumn.ADMIN1,
          PlaceColumn.ADMIN2, null, PlaceColumn.INSEE, PlaceColumn.POPULATION);
    } else if (first.size() == 12 && first.get(0).matches("[A-Z]{2}") && isNumber(first.get(9))) {
      layout = Layout.TOWNS;
      put(0, PlaceColumn.COUNTRY, PlaceColumn.POSTCODE, PlaceColumn.NAME, null, PlaceColumn.ADMIN1,
          null, PlaceColumn.ADMIN2, null, null, PlaceColumn.LATITUDE, PlaceColumn.LONGITUDE);
    } else if (first.size() == 4 && ADMIN_PATH.matcher(first.get(0)).matches()) {
      layout = Layout.REGIONS;
      put(0, PlaceColumn.ADMIN_PATH, PlaceColumn.NAME, PlaceColumn.OTHER_NAMES);
    }
    return layout != null;
  }

  private void put(int empty, @Nullable PlaceColumn... known) {
    for (int i = 0; i < empty; i++) {
      columns.add(null);
    }
    for (PlaceColumn column : known) {
      columns.add(column);
    }
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text.strip()).matches();
  }

  /// @throws PlacesException if these are not the columns of a table of places
  void header(List<String> names) {
    names.forEach(name -> columns.add(PlaceColumn.of(name)));
    boolean isNamed = columns.contains(PlaceColumn.NAME)
        || columns.contains(PlaceColumn.OTHER_NAMES);
    boolean isOfCountry = columns.contains(PlaceColumn.COUNTRY)
        || columns.contains(PlaceColumn.INSEE);
    if (isNamed && isOfCountry && columns.contains(PlaceColumn.LATITUDE)
        && columns.contains(PlaceColumn.LONGITUDE)) {
      layout = Layout.TOWNS;
    } else if (isNamed && columns.contains(PlaceColumn.NUTS)) {
      layout = Layout.REGIONS;
    } else if (isNamed && isOfCountry && columns.contains(PlaceColumn.POSTCODE)) {
      layout = Layout.COMMUNES;
    } else {
      String found = String.join(", ", names.stream().limit(20).toList());
      throw new PlacesException(file + " has the columns \""
          + (found.length() > 300 ? found.substring(0, 300) + "…" : found) + "\"; " + EXPECTED);
    }
  }

  void row(long line, List<String> fields) {
    rows++;
    row = new EnumMap<>(PlaceColumn.class);
    for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
      PlaceColumn column = columns.get(i);
      String field = fields.get(i).strip();
      if (column != null && !field.isEmpty()) {
        row.merge(column, field, (a, b) -> a + "|" + b);
      }
    }
    try {
      switch (java.util.Objects.requireNonNull(layout)) {
        case TOWNS -> town();
        case COMMUNES -> commune();
        case REGIONS -> region();
      }
    } catch (BadRow e) {
      bad++;
      if (skipped.size() < PlacesReport.MAX_LISTED) {
        skipped.add(new PlacesReport.SkippedRow(file, line, String.valueOf(e.getMessage())));
      }
    }
  }

  private String field(PlaceColumn column) {
    return row.getOrDefault(column, "");
  }

  private void town() throws BadRow {
    String type = field(PlaceColumn.FEATURE_CLASS);
    String code = field(PlaceColumn.FEATURE_CODE);
    boolean isRegion = type.equals("A") && (code.equals("ADM1") || code.equals("ADM2"));
    if (!type.isEmpty() && !isRegion && (!type.equals("P") || GONE.contains(code))) {
      passedOver++;
      return;
    }
    List<String> names = names();
    String country = country();
    GeoPoint point = point();
    String admin1 = field(PlaceColumn.ADMIN1);
    String admin2 = field(PlaceColumn.ADMIN2);
    Regions regions = gathering.regions();
    if (isRegion) {
      boolean isFirst = code.equals("ADM1");
      PlaceDraft added = regions.add(country, names, isFirst || admin2.isEmpty() ? null : admin2,
          isFirst && !admin1.isEmpty() ? admin1 : null, point);
      regions.nest(added, isFirst ? null : regions.withAdmin1(country, admin1));
      return;
    }
    PlaceDraft region = admin2.isEmpty() ? null : regions.withCode(country, admin2);
    region = region == null ? regions.withAdmin1(country, admin1) : region;
    PlaceDraft town = gathering.town(names, country, region, population(), point);
    String insee = field(PlaceColumn.INSEE);
    if (country.equals("FR") && insee.length() == 5) {
      town.keys.add("cFR" + insee.toUpperCase(Locale.ROOT));
    }
    if (!field(PlaceColumn.POSTCODE).isEmpty()) {
      gathering.postcode(country, field(PlaceColumn.POSTCODE), town, point);
    }
  }

  private void commune() throws BadRow {
    String postcode = field(PlaceColumn.POSTCODE);
    if (postcode.isEmpty() || postcode.length() > 12) {
      throw new BadRow("postcode is \"" + brief(postcode) + "\"; expected one such as 75012");
    }
    gathering.commune(country(), postcode, names(),
        field(PlaceColumn.INSEE).toUpperCase(Locale.ROOT));
  }

  private void region() throws BadRow {
    List<String> names = names();
    String path = field(PlaceColumn.ADMIN_PATH);
    Regions regions = gathering.regions();
    if (!path.isEmpty()) {
      String[] parts = path.split("\\.");
      if (!ADMIN_PATH.matcher(path).matches()) {
        throw new BadRow("code is \"" + brief(path) + "\"; expected one such as PL.77");
      }
      PlaceDraft added = regions.add(parts[0], names, parts.length == 3 ? parts[2] : null,
          parts.length == 2 ? parts[1] : null, null);
      regions.nest(added, parts.length == 3 ? regions.withAdmin1(parts[0], parts[1]) : null);
      return;
    }
    String nuts = field(PlaceColumn.NUTS).toUpperCase(Locale.ROOT);
    if (!nuts.matches("[A-Z]{2}[0-9A-Z]{0,3}")) {
      throw new BadRow("NUTS code is \"" + brief(nuts) + "\"; expected one such as PL21");
    }
    if (nuts.length() == 2) {
      passedOver++;
      return;
    }
    Set<String> split = new LinkedHashSet<>();
    for (String name : names) {
      split.add(name);
      for (String part : name.replaceFirst(",.*", "").split("/")) {
        split.add(part.strip().replaceFirst("^Prov\\. ", "").replaceFirst(" \\([A-Z]{2}\\)$", ""));
      }
    }
    regions.add(country(nuts.substring(0, 2)), split, nuts, null, null);
  }

  private List<String> names() throws BadRow {
    Set<String> names = new LinkedHashSet<>();
    names.addAll(List.of(field(PlaceColumn.NAME).split("\\|")));
    // GeoNames parts names by commas; in names of NUTS regions a comma parts what is said of them.
    String[] others = field(PlaceColumn.OTHER_NAMES)
        .split(layout == Layout.REGIONS ? "\\|" : "[,|]");
    for (String name : others) {
      names.add(name.strip());
    }
    names.removeIf(name -> name.length() > 200 || !LATIN.matcher(name).find()
        || PlaceName.fold(name).isEmpty());
    if (names.isEmpty()) {
      throw new BadRow("name is \"" + brief(field(PlaceColumn.NAME))
          + "\"; expected a name in Latin letters, such as Lyon");
    }
    return List.copyOf(names);
  }

  private String country() throws BadRow {
    String country = field(PlaceColumn.COUNTRY);
    // INSEE numbers the communes of France alone.
    return country(country.isEmpty() && !field(PlaceColumn.INSEE).isEmpty() ? "FR" : country);
  }

  private static String country(String found) throws BadRow {
    String country = found.matches("[A-Za-z]{2}") ? Countries.code(found) : null;
    if (country == null) {
      throw new BadRow(
          "country is \"" + brief(found) + "\"; expected an ISO 3166-1 code such as FR");
    }
    return country;
  }

  private GeoPoint point() throws BadRow {
    double latitude = degrees(PlaceColumn.LATITUDE, 90, "48.85");
    double longitude = degrees(PlaceColumn.LONGITUDE, 180, "2.35");
    if (latitude == 0 && longitude == 0) {
      throw new BadRow("latitude and longitude are 0; expected where the place lies");
    }
    return new GeoPoint(latitude, longitude);
  }

  private double degrees(PlaceColumn column, int most, String example) throws BadRow {
    String text = field(column);
    double degrees = isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    if (!(degrees >= -most && degrees <= most)) {
      throw new BadRow(column.name().toLowerCase(Locale.ROOT) + " is \"" + brief(text)
          + "\"; expected degrees from -" + most + " to " + most + ", such as " + example);
    }
    return degrees;
  }

  private int population() throws BadRow {
    String text = field(PlaceColumn.POPULATION);
    if (!text.matches("\\d{0,9}")) {
      throw new BadRow("population is \"" + brief(text) + "\"; expected a number such as 12000");
    }
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static String brief(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
