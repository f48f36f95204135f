package org.metier.benchmarks.ltr;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads lists in the text format that LightGBM, XGBoost and the LETOR sets share: a row a line, such as
/// `2 qid:7 0:0.5 12:1 # note`, features by number, those not named are 0. Without `qid:` columns, a file of the
/// same name with `.query` added holds the number of rows of each query, one a line.
final class LetorFile {
  private static final int MOST_FEATURES = 10_000;
  private static final int HIGHEST_GRADE = 30;
  private static final String NO_QUERY = "";

  private final Path file;
  private final List<float[]> values = new ArrayList<>();
  private final List<int[]> numbers = new ArrayList<>();
  private final List<Integer> grades = new ArrayList<>();
  /// Of each row, [#NO_QUERY] without one.
  private final List<String> queries = new ArrayList<>();
  private int features;

  private LetorFile(Path file) {
    this.file = file;
  }

  /// @throws IllegalArgumentException if a line is none of these; the message says which and why
  static GradedLists read(Path file) throws IOException {
    LetorFile lines = new LetorFile(file);
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String row = line.replaceFirst("#.*", "").strip();
        if (!row.isEmpty()) {
          lines.add(row, number);
        }
      }
    }
    if (lines.grades.isEmpty() || lines.features == 0) {
      throw new IllegalArgumentException(
          file + " has no row with features; expected lines such as 2 qid:7 0:0.5 12:1");
    }
    return lines.lists();
  }

  private void add(String row, int line) {
    String[] fields = row.split("\\s+");
    grades.add(grade(fields[0], line));
    String query = NO_QUERY;
    int from = 1;
    if (fields.length > 1 && fields[1].startsWith("qid:")) {
      query = fields[1].substring(4);
      from = 2;
    }
    queries.add(query);
    int[] ownNumbers = new int[fields.length - from];
    float[] ownValues = new float[ownNumbers.length];
    for (int i = 0; i < ownNumbers.length; i++) {
      int colon = fields[from + i].indexOf(':');
      try {
        ownNumbers[i] = Integer.parseInt(fields[from + i].substring(0, Math.max(0, colon)));
        ownValues[i] = Float.parseFloat(fields[from + i].substring(colon + 1));
      } catch (NumberFormatException e) {
        throw bad(line, "\"" + fields[from + i] + "\" is no feature; expected one such as 12:0.5",
            e);
      }
      if (ownNumbers[i] < 0 || ownNumbers[i] >= MOST_FEATURES) {
        throw bad(line, "feature number " + ownNumbers[i] + " is not 0 to " + (MOST_FEATURES - 1),
            null);
      }
      features = Math.max(features, ownNumbers[i] + 1);
    }
    numbers.add(ownNumbers);
    values.add(ownValues);
  }

  private int grade(String text, int line) {
    try {
      double grade = Double.parseDouble(text);
      if (grade == Math.rint(grade) && grade >= 0 && grade <= HIGHEST_GRADE) {
        return (int) grade;
      }
    } catch (NumberFormatException e) {
      throw bad(line, "\"" + text + "\" is no grade; expected 0 to " + HIGHEST_GRADE, e);
    }
    throw bad(line, "grade " + text + " is not a whole number from 0 to " + HIGHEST_GRADE, null);
  }

  private IllegalArgumentException bad(int line, String problem,
      @org.jspecify.annotations.Nullable Throwable cause) {
    return new IllegalArgumentException(file + ":" + line + ": " + problem, cause);
  }

  private GradedLists lists() throws IOException {
    float[][] columns = new float[features][grades.size()];
    for (int row = 0; row < numbers.size(); row++) {
      for (int i = 0; i < numbers.get(row).length; i++) {
        columns[numbers.get(row)[i]][row] = values.get(row)[i];
      }
    }
    boolean hasQueries = queries.stream().noneMatch(NO_QUERY::equals);
    List<Integer> starts = hasQueries ? startsByQuery() : startsBySize();
    return new GradedLists(columns, grades.stream().mapToInt(Integer::intValue).toArray(),
        starts.stream().mapToInt(Integer::intValue).toArray());
  }

  private List<Integer> startsByQuery() {
    List<Integer> starts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < queries.size(); row++) {
      if (row == 0 || !queries.get(row).equals(queries.get(row - 1))) {
        starts.add(row);
        if (!seen.add(queries.get(row))) {
          throw new IllegalArgumentException(file + ": the rows of qid:" + queries.get(row)
              + " do not follow each other; expected those of one query together");
        }
      }
    }
    starts.add(queries.size());
    return starts;
  }

  private List<Integer> startsBySize() throws IOException {
    Path sizes = file.resolveSibling(file.getFileName() + ".query");
    if (!Files.exists(sizes)) {
      throw new IllegalArgumentException(file + " has rows without qid:, and there is no " + sizes
          + " with the number of rows of each query");
    }
    List<Integer> starts = new ArrayList<>(List.of(0));
    List<String> lines = Files.readAllLines(sizes);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        if (!line.matches("[1-9][0-9]{0,8}")) {
          throw new IllegalArgumentException(
              sizes + ":" + (i + 1) + ": \"" + line + "\" is no number of rows, such as 12");
        }
        starts.add(starts.getLast() + Integer.parseInt(line));
      }
    }
    if (starts.getLast() != grades.size()) {
      throw new IllegalArgumentException(sizes + " adds up to " + starts.getLast()
          + " rows, but " + file + " has " + grades.size());
    }
    return starts;
  }
}
