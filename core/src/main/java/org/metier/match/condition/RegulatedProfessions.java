package org.metier.match.condition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.metier.match.condition.RegulatedProfession.Extent;

/// The table of regulated professions that ships with Metier, `regulated.tsv`, whose head says where it
/// comes from and what it leaves out. Immutable and thread-safe.
final class RegulatedProfessions {
  /// The Union, the EEA and Switzerland, between which recognition follows Directive 2005/36/EC.
  private static final Set<String> ALL_COUNTRIES = Set.of("AT", "BE", "BG", "CH", "CY", "CZ", "DE",
      "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV",
      "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");
  private static final String EVERYWHERE = "EU";
  private static final RegulatedProfessions STANDARD = read("regulated.tsv");

  private final Map<String, Row> ofUnitGroup;

  private record Row(Extent extent, Set<String> countries, boolean isEverywhere, String basis) {}

  private RegulatedProfessions(Map<String, Row> ofUnitGroup) {
    this.ofUnitGroup = Collections.unmodifiableMap(ofUnitGroup);
  }

  static RegulatedProfessions standard() {
    return STANDARD;
  }

  private static RegulatedProfessions read(String name) {
    try (InputStream in = RegulatedProfessions.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("metier-core was built without " + name);
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  /// @throws IllegalArgumentException if a line is not as the head of `regulated.tsv` says, naming it
  static RegulatedProfessions parse(String name, String table) {
    Map<String, Row> rows = new TreeMap<>();
    List<String> lines = table.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != 5 || !cells[0].matches("\\d{4}") || !cells[1].matches("ALL|SOME")
          || !cells[2].matches("[A-Z]{2}( [A-Z]{2})*") || cells[3].isBlank()) {
        throw new IllegalArgumentException(name + ":" + (i + 1) + ": expected five columns such as"
            + " \"2221, ALL, AT BE, 2005/36/EC, nurses\", parted by tabs");
      }
      Row row = new Row(Extent.valueOf(cells[1]), countries(cells[2]), cells[2].equals(EVERYWHERE),
          cells[3]);
      if (rows.put(cells[0], row) != null) {
        throw new IllegalArgumentException(name + ":" + (i + 1) + ": " + cells[0] + " comes twice");
      }
    }
    return new RegulatedProfessions(rows);
  }

  private static Set<String> countries(String cell) {
    Set<String> countries = new TreeSet<>(cell.equals(EVERYWHERE)
        ? ALL_COUNTRIES
        : List.of(cell.split(" ")));
    if (!ALL_COUNTRIES.containsAll(countries)) {
      throw new IllegalArgumentException("a country must be one of " + new TreeSet<>(ALL_COUNTRIES)
          + ", was among " + countries);
    }
    return countries;
  }

  /// @param iscoCode of the occupation; may be shorter than a unit group's, or empty
  /// @param countries of work; empty when unknown
  Optional<RegulatedProfession> find(String iscoCode, Set<String> countries) {
    String unitGroup = iscoCode.length() < 4 ? "" : iscoCode.substring(0, 4);
    Row row = ofUnitGroup.get(unitGroup);
    if (row == null) {
      return Optional.empty();
    }
    List<String> there = new ArrayList<>(countries);
    there.retainAll(row.countries());
    boolean isHere = countries.isEmpty() ? row.isEverywhere() : !there.isEmpty();
    return isHere
        ? Optional.of(
            new RegulatedProfession(unitGroup, Set.copyOf(there), row.extent(), row.basis()))
        : Optional.empty();
  }
}
