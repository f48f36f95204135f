package org.metier.fairness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@NullUnmarked // where a null comes instead of a figure, the test fails all the same
class SuppressionTest {
  private final Suppression suppression = new Suppression(20);

  private static int[][] people(int... counts) {
    int[][] cells = new int[counts.length][];
    for (int i = 0; i < counts.length; i++) {
      cells[i] = new int[]{counts[i]};
    }
    return cells;
  }

  @Test
  void groups_of_enough_people_are_shown() {
    assertArrayEquals(new boolean[]{false, false, false}, suppression.ofGroups(people(20, 30, 50)));
  }

  /// 100 - 30 - 51 = 19: one more must go, and the smallest does.
  @Test
  void a_small_group_takes_the_next_smallest_with_it() {
    assertArrayEquals(new boolean[]{true, true, false}, suppression.ofGroups(people(19, 30, 51)));
  }

  /// 5 + 6 = 11 people would follow from the rest.
  @Test
  void small_groups_that_are_too_few_together_take_another_with_them() {
    assertArrayEquals(new boolean[]{true, true, true, false},
        suppression.ofGroups(people(5, 6, 40, 60)));
  }

  @Test
  void a_group_whose_rest_is_small_is_hidden_too() {
    assertArrayEquals(new boolean[]{true, true}, suppression.ofGroups(people(7, 90)));
  }

  @Test
  void a_group_of_everybody_needs_no_protection() {
    assertArrayEquals(new boolean[]{false}, suppression.ofGroups(people(90)));
  }

  @Test
  void every_count_of_a_cell_must_be_large_enough() {
    int[][] counts = {{100, 19}, {100, 60}, {100, 70}};
    assertArrayEquals(new boolean[]{true, true, false}, suppression.ofGroups(counts));
  }

  /// Two hidden circles joined by one cell: every row and column has two hidden cells, yet the joining one
  /// follows from the sums of one half of the table.
  @Test
  void a_cell_between_two_circles_does_not_stay_the_only_link() {
    int[][] people = {
      {5, 5, 99, 99},
      {5, 5, 7, 99},
      {99, 99, 5, 5},
      {99, 99, 5, 5}};
    int[][][] counts = new int[4][][];
    for (int r = 0; r < 4; r++) {
      counts[r] = people(people[r]);
    }
    boolean[][] hidden = new Suppression(8).ofTable(counts, new boolean[4], new boolean[4]);
    assertTrue(hidden[1][2]);
    assertFalse(Attack.determines(hidden, new boolean[4], new boolean[4], 1, 2));
  }

  /// The attack: whoever knows all shown cells and margins solves the linear equations for the hidden ones.
  @RepeatedTest(300)
  void no_hidden_cell_can_be_computed_back(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int rows = 2 + random.nextInt(4);
    int columns = 2 + random.nextInt(4);
    int[][][] counts = new int[rows][columns][1];
    int[][] ofRows = new int[rows][1];
    int[][] ofColumns = new int[columns][1];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int count = random.nextInt(4) == 0 ? random.nextInt(20) : random.nextInt(200);
        counts[r][c][0] = count;
        ofRows[r][0] += count;
        ofColumns[c][0] += count;
      }
    }
    boolean[] hiddenRows = suppression.ofGroups(ofRows);
    boolean[] hiddenColumns = suppression.ofGroups(ofColumns);
    boolean[][] hidden = suppression.ofTable(counts, hiddenRows, hiddenColumns);
    for (int r = 0; r < rows; r++) {
      int inRow = 0;
      for (int c = 0; c < columns; c++) {
        assertTrue(hidden[r][c] || counts[r][c][0] >= 20);
        assertTrue(hidden[r][c] || (!hiddenRows[r] && !hiddenColumns[c]));
        inRow += hidden[r][c] ? counts[r][c][0] : 0;
        if (hidden[r][c]) {
          assertFalse(Attack.determines(hidden, hiddenRows, hiddenColumns, r, c),
              "row " + r + " column " + c);
        }
      }
      boolean isAnyHidden = inRow > 0;
      assertTrue(hiddenRows[r] || !isAnyHidden || inRow >= 20, "row " + r);
    }
  }

  /// Whether a hidden cell follows from sums, by Gauss's elimination over all equations that are known.
  private static final class Attack {
    static boolean determines(boolean[][] hidden, boolean[] hiddenRows, boolean[] hiddenColumns,
        int row, int column) {
      int rows = hidden.length;
      int columns = hidden[0].length;
      double[][] equations = new double[rows + columns + 2][rows * columns];
      double[] wanted = new double[rows * columns];
      wanted[row * columns + column] = 1;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          if (hidden[r][c]) {
            // Hidden margins are known together alone, as the whole and the others are shown.
            equations[hiddenRows[r] ? rows : r][r * columns + c] = 1;
            equations[rows + 1 + (hiddenColumns[c] ? columns : c)][r * columns + c] = 1;
          }
        }
      }
      return rank(equations, null) == rank(equations, wanted);
    }

    private static int rank(double[][] equations, double[] more) {
      double[][] m = new double[equations.length + 1][];
      for (int i = 0; i < equations.length; i++) {
        m[i] = equations[i].clone();
      }
      m[equations.length] = more == null ? new double[equations[0].length] : more.clone();
      int rank = 0;
      for (int c = 0; c < m[0].length && rank < m.length; c++) {
        int pivot = rank;
        for (int r = rank; r < m.length; r++) {
          pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
        }
        if (Math.abs(m[pivot][c]) < 1e-9) {
          continue;
        }
        double[] swap = m[pivot];
        m[pivot] = m[rank];
        m[rank] = swap;
        for (int r = rank + 1; r < m.length; r++) {
          double factor = m[r][c] / m[rank][c];
          for (int k = c; k < m[0].length; k++) {
            m[r][k] -= factor * m[rank][k];
          }
        }
        rank++;
      }
      return rank;
    }
  }
}
