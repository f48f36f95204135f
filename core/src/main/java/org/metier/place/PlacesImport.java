package org.metier.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metier.home.Home;

/// Reads files of places and compiles them to one [Gazetteer].
///
/// A file is known by its content: GeoNames' `cities500.txt` or `allCountries.txt`, its postal codes and
/// its codes of administrative divisions as they are published, or a CSV, TSV or JSON table with a header
/// that names places with coordinates, communes with postcodes and INSEE codes, or NUTS regions. Files add
/// to each other in any order: communes and postcodes without coordinates lie where a town of their name
/// in their department does. The towns and regions that ship with Metier are always part of it.
///
/// Immutable; reading 60,000 towns costs about a second and some 100 MB of heap, growing with the places.
public final class PlacesImport {
  private final List<Path> files;

  private PlacesImport(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /// @param files at least one
  public static PlacesImport of(List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("name at least one file of places");
    }
    return new PlacesImport(files);
  }

  /// Reads the files and makes the result the gazetteer of a home.
  ///
  /// @throws PlacesException if a file cannot be used; the home is then as it was
  /// @throws org.metier.home.HomeException if another process is writing to the home
  public PlacesReport into(Home home) {
    try (Home.WriteLock _ = home.lock()) {
      PlaceGathering gathering = new PlaceGathering();
      List<PlacesReport.SourceFile> sources = new ArrayList<>();
      List<PlacesReport.SkippedRow> skipped = new ArrayList<>();
      int bad = 0;
      // Communes wait for towns, and towns for the regions of all files.
      for (Path file : files) {
        PlaceRows rows = new PlaceRows(String.valueOf(file.getFileName()), gathering, skipped);
        new PlaceSource(file, rows).read();
        requireSome(file, rows, skipped);
        sources.add(rows.report());
        bad += rows.bad();
      }
      addBuiltIn(gathering);
      List<PlaceDraft> places = gathering.finish();
      byte[] bytes = new PlaceTableWriter(places).compile();
      PlaceFile.save(bytes, home.placesFile());
      return new PlacesReport(sources, count(places, 'n'), count(places, 'p'),
          count(places, 'r'), count(places, 'y'), gathering.unlocated(), skipped, bad,
          bytes.length);
    }
  }

  private static void requireSome(Path file, PlaceRows rows,
      List<PlacesReport.SkippedRow> skipped) {
    if (rows.rows() == rows.bad()) {
      String first = skipped.isEmpty() ? "it has no rows" : skipped.getLast().toString();
      throw new PlacesException(file + " holds no place that can be used: " + first);
    }
  }

  /// @param kind first letter of a key of [PlaceTable]
  private static int count(List<PlaceDraft> places, char kind) {
    return (int) places.stream()
        .filter(place -> place.keys.stream().anyMatch(key -> key.charAt(0) == kind))
        .count();
  }

  /// What ships with Metier, compiled.
  static byte[] builtIn() {
    PlaceGathering gathering = new PlaceGathering();
    addBuiltIn(gathering);
    return new PlaceTableWriter(gathering.finish()).compile();
  }

  private static void addBuiltIn(PlaceGathering gathering) {
    try (InputStream table = PlacesImport.class.getResourceAsStream("places.csv")) {
      if (table == null) {
        throw new IllegalStateException("metier-core lacks its resource place/places.csv");
      }
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
          .ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : rows) {
          List<String> names = new ArrayList<>(List.of(row.getField("name")));
          if (!row.getField("alternativeNames").isEmpty()) {
            names.addAll(List.of(row.getField("alternativeNames").split("\\|")));
          }
          gathering.builtIn(names, row.getField("country"),
              new GeoPoint(Double.parseDouble(row.getField("latitude")),
                  Double.parseDouble(row.getField("longitude"))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the resource place/places.csv cannot be read", e);
    }
  }
}
