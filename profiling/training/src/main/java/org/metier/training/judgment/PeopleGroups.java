package org.metier.training.judgment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metier.training.TrainingDataException;

/// Which groups people belong to, such as by sex or age: from a file of its own, joined by pseudonym, that only
/// measures ever read. It never becomes a feature. Immutable.
///
/// @param groupOf attribute, such as `sex`, to person to group; who has no entry is in no group of it
public record PeopleGroups(SortedMap<String, SortedMap<String, String>> groupOf) {
  /// Nobody is in any group.
  public static final PeopleGroups NONE = new PeopleGroups(new TreeMap<>());

  private static final String PERSON = "person";

  public PeopleGroups {
    SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
    groupOf.forEach((attribute, groups) -> copy.put(attribute,
        Collections.unmodifiableSortedMap(new TreeMap<>(groups))));
    groupOf = Collections.unmodifiableSortedMap(copy);
  }

  /// Reads CSV with the column `person` and one column per attribute, such as `person,sex,age`; an empty cell
  /// is no group.
  ///
  /// @throws TrainingDataException at the first bad row: a group that is lost unnoticed would hide a gap
  public static PeopleGroups read(Path file) throws IOException {
    SortedMap<String, SortedMap<String, String>> groups = new TreeMap<>();
    RowReader.readCsv(file, row -> row, new RowReader.Rows<Map<String, String>>() {
      @Override
      public void row(long line, Map<String, String> row) {
        String person = row.get(PERSON);
        if (person == null) {
          throw new TrainingDataException(file + ":" + line
              + ": no \"person\"; expected a header such as person,sex,age and a pseudonym in each row");
        }
        row.forEach((attribute, group) -> {
          if (!attribute.equals(PERSON) && groups
              .computeIfAbsent(attribute, a -> new TreeMap<>())
              .put(person, group) != null) {
            throw new TrainingDataException(
                file + ":" + line + ": the person was there before; expected each once");
          }
        });
      }

      @Override
      public void bad(long line, String problem) {
        throw new TrainingDataException(file + ":" + line + ": " + problem);
      }
    });
    if (groups.isEmpty()) {
      throw new TrainingDataException(
          file + " groups nobody; expected a header such as person,sex,age and rows");
    }
    return new PeopleGroups(groups);
  }
}
