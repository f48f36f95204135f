package org.metier.measure;

import java.util.Arrays;

/// The order that scores put rows in.
public final class Ranking {
  private Ranking() {}

  /// Rows by descending score; equal scores stay in the order of the rows. Time O(n log n).
  ///
  /// @param scores none is NaN
  /// @return row numbers from 0, best first
  public static int[] order(double... scores) {
    return order(scores, 0, scores.length);
  }

  /// The same of the rows `from` to `to`, the last not included.
  ///
  /// @return row numbers from `from`, best first
  public static int[] order(double[] scores, int from, int to) {
    Integer[] boxed = new Integer[to - from];
    for (int i = 0; i < boxed.length; i++) {
      if (Double.isNaN(scores[from + i])) {
        throw new IllegalArgumentException("the score of row " + (from + i) + " is NaN");
      }
      boxed[i] = from + i;
    }
    // A stable sort; 0.0 and -0.0 are the same score.
    Arrays.sort(boxed, (a, b) -> scores[a] > scores[b] ? -1 : scores[a] < scores[b] ? 1 : 0);
    int[] order = new int[boxed.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = boxed[i];
    }
    return order;
  }
}
