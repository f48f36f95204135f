package org.metier.training.internal.boosting;

import java.util.Arrays;
import java.util.List;
import org.metier.rank.fitting.FeatureColumns;

/// Judged candidates of several people: one row of features and one grade per pair, the rows of one
/// person next to each other. Not copied: whoever makes one leaves the arrays alone.
///
/// Weights are 1 unless [#weighted] says otherwise.
public final class RankedLists {
  private final FeatureColumns columns;
  /// Empty if the features came by column.
  private final double[][] rows;
  private final int[] grades;
  private final int[] starts;
  /// Per row; empty if all are 1.
  private final double[] rowWeights;
  /// Per person; empty if all are 1.
  private final double[] listWeights;

  /// @param rows features per pair, NaN where unknown
  /// @param grades relevance per pair, 0 (irrelevant) to 4 (perfect)
  /// @param starts first row of each person, and the number of rows at the end
  public RankedLists(double[][] rows, int[] grades, int[] starts) {
    this(FeatureColumns.ofRows(rows), rows, grades, starts, new double[0], new double[0]);
  }

  private RankedLists(FeatureColumns columns, double[][] rows, int[] grades, int[] starts,
      double[] rowWeights, double[] listWeights) {
    if (columns.rows() != grades.length || starts[starts.length - 1] != grades.length) {
      throw new IllegalArgumentException(columns.rows() + " rows, " + grades.length
          + " grades and an end at " + starts[starts.length - 1] + " do not belong together");
    }
    for (int person = 0; person < starts.length; person++) {
      if (starts[person] < (person == 0 ? 0 : starts[person - 1])) {
        throw new IllegalArgumentException("starts must be ascending from 0, but starts[" + person
            + "] was " + starts[person]);
      }
    }
    this.columns = columns;
    this.rows = rows;
    this.grades = grades;
    this.starts = starts;
    this.rowWeights = rowWeights;
    this.listWeights = listWeights;
  }

  /// Lists whose features come by column, for data that should take less memory than rows of doubles.
  public static RankedLists over(FeatureColumns columns, int[] grades, int[] starts) {
    return new RankedLists(columns, new double[0][], grades, starts, new double[0], new double[0]);
  }

  /// The same lists with other weights.
  ///
  /// @param rowWeights what it counts, as evidence, that a row is better than a worse one of its list; such
  ///     as the inverse of how likely its place in a list was looked at (Joachims, Swaminathan, Schnabel,
  ///     "Unbiased Learning-to-Rank with Biased Feedback", WSDM 2017, equation 5). One per row, above 0
  ///     and finite; empty for 1 each
  /// @param listWeights how often each person counts: one of weight 2 as two with the same rows. One per
  ///     person, above 0 and finite; empty for 1 each
  public RankedLists weighted(double[] rowWeights, double[] listWeights) {
    requireWeights("rowWeights", rowWeights, size());
    requireWeights("listWeights", listWeights, people());
    return new RankedLists(columns, rows, grades, starts, rowWeights.clone(),
        listWeights.clone());
  }

  private static void requireWeights(String name, double[] weights, int count) {
    if (weights.length != 0 && weights.length != count) {
      throw new IllegalArgumentException(
          name + " must be empty or " + count + " numbers, were " + weights.length);
    }
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name + "[" + i + "] must be above 0 and finite, was " + weights[i]);
      }
    }
  }

  /// What the row counts where it is the better one of a pair; 1 if no weights were given.
  double rowWeight(int row) {
    return rowWeights.length == 0 ? 1 : rowWeights[row];
  }

  /// How often the person counts; 1 if no weights were given.
  double listWeight(int person) {
    return listWeights.length == 0 ? 1 : listWeights[person];
  }

  /// Not copied if the lists were made of rows; made anew, at the cost of their memory, if they came by
  /// column.
  public double[][] rows() {
    if (rows.length == size()) {
      return rows;
    }
    double[][] made = new double[size()][features()];
    for (int row = 0; row < made.length; row++) {
      for (int feature = 0; feature < made[row].length; feature++) {
        made[row][feature] = columns.value(row, feature);
      }
    }
    return made;
  }

  FeatureColumns columns() {
    return columns;
  }

  /// How many rows there are.
  public int size() {
    return grades.length;
  }

  public int[] grades() {
    return grades;
  }

  public int[] starts() {
    return starts;
  }

  public int people() {
    return starts.length - 1;
  }

  int features() {
    return columns.features();
  }

  /// The lists of some of the people, in the order given.
  public RankedLists select(List<Integer> people) {
    int[] newStarts = new int[people.size() + 1];
    for (int i = 0; i < people.size(); i++) {
      int person = people.get(i);
      newStarts[i + 1] = newStarts[i] + starts[person + 1] - starts[person];
    }
    double[][] oldRows = rows();
    double[][] newRows = new double[newStarts[people.size()]][];
    int[] newGrades = new int[newRows.length];
    double[] newRowWeights = new double[rowWeights.length == 0 ? 0 : newRows.length];
    double[] newListWeights = new double[listWeights.length == 0 ? 0 : people.size()];
    for (int i = 0; i < people.size(); i++) {
      int from = starts[people.get(i)];
      int count = newStarts[i + 1] - newStarts[i];
      System.arraycopy(oldRows, from, newRows, newStarts[i], count);
      System.arraycopy(grades, from, newGrades, newStarts[i], count);
      if (newRowWeights.length > 0) {
        System.arraycopy(rowWeights, from, newRowWeights, newStarts[i], count);
      }
      if (newListWeights.length > 0) {
        newListWeights[i] = listWeights[people.get(i)];
      }
    }
    return new RankedLists(FeatureColumns.ofRows(newRows), newRows, newGrades, newStarts,
        newRowWeights, newListWeights);
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
  public static int[] order(double[] scores, int from, int to) {
    Integer[] boxed = new Integer[to - from];
    Arrays.setAll(boxed, i -> from + i);
    Arrays.sort(boxed, (a, b) -> Double.compare(scores[b], scores[a])); // a stable sort
    return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
  }
}
