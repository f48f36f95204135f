package org.metier.training;

import java.util.Arrays;
import java.util.List;

/// Judged candidates of several people: one row of features and one grade per pair, the rows of one
/// person next to each other. Not copied: whoever makes one leaves the arrays alone.
final class RankedLists {
  private final double[][] rows;
  private final int[] grades;
  private final int[] starts;

  /// @param rows features per pair, NaN where unknown
  /// @param grades relevance per pair, 0 (irrelevant) to 4 (perfect)
  /// @param starts first row of each person, and the number of rows at the end
  RankedLists(double[][] rows, int[] grades, int[] starts) {
    if (rows.length != grades.length || starts[starts.length - 1] != rows.length) {
      throw new IllegalArgumentException(rows.length + " rows, " + grades.length
          + " grades and an end at " + starts[starts.length - 1] + " do not belong together");
    }
    this.rows = rows;
    this.grades = grades;
    this.starts = starts;
  }

  double[][] rows() {
    return rows;
  }

  int[] grades() {
    return grades;
  }

  int[] starts() {
    return starts;
  }

  int people() {
    return starts.length - 1;
  }

  int features() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  /// The lists of some of the people, in the order given.
  RankedLists select(List<Integer> people) {
    int[] newStarts = new int[people.size() + 1];
    for (int i = 0; i < people.size(); i++) {
      int person = people.get(i);
      newStarts[i + 1] = newStarts[i] + starts[person + 1] - starts[person];
    }
    double[][] newRows = new double[newStarts[people.size()]][];
    int[] newGrades = new int[newRows.length];
    for (int i = 0; i < people.size(); i++) {
      int from = starts[people.get(i)];
      int count = newStarts[i + 1] - newStarts[i];
      System.arraycopy(rows, from, newRows, newStarts[i], count);
      System.arraycopy(grades, from, newGrades, newStarts[i], count);
    }
    return new RankedLists(newRows, newGrades, newStarts);
  }

  /// The grades of one person's candidates, best score first; equal scores in the order of the rows.
  ///
  /// @param scores one per row of all people
  int[] rankedGrades(int person, double[] scores) {
    int from = starts[person];
    int[] order = order(scores, from, starts[person + 1]);
    return Arrays.stream(order).map(row -> grades[row]).toArray();
  }

  /// The rows `from` to `to` by descending score; equal scores stay in the order of the rows.
  static int[] order(double[] scores, int from, int to) {
    Integer[] boxed = new Integer[to - from];
    Arrays.setAll(boxed, i -> from + i);
    Arrays.sort(boxed, (a, b) -> Double.compare(scores[b], scores[a])); // a stable sort
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }
}
