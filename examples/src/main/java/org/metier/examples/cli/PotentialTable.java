package org.metier.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.json.Json;
import org.metier.potential.Assessment;
import org.metier.potential.AssessmentRecorder;
import org.metier.potential.Band;
import org.metier.potential.Capacity;
import org.metier.potential.Facts;
import org.metier.potential.Field;
import org.metier.potential.PotentialException;
import org.metier.potential.Scorer;
import org.metier.potential.Trace;
import org.metier.potential.internal.PersonTable;

/// Scores a table of people, a JSON line for each row. Every row is scored, abstained on or refused, and counted. With a
/// recorder, nothing is printed before it is in the audit log, and a row that names nobody is refused.
final class PotentialTable {
  /// Recorded by one write, so that a night's run is not as many forced writes as people.
  private static final int AT_ONCE = 2_000;

  private final Scorer scorer;
  private final @Nullable Capacity capacity;
  private final @Nullable AssessmentRecorder recorder;
  private final @Nullable String idColumn;
  private final List<Draft> drafts = new ArrayList<>();
  private long rows;
  private long abstained;
  private long refused;

  /// @param idColumn with the ids of people; null where nothing is recorded
  PotentialTable(Scorer scorer, @Nullable Capacity capacity,
      @Nullable AssessmentRecorder recorder, @Nullable String idColumn) {
    this.scorer = scorer;
    this.capacity = capacity;
    this.recorder = recorder;
    this.idColumn = idColumn;
  }

  /// What a line says of a row.
  ///
  /// @param line of the table
  /// @param from band of the low end; null where there is no chance
  /// @param isInvited null where no capacity was set, or there is no chance
  /// @param refused why the row cannot be scored; null where it could
  /// @param entry of the audit log; null where it was not recorded
  private record Row(long line, @Nullable Band from, @Nullable Band to,
      @Nullable Boolean isInvited, @Nullable Trace trace, @Nullable String refused,
      @Nullable Long entry) {}

  /// A row that waits to be recorded and printed.
  ///
  /// @param assessed null where it was refused
  private record Draft(long line, AssessmentRecorder.@Nullable Assessed assessed,
      @Nullable String refused) {}

  void score(Path data, PrintWriter out, PrintWriter err) throws IOException {
    try (PersonTable table = PersonTable.open(data)) {
      List<String> names = features(table, data, err);
      int[] columns = names.stream().mapToInt(table::column).toArray();
      int id = idColumn == null ? -1 : idColumn(table, data, idColumn);
      while (next(table, out)) {
        rows++;
        drafts.add(draft(table, names, columns, id));
        if (drafts.size() == AT_ONCE) {
          flush(out);
        }
      }
      flush(out);
    }
    err.printf("%d rows: %d scored, %d without a chance, %d refused%s%n", rows,
        rows - abstained - refused, abstained, refused,
        recorder == null ? "" : "; all but those refused are in the audit log");
    err.flush();
  }

  /// Rows before a place where the table cannot be read are told all the same.
  private boolean next(PersonTable table, PrintWriter out) throws IOException {
    try {
      return table.next();
    } catch (IllegalArgumentException e) {
      flush(out);
      throw e;
    }
  }

  private static int idColumn(PersonTable table, Path data, String name) {
    if (!table.names().contains(name)) {
      throw new IllegalArgumentException(data + ":1: there is no column \"" + name
          + "\" with the ids of people, as --audit names it; the columns are "
          + String.join(", ", table.names()));
    }
    return table.column(name);
  }

  /// Features that the table has; what it lacks is unknown of everybody, and said.
  private List<String> features(PersonTable table, Path data, PrintWriter err) {
    List<String> names = new ArrayList<>(
        scorer.specification().features().stream().map(Field::name).toList());
    List<String> lacking = new ArrayList<>(names);
    lacking.removeAll(table.names());
    names.retainAll(table.names());
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          data + ":1: there is no column of any feature; expected some"
              + " of " + String.join(", ", lacking));
    }
    if (!lacking.isEmpty()) {
      err.println("no column, and so unknown of everybody: " + String.join(", ", lacking));
    }
    return names;
  }

  private Draft draft(PersonTable table, List<String> names, int[] columns, int id) {
    String person = id < 0 ? "" : table.cell(id).strip();
    if (id >= 0 && person.isEmpty()) {
      return new Draft(table.line(), null, "\"" + idColumn
          + "\" is empty; nothing is scored that cannot be recorded as somebody's");
    }
    try {
      Facts.Builder builder = Facts.builder(scorer.specification());
      for (int i = 0; i < columns.length; i++) {
        builder.text(names.get(i), table.cell(columns[i]));
      }
      Facts facts = builder.build();
      return new Draft(table.line(),
          new AssessmentRecorder.Assessed(person, facts, scorer.assess(facts)), null);
    } catch (PotentialException e) {
      return new Draft(table.line(), null, e.getMessage());
    }
  }

  private void flush(PrintWriter out) {
    List<AssessmentRecorder.Assessed> assessed = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.assessed != null) {
        assessed.add(draft.assessed);
      }
    }
    List<Long> entries = recorder == null ? List.of() : recorder.recordAll(assessed);
    int next = 0;
    for (Draft draft : drafts) {
      boolean isRecorded = recorder != null && draft.assessed != null;
      out.println(Json.write(row(draft, isRecorded ? entries.get(next++) : null)));
    }
    out.flush();
    drafts.clear();
  }

  private Row row(Draft draft, @Nullable Long entry) {
    if (draft.assessed == null) {
      refused++;
      return new Row(draft.line, null, null, null, null, draft.refused, null);
    }
    return switch (draft.assessed.assessment()) {
      case Assessment.Scored scored -> new Row(draft.line, scored.from(), scored.to(),
          capacity == null ? null : (Boolean) capacity.invites(scored), scored.trace(), null,
          entry);
      case Assessment.Abstained none -> {
        abstained++;
        yield new Row(draft.line, null, null, null, none.trace(), null, entry);
      }
    };
  }
}
