package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metier.potential.internal.PersonTable;

/// What to call the rows of a table in a run, so that groups of a file of their own can be joined to them.
final class RowIds {
  private RowIds() {}

  /// The pseudonyms of some rows; `line-2` and so on where the table has no column of them, or they do not tell rows apart,
  /// as where a person has two spells.
  ///
  /// @param idColumn such as `id`
  /// @param lines of the rows, ascending
  static List<String> of(Path data, String idColumn, int[] lines) throws IOException {
    List<String> ids = stated(data, idColumn, lines);
    Set<String> distinct = new HashSet<>(ids);
    return distinct.size() == lines.length && !distinct.contains("")
        ? ids
        : Arrays.stream(lines).mapToObj(line -> "line-" + line).toList();
  }

  /// Whose row each is: equal numbers for rows of one pseudonym; a row without one is of a person of its own.
  ///
  /// @param idColumn such as `id`; the table need not have it
  /// @param lines of the rows, ascending
  static int[] owners(Path data, String idColumn, int[] lines) throws IOException {
    List<String> ids = stated(data, idColumn, lines);
    Map<String, Integer> firstOf = new HashMap<>();
    int[] owners = new int[lines.length];
    for (int row = 0; row < owners.length; row++) {
      String id = ids.isEmpty() ? "" : ids.get(row);
      owners[row] = id.isEmpty() ? row : firstOf.merge(id, row, (first, again) -> first);
    }
    return owners;
  }

  /// The cells of the column; empty where the table has none.
  private static List<String> stated(Path data, String idColumn, int[] lines) throws IOException {
    List<String> ids = new ArrayList<>();
    try (PersonTable table = PersonTable.open(data)) {
      if (!table.names().contains(idColumn)) {
        return ids;
      }
      int column = table.column(idColumn);
      while (ids.size() < lines.length && table.next()) {
        if (table.line() == lines[ids.size()]) {
          ids.add(table.cell(column).strip());
        }
      }
    }
    return ids;
  }
}
