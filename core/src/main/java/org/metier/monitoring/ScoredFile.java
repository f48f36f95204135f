package org.metier.monitoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metier.potential.internal.PersonTable;

/// What a challenger that runs elsewhere said of people, as a CSV file with a column of ids and `score`, a chance of 0 to
/// 1. Immutable; an id is in no message.
///
/// @param scores by id
/// @param rejected rows that cannot be used, by reason
/// @param problems the first of them, with their place
public record ScoredFile(Map<String, Double> scores, Map<String, Integer> rejected,
    List<String> problems) {
  private static final int MAX_PROBLEMS = 20;

  public ScoredFile {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    problems = List.copyOf(problems);
  }

  /// @param idColumn such as `id`
  /// @throws IllegalArgumentException if the file is no table, or lacks a column
  public static ScoredFile read(Path file, String idColumn) throws IOException {
    Map<String, Double> scores = new LinkedHashMap<>();
    Map<String, Integer> rejected = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    try (PersonTable table = PersonTable.open(file)) {
      int id = OutcomeFile.column(file, table, idColumn);
      int score = OutcomeFile.column(file, table, "score");
      while (table.next()) {
        String problem = add(table.cell(id).strip(), table.cell(score).strip(), scores);
        if (!problem.isEmpty()) {
          rejected.merge(problem, 1, Integer::sum);
          if (problems.size() < MAX_PROBLEMS) {
            problems.add(file.getFileName() + ":" + table.line() + ": " + problem);
          }
        }
      }
    }
    return new ScoredFile(scores, rejected, problems);
  }

  /// @return what is wrong with the row; empty when nothing is
  private static String add(String id, String cell, Map<String, Double> scores) {
    if (id.isEmpty()) {
      return "no id";
    }
    double score;
    try {
      score = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return "score is no chance such as 0.42";
    }
    if (!(score >= 0 && score <= 1)) {
      return "score is no chance of 0 to 1";
    }
    return scores.putIfAbsent(id, score) == null ? "" : "an id that stands in an earlier row too";
  }
}
