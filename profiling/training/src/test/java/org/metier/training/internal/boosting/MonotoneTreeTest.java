package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.rank.fitting.ForestSettings;

class MonotoneTreeTest {
  private static final ForestSettings SETTINGS = Settings.of(1, 16, 5, 1, 1, 1);
  private static final int[] RISING_FALLING_FREE = {1, -1, 0};

  @Test
  void sides_in_the_wrong_order_get_their_common_mean() {
    // left 4 over 1 row, right 1 over 2 rows: (4 * 1 + 1 * 2) / 3 = 2
    GrownTree tree = stump(0.5, 4, 1, 1, 2);
    assertArrayEquals(new double[]{0, 2, 2}, MonotoneTree.of(tree, new int[]{1}).value());
    assertArrayEquals(new double[]{0, 4, 1}, tree.value(), "the tree itself stays as it was");
    assertArrayEquals(new double[]{0, 4, 1}, MonotoneTree.of(tree, new int[]{-1}).value());
  }

  @Test
  void a_split_between_missing_and_known_is_left_alone() {
    GrownTree tree = stump(SmileTrees.MISSING_VALUE / 2, 4, 1, 1, 2);
    assertArrayEquals(new double[]{0, 4, 1}, MonotoneTree.of(tree, new int[]{1}).value());
  }

  @RepeatedTest(50)
  void a_larger_value_never_moves_the_output_the_wrong_way(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    double[][] rows = new double[400][3];
    double[] lambda = new double[400];
    for (int i = 0; i < 400; i++) {
      rows[i] = random.doubles(3).toArray();
      lambda[i] = random.nextGaussian(); // noise: half of all splits are in the wrong order
    }
    int[] counts = new int[400];
    Arrays.fill(counts, 1);
    GrownTree free = new SmileTrees(rows).grow(lambda, new double[400], counts, SETTINGS);
    GrownTree monotone = MonotoneTree.of(free, RISING_FALLING_FREE);
    assertTrue(violations(free, new Random(1)) > 0, "the free tree is not monotone by chance");
    assertEquals(0, violations(monotone, new Random(1)));
  }

  private static int violations(GrownTree tree, Random random) {
    int violations = 0;
    for (int i = 0; i < 2_000; i++) {
      double[] row = random.doubles(3).toArray();
      int feature = random.nextInt(2);
      double before = tree.output(row);
      row[feature] += random.nextDouble();
      violations += RISING_FALLING_FREE[feature] * (tree.output(row) - before) < 0 ? 1 : 0;
    }
    return violations;
  }

  private static GrownTree stump(double threshold, double left, int leftCover, double right,
      int rightCover) {
    return new GrownTree(new int[]{0, -1, -1}, new double[]{threshold, 0, 0}, new int[]{1, 0, 0},
        new int[]{2, 0, 0}, new double[]{0, left, right},
        new double[]{leftCover + rightCover, leftCover, rightCover});
  }
}
