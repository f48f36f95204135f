package org.metier.fairness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was decided about people, by pseudonym: a CSV file with the columns `id` and `selected` (1 or
/// 0), and as far as known `score`, `outcome` (1 or 0) and `weight`. Immutable and thread-safe.
public final class ScoreFile {
  private final List<String> pseudonyms;
  private final double[] scores;
  private final boolean[] selected;
  private final boolean[] outcomes;
  private final double[] weights;
  private final CsvRows rows;

  /// A row that can be used.
  private record Row(String pseudonym, double score, boolean isSelected, boolean hasOutcome,
      double weight) {}

  private ScoreFile(List<Row> used, CsvRows rows) {
    int n = used.size();
    pseudonyms = used.stream().map(Row::pseudonym).toList();
    scores = used.stream().mapToDouble(Row::score).toArray();
    weights = used.stream().mapToDouble(Row::weight).toArray();
    selected = new boolean[n];
    outcomes = new boolean[n];
    for (int i = 0; i < n; i++) {
      selected[i] = used.get(i).isSelected;
      outcomes[i] = used.get(i).hasOutcome;
    }
    this.rows = rows;
  }

  /// @param id the column of pseudonyms, such as [GroupFile#ID]
  /// @throws IllegalArgumentException if the file is no CSV in UTF-8, lacks that column or `selected`, or has no row
  ///     that can be used
  /// @throws IOException if it cannot be read
  public static ScoreFile read(Path file, String id) throws IOException {
    CsvRows rows = new CsvRows(file);
    List<Row> used = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    rows.read(List.of(id, "selected"), cells -> {
      Row row = row(cells, id);
      if (!seen.add(row.pseudonym)) {
        throw new IllegalArgumentException("an id that was scored in an earlier row");
      }
      used.add(row);
    });
    if (used.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": has no row that can be used; the first problem: " + rows.problems().getFirst());
    }
    return new ScoreFile(used, rows);
  }

  private static Row row(Map<String, String> cells, String id) {
    String pseudonym = cells.getOrDefault(id, "");
    if (pseudonym.isEmpty()) {
      throw new IllegalArgumentException("no " + id);
    }
    boolean isSelected = flag("selected", cells.getOrDefault("selected", ""));
    String score = cells.getOrDefault("score", "");
    String outcome = cells.getOrDefault("outcome", "");
    String weight = cells.getOrDefault("weight", "");
    return new Row(pseudonym, score.isEmpty() ? Double.NaN : number("score", score), isSelected,
        !outcome.isEmpty() && flag("outcome", outcome),
        outcome.isEmpty() ? 0 : weight.isEmpty() ? 1 : weight(weight));
  }

  private static boolean flag(String column, String cell) {
    return switch (cell) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw new IllegalArgumentException(column + " is neither 1 nor 0");
    };
  }

  private static double weight(String cell) {
    double weight = number("weight", cell);
    if (!(weight > 0)) {
      throw new IllegalArgumentException("weight is not above 0");
    }
    return weight;
  }

  private static double number(String column, String cell) {
    double number;
    try {
      number = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " is not a number such as 0.42", e);
    }
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(column + " is not a finite number such as 0.42");
    }
    return number;
  }

  /// Of all usable rows, in the order of the file.
  public List<String> pseudonyms() {
    return pseudonyms;
  }

  /// Finds the groups of the scored, with an account of both files.
  public GroupFile.Groups groups(GroupFile file) {
    return file.of(pseudonyms, rows.rejected(), rows.problems());
  }

  /// The cases, to which groups are to be added. Scores that all lie within 0 to 1 are taken for chances.
  public Cases.Builder cases() {
    boolean areChances = true;
    for (double score : scores) {
      areChances &= Double.isNaN(score) || (score >= 0 && score <= 1);
    }
    Cases.Builder cases = Cases.of(selected).outcomes(outcomes, weights);
    return areChances ? cases.chances(scores) : cases.scores(scores);
  }
}
