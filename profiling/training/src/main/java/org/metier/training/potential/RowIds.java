package org.metier.training.potential;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    List<String> ids = new ArrayList<>();
    List<String> byLine = new ArrayList<>();
    for (int line : lines) {
      byLine.add("line-" + line);
    }
    try (PersonTable table = PersonTable.open(data)) {
      if (!table.names().contains(idColumn)) {
        return byLine;
      }
      int column = table.column(idColumn);
      while (ids.size() < lines.length && table.next()) {
        if (table.line() == lines[ids.size()]) {
          ids.add(table.cell(column).strip());
        }
      }
    }
    Set<String> distinct = new HashSet<>(ids);
    return distinct.size() == lines.length && !distinct.contains("") ? ids : byLine;
  }
}
