package org.metier.monitoring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.potential.internal.PersonTable;

/// What became of people, as a CSV file says: a column with the id under which each was scored, `outcome` (1 where that
/// came about of which the score is the chance, else 0; empty where not known), and, where people are scored in more than
/// one spell, `began` (such as 2026-03-01), from which day on a score is about that spell. Immutable; an id is in no
/// message.
///
/// @param rows that can be used
/// @param unknown rows without an outcome
/// @param rejected rows that cannot be used, by reason
/// @param problems the first of them, with their place
public record OutcomeFile(List<Row> rows, int unknown, Map<String, Integer> rejected,
    List<String> problems) {
  private static final int MAX_PROBLEMS = 20;

  /// One spell of a person.
  ///
  /// @param began null for the first spell that was scored
  public record Row(String id, boolean came, @Nullable LocalDate began) {}

  public OutcomeFile {
    rows = List.copyOf(rows);
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    problems = List.copyOf(problems);
  }

  /// @param idColumn such as `id`
  /// @throws IllegalArgumentException if the file is no table, or lacks a column
  public static OutcomeFile read(Path file, String idColumn) throws IOException {
    List<Row> rows = new ArrayList<>();
    Set<Row> seen = new HashSet<>();
    Map<String, Integer> rejected = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    int unknown = 0;
    try (PersonTable table = PersonTable.open(file)) {
      int id = column(file, table, idColumn);
      int outcome = column(file, table, "outcome");
      int began = table.names().contains("began") ? table.column("began") : -1;
      while (table.next()) {
        try {
          if (table.cell(outcome).isBlank()) {
            unknown++;
            continue;
          }
          Row row = row(table.cell(id).strip(), table.cell(outcome).strip(),
              began < 0 ? "" : table.cell(began).strip());
          if (!seen.add(new Row(row.id, false, row.began))) {
            throw new IllegalArgumentException("a spell that stands in an earlier row too");
          }
          rows.add(row);
        } catch (IllegalArgumentException e) {
          String reason = String.valueOf(e.getMessage());
          rejected.merge(reason, 1, Integer::sum);
          if (problems.size() < MAX_PROBLEMS) {
            problems.add(file.getFileName() + ":" + table.line() + ": " + reason);
          }
        }
      }
    }
    return new OutcomeFile(rows, unknown, rejected, problems);
  }

  static int column(Path file, PersonTable table, String name) {
    if (!table.names().contains(name)) {
      throw new IllegalArgumentException(file + ": has no column \"" + name
          + "\"; its columns are " + table.names());
    }
    return table.column(name);
  }

  private static Row row(String id, String outcome, String began) {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no id");
    }
    if (!outcome.equals("0") && !outcome.equals("1")) {
      throw new IllegalArgumentException("outcome is neither 1 nor 0");
    }
    try {
      return new Row(id, outcome.equals("1"), began.isEmpty() ? null : LocalDate.parse(began));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("began is no day such as 2026-03-01", e);
    }
  }
}
