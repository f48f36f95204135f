package org.metier.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Coordinates of the larger towns of the countries that Metier's languages are spoken in, and of their
/// neighbours. Immutable and thread-safe.
public final class Gazetteer {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// By folded name, and by folded name and country; the largest town of a name came first.
  private final Map<String, GeoPoint> towns = new HashMap<>();

  private Gazetteer() {}

  /// The towns that ship with Metier.
  public static Gazetteer builtIn() {
    return BuiltIn.GAZETTEER;
  }

  /// Read once, when first asked for; immutable.
  private static final class BuiltIn {
    static final Gazetteer GAZETTEER = read();

    private static Gazetteer read() {
      try (InputStream table = Gazetteer.class.getResourceAsStream("places.csv")) {
        if (table == null) {
          throw new IllegalStateException("metier-core lacks its resource place/places.csv");
        }
        return Gazetteer.read(new InputStreamReader(table, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("the resource place/places.csv cannot be read", e);
      }
    }
  }

  /// Reads a table with the columns `name,alternativeNames,country,latitude,longitude`, larger towns
  /// first, alternative names parted by bars.
  static Gazetteer read(Reader table) throws IOException {
    Gazetteer gazetteer = new Gazetteer();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
      for (NamedCsvRecord row : rows) {
        GeoPoint point = new GeoPoint(Double.parseDouble(row.getField("latitude")),
            Double.parseDouble(row.getField("longitude")));
        String names = row.getField("name") + "|" + row.getField("alternativeNames");
        for (String name : names.split("\\|")) {
          gazetteer.add(name, row.getField("country"), point);
        }
      }
    }
    return gazetteer;
  }

  private void add(String name, String country, GeoPoint point) {
    String folded = fold(name);
    if (!folded.isEmpty()) {
      towns.putIfAbsent(folded, point);
      towns.putIfAbsent(key(folded, country), point);
    }
  }

  /// Where a town lies, by its name in any language, whatever its case, accents and hyphens.
  ///
  /// @param country ISO 3166-1 alpha-2; null when unknown, and then the largest town of that name is meant
  public Optional<GeoPoint> locate(String town, @Nullable String country) {
    String folded = fold(town);
    return Optional.ofNullable(towns.get(country == null ? folded : key(folded, country)));
  }

  private static String key(String foldedTown, String country) {
    return foldedTown + "," + country.toUpperCase(Locale.ROOT);
  }

  private static String fold(String name) {
    String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String plain = MARKS.matcher(apart).replaceAll("").replace('ł', 'l').replace("ß", "ss");
    return NO_LETTERS.matcher(plain).replaceAll(" ").strip();
  }
}
