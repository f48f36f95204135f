package org.metier.fairness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The groups of people, by pseudonym: a CSV file of its own with a column `id` and one per attribute, such as `sex`; an
/// empty cell for what is not known. It is kept apart from scores and features, and read here alone, for reports: a scorer
/// that cannot reach it cannot use it. Immutable and thread-safe.
///
/// Pseudonyms are the same in both files, character by character without space around them; Metier neither
/// makes nor reverses them. One that occurs twice says nothing sure, and is left out.
public final class GroupFile {
  /// The usual column that joins files: a pseudonym, never a name.
  public static final String ID = "id";

  private static final String DOUBLED = "an id that stands in more than one row; none of them is used";
  /// More values than this are no groups but a name or a date.
  private static final int MAX_VALUES = 50;
  /// More numbers than this are an amount, of which some group always differs by chance.
  private static final int MAX_NUMBERS = 12;

  private final List<String> attributes;
  private final Map<String, Map<String, String>> people;
  private final Map<String, Integer> rejected;
  private final List<String> problems;

  private GroupFile(List<String> attributes, Map<String, Map<String, String>> people,
      Map<String, Integer> rejected, List<String> problems) {
    this.attributes = attributes;
    this.people = people;
    this.rejected = rejected;
    this.problems = problems;
  }

  /// The same without bands.
  public static GroupFile read(Path file, String id) throws IOException {
    return read(file, id, Map.of());
  }

  /// @param id the column of pseudonyms, such as [#ID]
  /// @param bands ascending edges by attribute, for amounts: of age and 30 and 50 come `<30`, `30-<50` and `>=50`
  /// @throws IllegalArgumentException if edges are none or not ascending, if the file is no CSV in UTF-8, lacks the
  ///     column, any attribute or one that has bands, or an attribute has more than 50 values, or more than 12 that are all numbers and have no bands
  /// @throws IOException if it cannot be read
  public static GroupFile read(Path file, String id, Map<String, List<Double>> bands)
      throws IOException {
    Map<String, Map<String, String>> people = new HashMap<>();
    Set<String> doubled = new HashSet<>();
    CsvRows rows = new CsvRows(file);
    List<String> header = rows.read(List.of(id), cells -> {
      String pseudonym = cells.remove(id);
      if (pseudonym == null || pseudonym.isEmpty()) {
        throw new IllegalArgumentException("no " + id);
      }
      if (doubled.contains(pseudonym) || people.containsKey(pseudonym)) {
        doubled.add(pseudonym);
        throw new IllegalArgumentException(DOUBLED);
      }
      people.put(pseudonym, cells);
    });
    doubled.forEach(pseudonym -> {
      people.remove(pseudonym);
      rows.rejectAnother(DOUBLED);
    });
    List<String> attributes = header.stream().filter(name -> !name.equals(id)).toList();
    if (attributes.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": has no attribute beside " + id + "; expected a column such as sex");
    }
    for (String banded : bands.keySet()) {
      if (!attributes.contains(banded)) {
        throw new IllegalArgumentException(file + ": has no column \"" + banded
            + "\" to part into bands; its attributes are " + attributes);
      }
    }
    for (String attribute : attributes) {
      List<Double> edges = bands.get(attribute);
      if (edges != null) {
        requireAscending(attribute, edges);
        people.values()
            .forEach(cells -> cells.computeIfPresent(attribute,
                (name, value) -> band(file, name, value, edges)));
      }
      requireGroups(file, attribute, people.values()
          .stream()
          .map(cells -> cells.getOrDefault(attribute, Attribute.UNKNOWN))
          .filter(value -> !value.equals(Attribute.UNKNOWN))
          .collect(Collectors.toSet()));
    }
    return new GroupFile(attributes, people, rows.rejected(), rows.problems());
  }

  private static void requireGroups(Path file, String attribute, Set<String> values) {
    if (values.size() > MAX_VALUES) {
      throw new IllegalArgumentException(file + ": \"" + attribute + "\" has " + values.size()
          + " values; expected at most " + MAX_VALUES
          + " groups, such as 15-24 and 25-54 of age");
    }
    if (values.size() > MAX_NUMBERS && values.stream().allMatch(GroupFile::isNumber)) {
      throw new IllegalArgumentException(file + ": \"" + attribute + "\" has " + values.size()
          + " different numbers; expected groups, or bands such as --bands " + attribute
          + "=30,50");
    }
  }

  private static void requireAscending(String attribute, List<Double> edges) {
    for (int i = 0; i < edges.size(); i++) {
      if (!Double.isFinite(edges.get(i)) || (i > 0 && !(edges.get(i - 1) < edges.get(i)))) {
        throw new IllegalArgumentException(
            "bands of " + attribute + " must have ascending edges, were " + edges);
      }
    }
    if (edges.isEmpty()) {
      throw new IllegalArgumentException("bands of " + attribute + " must have an edge, had none");
    }
  }

  private static boolean isNumber(String value) {
    try {
      return Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String band(Path file, String attribute, String value, List<Double> edges) {
    if (value.equals(Attribute.UNKNOWN)) {
      return value;
    }
    if (!isNumber(value)) {
      throw new IllegalArgumentException(file + ": \"" + attribute + "\" has \"" + value
          + "\"; expected numbers, as it is to be parted into bands");
    }
    double number = Double.parseDouble(value);
    int band = (int) edges.stream().filter(edge -> number >= edge).count();
    String from = band == 0 ? "" : plain(edges.get(band - 1));
    return band == 0
        ? "<" + plain(edges.getFirst())
        : band == edges.size() ? ">=" + from : from + "-<" + plain(edges.get(band));
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /// The names of the attributes, in the order of the file.
  public List<String> attributes() {
    return attributes;
  }

  /// The group of each person in each attribute, and how many were found.
  ///
  /// @param attributes name to the value of each person; empty where it is not known
  public record Groups(Map<String, List<String>> attributes, Join join) {
    public Groups {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /// The values of an attribute.
    public String[] of(String attribute) {
      return attributes.getOrDefault(attribute, List.of()).toArray(String[]::new);
    }
  }

  /// Looks up groups.
  ///
  /// @param pseudonyms of the scored, each once
  public Groups of(List<String> pseudonyms) {
    return of(pseudonyms, Map.of(), List.of());
  }

  /// The same, where rows of scores had been rejected before.
  Groups of(List<String> pseudonyms, Map<String, Integer> rejectedScores,
      List<String> problemsOfScores) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String attribute : attributes) {
      String[] ofPeople = new String[pseudonyms.size()];
      Arrays.setAll(ofPeople, i -> people.getOrDefault(pseudonyms.get(i), Map.of())
          .getOrDefault(attribute, Attribute.UNKNOWN));
      values.put(attribute, List.of(ofPeople));
    }
    int joined = (int) pseudonyms.stream().filter(people::containsKey).count();
    Map<String, Integer> rejections = new TreeMap<>(rejected);
    rejectedScores.forEach((reason, count) -> rejections.merge(reason, count, Integer::sum));
    List<String> all = new ArrayList<>(problemsOfScores);
    all.addAll(problems);
    return new Groups(values, new Join(pseudonyms.size(), joined, pseudonyms.size() - joined,
        people.size() - joined, rejections, all));
  }
}
