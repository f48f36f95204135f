package org.metier.benchmarks.ltr;

import java.util.Arrays;
import java.util.List;
import org.metier.measure.Ndcg;
import org.metier.rank.fitting.FeatureColumns;

/// Graded rows of several queries, those of one query next to each other. Not copied: whoever makes one leaves
/// the arrays alone.
final class GradedLists {
  private final float[][] columns;
  private final int[] grades;
  private final int[] starts;

  /// @param columns one per feature, NaN where missing
  /// @param grades relevance per row, 0 to 30
  /// @param starts first row of each query, and the number of rows at the end
  GradedLists(float[][] columns, int[] grades, int[] starts) {
    if (columns[0].length != grades.length || starts[starts.length - 1] != grades.length) {
      throw new IllegalArgumentException(columns[0].length + " rows, " + grades.length
          + " grades and an end at " + starts[starts.length - 1] + " do not belong together");
    }
    this.columns = columns;
    this.grades = grades;
    this.starts = starts;
  }

  /// The queries of both.
  static GradedLists joined(GradedLists a, GradedLists b) {
    float[][] columns = new float[a.features()][];
    Arrays.setAll(columns, f -> {
      float[] column = Arrays.copyOf(a.columns[f], a.rows() + b.rows());
      System.arraycopy(b.columns[f], 0, column, a.rows(), b.rows());
      return column;
    });
    int[] grades = Arrays.copyOf(a.grades, a.rows() + b.rows());
    System.arraycopy(b.grades, 0, grades, a.rows(), b.rows());
    int[] starts = Arrays.copyOf(a.starts, a.starts.length + b.queries());
    for (int query = 1; query <= b.queries(); query++) {
      starts[a.queries() + query] = a.rows() + b.starts[query];
    }
    return new GradedLists(columns, grades, starts);
  }

  int rows() {
    return grades.length;
  }

  int features() {
    return columns.length;
  }

  int queries() {
    return starts.length - 1;
  }

  int[] grades() {
    return grades;
  }

  int[] starts() {
    return starts;
  }

  FeatureColumns featureColumns() {
    return FeatureColumns.ofColumns(columns);
  }

  /// Rows of each query, as the peers want to know them.
  int[] groupSizes() {
    int[] sizes = new int[queries()];
    Arrays.setAll(sizes, q -> starts[q + 1] - starts[q]);
    return sizes;
  }

  float[] gradesAsFloats() {
    float[] floats = new float[grades.length];
    for (int row = 0; row < floats.length; row++) {
      floats[row] = grades[row];
    }
    return floats;
  }

  /// Row after row in one array, as the peers want them.
  float[] rowMajor() {
    float[] values = new float[rows() * features()];
    for (int feature = 0; feature < features(); feature++) {
      for (int row = 0; row < rows(); row++) {
        values[row * features() + feature] = columns[feature][row];
      }
    }
    return values;
  }

  /// The lists of some queries, in the order given.
  GradedLists select(List<Integer> queries) {
    int[] newStarts = new int[queries.size() + 1];
    for (int i = 0; i < queries.size(); i++) {
      int query = queries.get(i);
      newStarts[i + 1] = newStarts[i] + starts[query + 1] - starts[query];
    }
    int[] newGrades = new int[newStarts[queries.size()]];
    float[][] newColumns = new float[features()][newGrades.length];
    for (int i = 0; i < queries.size(); i++) {
      int from = starts[queries.get(i)];
      int count = newStarts[i + 1] - newStarts[i];
      System.arraycopy(grades, from, newGrades, newStarts[i], count);
      for (int feature = 0; feature < features(); feature++) {
        System.arraycopy(columns[feature], from, newColumns[feature], newStarts[i], count);
      }
    }
    return new GradedLists(newColumns, newGrades, newStarts);
  }

  /// The same lists with features of no value added, so that there are as many as elsewhere.
  GradedLists widened(int features) {
    float[][] wide = Arrays.copyOf(columns, features);
    for (int feature = columns.length; feature < features; feature++) {
      wide[feature] = new float[rows()];
    }
    return new GradedLists(wide, grades, starts);
  }

  /// NDCG@10 of each query, in the order of the scores, equal scores in the order of the rows; NaN for a query
  /// whose rows are all of one grade, where no order is better than another.
  double[] ndcgAt10(double[] scores) {
    double[] ndcg = new double[queries()];
    for (int query = 0; query < ndcg.length; query++) {
      Integer[] order = new Integer[starts[query + 1] - starts[query]];
      int from = starts[query];
      Arrays.setAll(order, i -> from + i);
      Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
      int[] ranked = Arrays.stream(order).mapToInt(row -> grades[row]).toArray();
      boolean isAlike = Arrays.stream(ranked).distinct().count() < 2;
      ndcg[query] = isAlike ? Double.NaN : Ndcg.at(10, ranked);
    }
    return ndcg;
  }
}
