package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metier.potential.Field;
import org.metier.potential.FieldType;
import org.metier.potential.FieldUse;
import org.metier.potential.PotentialException;
import org.metier.potential.Specification;
import org.metier.potential.internal.PersonTable;

/// Which protected group each person is in, by attribute: for measuring only. No trainer and no scorer takes one.
/// Immutable by contract: arrays are not copied.
public final class Groups {
  private static final int UNKNOWN = -1;

  private final List<String> attributes;
  private final List<List<String>> names;
  private final byte[][] codes;
  private final long unreadable;

  private Groups(List<String> attributes, List<List<String>> names, byte[][] codes,
      long unreadable) {
    this.attributes = attributes;
    this.names = names;
    this.codes = codes;
    this.unreadable = unreadable;
  }

  /// Reads protected columns, from the table of the spells or from a file of their own.
  ///
  /// @param data the table of the spells
  /// @param protectedFile null if they are in the table
  /// @param idColumn that joins the two files
  /// @param lines rows of the table that are meant, ascending
  public static Groups read(Path data, @Nullable Path protectedFile, String idColumn,
      Specification specification, int[] lines) throws IOException {
    return protectedFile == null
        ? read(data, specification, lines)
        : joined(protectedFile, idColumn, data, specification, lines);
  }

  /// The pseudonyms in some rows of a table, in order; empty when it has no such column.
  ///
  /// @param lines rows that are meant, ascending
  public static Set<String> pseudonyms(Path file, String idColumn, int[] lines)
      throws IOException {
    Set<String> pseudonyms = new TreeSet<>();
    try (PersonTable table = PersonTable.open(file)) {
      if (!table.names().contains(idColumn)) {
        return pseudonyms;
      }
      int column = table.column(idColumn);
      int size = 0;
      while (size < lines.length && table.next()) {
        boolean isMeant = table.line() == lines[size];
        size += isMeant ? 1 : 0;
        if (isMeant && !table.cell(column).isBlank()) {
          pseudonyms.add(table.cell(column));
        }
      }
    }
    return pseudonyms;
  }

  /// Reads protected columns out of a table.
  ///
  /// @param lines the rows that are meant, ascending, as [SpellTable#lines] has them
  static Groups read(Path file, Specification specification, int[] lines) throws IOException {
    try (PersonTable table = PersonTable.open(file)) {
      Reading reading = new Reading(table, specification, lines.length);
      int size = 0;
      while (size < lines.length && table.next()) {
        if (table.line() == lines[size]) {
          reading.read(size++);
        }
      }
      requireAll(file, lines, size);
      return reading.groups();
    }
  }

  private static void requireAll(Path file, int[] lines, int found) {
    if (found < lines.length) {
      throw new IllegalArgumentException(file + ": no row begins in line " + lines[found]
          + ", which is asked for; name the table that the predictions were made of");
    }
  }

  /// Reads them out of a file of its own, whose rows are joined by a column of pseudonyms.
  ///
  /// @param file with the column and the protected ones
  /// @param idColumn in both files
  /// @param spells the table with the spells
  /// @param lines rows of it that are meant, ascending
  static Groups joined(Path file, String idColumn, Path spells, Specification specification,
      int[] lines) throws IOException {
    Map<String, List<Integer>> placesOf = new HashMap<>(); // a person may have several spells
    try (PersonTable table = PersonTable.open(spells)) {
      int column = table.column(idColumn);
      int size = 0;
      while (size < lines.length && table.next()) {
        if (table.line() == lines[size]) {
          placesOf.computeIfAbsent(table.cell(column), p -> new ArrayList<>(1)).add(size++);
        }
      }
      requireAll(spells, lines, size);
    }
    placesOf.remove(""); // nobody can be told by it
    try (PersonTable table = PersonTable.open(file)) {
      Reading reading = new Reading(table, specification, lines.length);
      int column = table.column(idColumn);
      while (table.next()) {
        placesOf.getOrDefault(table.cell(column), List.of()).forEach(reading::read);
      }
      return reading.groups();
    }
  }

  private static final class Reading {
    private final PersonTable table;
    private final List<Field> fields;
    private final int[] columns;
    private final byte[][] codes;
    private long unreadable;

    Reading(PersonTable table, Specification specification, int people) {
      this.table = table;
      fields = specification.fields(FieldUse.PROTECTED);
      columns = fields.stream().mapToInt(f -> table.column(f.name())).toArray();
      codes = new byte[fields.size()][people];
      for (byte[] ofField : codes) {
        Arrays.fill(ofField, (byte) UNKNOWN);
      }
    }

    void read(int place) {
      for (int f = 0; f < columns.length; f++) {
        codes[f][place] = (byte) code(fields.get(f), table.cell(columns[f]));
      }
    }

    private int code(Field field, String cell) {
      double value;
      try {
        value = field.parsed(cell);
      } catch (PotentialException e) {
        unreadable++; // who is in no declared group is measured in none
        return UNKNOWN;
      }
      if (Double.isNaN(value)) {
        return UNKNOWN;
      }
      if (!(field.type() instanceof FieldType.Amount)) {
        return (int) value;
      }
      int code = 0;
      for (double edge : field.groupEdges()) {
        code += value >= edge ? 1 : 0;
      }
      return code;
    }

    Groups groups() {
      return new Groups(fields.stream().map(Field::name).toList(),
          fields.stream().map(Reading::names).toList(), codes, unreadable);
    }

    private static List<String> names(Field field) {
      return switch (field.type()) {
        case FieldType.Flag flag -> List.of(field.name() + "=no", field.name() + "=yes");
        case FieldType.Category category ->
          category.values().stream().map(v -> field.name() + "=" + v).toList();
        case FieldType.Amount amount -> amountNames(field);
      };
    }

    private static List<String> amountNames(Field field) {
      List<String> names = new ArrayList<>();
      List<Double> edges = field.groupEdges();
      for (int i = 0; i <= edges.size(); i++) {
        String from = i == 0 ? "" : plain(edges.get(i - 1)) + "<=";
        String to = i == edges.size() ? "" : "<" + plain(edges.get(i));
        names.add(from + field.name() + to);
      }
      return names;
    }

    private static String plain(double number) {
      return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
  }

  /// The protected attributes, by field.
  public List<String> attributes() {
    return attributes;
  }

  /// Names of an attribute's groups, such as `age<35`.
  public List<String> names(int attribute) {
    return names.get(attribute);
  }

  /// Whether a person is in a group of an attribute; whose group is unknown is in none.
  public boolean isIn(int person, int attribute, int group) {
    return codes[attribute][person] == group;
  }

  /// What cannot be measured by group, in a sentence for each; empty when everybody is in a group of each attribute.
  public List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    if (unreadable > 0) {
      gaps.add(unreadable + " protected cells have a value that is not declared; these people are"
          + " measured in no group of it");
    }
    for (int a = 0; a < attributes.size(); a++) {
      int unknown = 0;
      for (byte code : codes[a]) {
        unknown += code == UNKNOWN ? 1 : 0;
      }
      if (unknown > 0) {
        gaps.add(attributes.get(a) + " is unknown of " + unknown + " of " + codes[a].length
            + " people");
      }
    }
    return gaps;
  }

  boolean isKnown(int person, int attribute) {
    return codes[attribute][person] != UNKNOWN;
  }

  /// The names of one attribute's groups by person, null where unknown: for reports.
  public @Nullable String[] byPerson(int attribute) {
    @Nullable
    String[] of = new String[codes[attribute].length];
    for (int i = 0; i < of.length; i++) {
      of[i] = codes[attribute][i] == UNKNOWN ? null : names.get(attribute).get(codes[attribute][i]);
    }
    return of;
  }
}
