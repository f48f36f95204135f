package org.metier.fairness;

import java.util.Arrays;

/// Which cells of a table are hidden, so that none of fewer than `least` people is shown, nor can be computed
/// from those that are: complementary cell suppression (Willenborg, de Waal, "Elements of Statistical
/// Disclosure Control", 2001, chapter 4). A cell holds several counts, and is small when one of them is; a
/// count of 0 is small too, or what is hidden would be known to be somebody.
///
/// What is held: no hidden cell follows from shown cells and shown margins by adding and subtracting, and the
/// hidden cells of a row or column are together at least `least` people. What is not: that nothing can be
/// guessed from other tables, or from the report of another day.
final class Suppression {
  private final int least;

  Suppression(int least) {
    this.least = least;
  }

  /// The groups of one attribute, whose sum is shown.
  ///
  /// @param counts of each group, as many for each
  boolean[] ofGroups(int[][] counts) {
    boolean[] hidden = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      hidden[i] = isSmall(counts[i]);
    }
    while (!isSafe(counts, hidden)) {
      int next = smallestShown(counts, hidden);
      if (next < 0) {
        break;
      }
      hidden[next] = true;
    }
    return hidden;
  }

  private boolean isSmall(int[] counts) {
    return Arrays.stream(counts).anyMatch(count -> count < least);
  }

  /// Whether the hidden cells of a line whose sum is shown protect each other.
  private boolean isSafe(int[][] counts, boolean[] hidden) {
    int number = 0;
    for (boolean isHidden : hidden) {
      number += isHidden ? 1 : 0;
    }
    return number == 0 || (number > 1 && !isSmall(sum(counts, hidden)));
  }

  private static int[] sum(int[][] counts, boolean[] included) {
    int[] sum = new int[counts[0].length];
    for (int i = 0; i < counts.length; i++) {
      for (int c = 0; included[i] && c < sum.length; c++) {
        sum[c] += counts[i][c];
      }
    }
    return sum;
  }

  private static int smallestShown(int[][] counts, boolean[] hidden) {
    int best = -1;
    for (int i = 0; i < counts.length; i++) {
      if (!hidden[i] && (best < 0 || least(counts[i]) < least(counts[best]))) {
        best = i;
      }
    }
    return best;
  }

  private static int least(int[] counts) {
    return Arrays.stream(counts).min().orElse(0);
  }

  /// The groups that two attributes part together. Rows and columns are shown elsewhere but for the hidden
  /// ones, of whose cells none is shown.
  ///
  /// @param counts by row and column, at least two of both
  boolean[][] ofTable(int[][][] counts, boolean[] hiddenRows, boolean[] hiddenColumns) {
    boolean[][] hidden = new boolean[counts.length][counts[0].length];
    for (int r = 0; r < hidden.length; r++) {
      for (int c = 0; c < hidden[r].length; c++) {
        hidden[r][c] = hiddenRows[r] || hiddenColumns[c] || isSmall(counts[r][c]);
      }
    }
    while (hideOneMore(counts, hidden, hiddenRows, hiddenColumns)) {
      // until what is hidden is safe
    }
    return hidden;
  }

  /// @return false when nothing needs to be hidden any more
  private boolean hideOneMore(int[][][] counts, boolean[][] hidden, boolean[] hiddenRows,
      boolean[] hiddenColumns) {
    for (int r = 0; r < hidden.length; r++) {
      if (!hiddenRows[r] && !isSafe(counts[r], hidden[r]) && hideInRow(counts, hidden, r)) {
        return true;
      }
    }
    for (int c = 0; c < hidden[0].length; c++) {
      if (!hiddenColumns[c] && !isSafe(column(counts, c), column(hidden, c))
          && hideInColumn(counts, hidden, c)) {
        return true;
      }
    }
    for (int r = 0; r < hidden.length; r++) {
      for (int c = 0; c < hidden[r].length; c++) {
        if (hidden[r][c] && follows(hidden, hiddenRows, hiddenColumns, r, c)
            && (hideInRow(counts, hidden, r) || hideInColumn(counts, hidden, c))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hideInRow(int[][][] counts, boolean[][] hidden, int row) {
    int next = smallestShown(counts[row], hidden[row]);
    if (next >= 0) {
      hidden[row][next] = true;
    }
    return next >= 0;
  }

  private static boolean hideInColumn(int[][][] counts, boolean[][] hidden, int column) {
    int next = smallestShown(column(counts, column), column(hidden, column));
    if (next >= 0) {
      hidden[next][column] = true;
    }
    return next >= 0;
  }

  private static int[][] column(int[][][] counts, int column) {
    return Arrays.stream(counts).map(row -> row[column]).toArray(int[][]::new);
  }

  private static boolean[] column(boolean[][] hidden, int column) {
    boolean[] cells = new boolean[hidden.length];
    for (int r = 0; r < cells.length; r++) {
      cells[r] = hidden[r][column];
    }
    return cells;
  }

  /// Whether a hidden cell follows from the others' sums. Rows and columns are the nodes of a graph and hidden
  /// cells its edges; a cell follows just when no circle goes through it (Gusfield, "A Graph Theoretic Approach
  /// to Statistical Data Security", SIAM Journal on Computing 17, 1988). Of hidden rows only the sum of all is
  /// known, so they are one node; so are hidden columns.
  private static boolean follows(boolean[][] hidden, boolean[] hiddenRows, boolean[] hiddenColumns,
      int row, int column) {
    int rows = hidden.length;
    int columns = hidden[0].length;
    int[] rowNode = nodes(hiddenRows, 0);
    int[] columnNode = nodes(hiddenColumns, rows + 1);
    boolean[] isReached = new boolean[rows + columns + 2];
    isReached[rowNode[row]] = true;
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          boolean isEdge = hidden[r][c] && (r != row || c != column);
          if (isEdge && isReached[rowNode[r]] != isReached[columnNode[c]]) {
            isReached[rowNode[r]] = true;
            isReached[columnNode[c]] = true;
            isGrowing = true;
          }
        }
      }
    }
    return !isReached[columnNode[column]];
  }

  private static int[] nodes(boolean[] merged, int first) {
    int[] nodes = new int[merged.length];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = merged[i] ? first + merged.length : first + i;
    }
    return nodes;
  }
}
