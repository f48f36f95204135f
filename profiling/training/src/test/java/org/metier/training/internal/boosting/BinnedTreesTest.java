package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.rank.fitting.ForestSettings;

class BinnedTreesTest {
  private static ForestSettings settings(int leaves, int minLeaf) {
    return Settings.of(1, leaves, minLeaf, 1, 1, 1);
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double worth(double pull, double fade) {
    return pull * pull / (fade + 1);
  }

  /// The gain of the best split of one leaf, by trying every value of every feature.
  private static double bestGain(double[][] rows, double[] lambda, double[] hessian, int minLeaf) {
    double best = 0;
    for (int f = 0; f < rows[0].length; f++) {
      for (double[] at : rows) {
        double threshold = Double.isNaN(at[f]) ? -1e9 : at[f];
        best = Math.max(best, gain(rows, lambda, hessian, minLeaf, f, threshold));
      }
    }
    return best;
  }

  private static double gain(double[][] rows, double[] lambda, double[] hessian, int minLeaf, int f,
      double threshold) {
    double[] pull = new double[2];
    double[] fade = new double[2];
    int[] count = new int[2];
    for (int row = 0; row < rows.length; row++) {
      int side = rows[row][f] > threshold ? 1 : 0; // missing goes left
      pull[side] += lambda[row];
      fade[side] += hessian[row];
      count[side]++;
    }
    return Math.min(count[0], count[1]) < minLeaf
        ? 0
        : worth(pull[0], fade[0]) + worth(pull[1], fade[1])
            - worth(pull[0] + pull[1], fade[0] + fade[1]);
  }

  @RepeatedTest(50)
  void the_first_split_is_the_best_of_all(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int n = 20 + random.nextInt(100);
    double[][] rows = new double[n][3];
    double[] lambda = new double[n];
    double[] hessian = new double[n];
    for (int row = 0; row < n; row++) {
      for (int f = 0; f < 3; f++) {
        rows[row][f] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(12);
      }
      lambda[row] = random.nextGaussian();
      hessian[row] = random.nextDouble();
    }
    int minLeaf = 1 + random.nextInt(5);
    GrownTree tree = new BinnedTrees(rows)
        .grow(lambda, hessian, ones(n), new int[]{0, 1, 2}, settings(2, minLeaf));
    assertEquals(3, tree.feature().length);
    assertEquals(bestGain(rows, lambda, hessian, minLeaf),
        gain(rows, lambda, hessian, minLeaf, tree.feature()[0], tree.threshold()[0]), 1e-9);
    double[] pull = new double[2];
    double[] fade = {1, 1};
    for (int row = 0; row < n; row++) {
      int side = rows[row][tree.feature()[0]] > tree.threshold()[0] ? 1 : 0;
      pull[side] += lambda[row];
      fade[side] += hessian[row];
    }
    assertEquals(pull[0] / fade[0], tree.value()[tree.left()[0]], 1e-9);
    assertEquals(pull[1] / fade[1], tree.value()[tree.right()[0]], 1e-9);
    tree.toTree(); // covers add up
  }

  @RepeatedTest(20)
  void leaves_keep_to_their_number_and_least_size(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[][] rows = new double[1_000][2];
    double[] lambda = new double[rows.length];
    double[] hessian = new double[rows.length];
    int[] counts = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      rows[row][0] = random.nextDouble();
      rows[row][1] = random.nextDouble();
      lambda[row] = rows[row][0] > 0.3 == rows[row][1] > 0.6 ? 1 : -1;
      hessian[row] = 0.25;
      counts[row] = random.nextInt(2);
    }
    GrownTree tree = new BinnedTrees(rows).grow(lambda, hessian, counts, new int[]{0, 1},
        settings(6, 40));
    int leaves = 0;
    for (int node = 0; node < tree.feature().length; node++) {
      if (tree.feature()[node] < 0) {
        leaves++;
        assertTrue(tree.cover()[node] >= 40, node + " has " + tree.cover()[node]);
      }
    }
    assertTrue(leaves > 2 && leaves <= 6, leaves + " leaves");
    assertEquals(Arrays.stream(counts).sum(), tree.cover()[0]);
    GrownTree narrow = new BinnedTrees(rows).grow(lambda, hessian, counts, new int[]{1},
        settings(6, 40));
    assertTrue(Arrays.stream(narrow.feature()).allMatch(f -> f == 1 || f == -1));
  }

  @Test
  void nothing_to_gain_is_one_leaf() {
    double[][] rows = {{1}, {2}, {3}};
    GrownTree tree = new BinnedTrees(rows).grow(new double[3], new double[]{1, 1, 1}, ones(3),
        new int[]{0}, settings(4, 1));
    assertEquals(1, tree.feature().length);
  }
}
