package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.metier.match.feature.Feature;
import org.metier.match.model.RankerModel;
import org.metier.rank.Forest;
import org.metier.rank.fitting.ForestSettings;
import smile.data.DataFrame;
import smile.regression.RegressionTree;

class SmileTreesTest {
  private static final int FEATURES = 5;
  private static final ForestSettings SETTINGS = Settings.of(1, 16, 10, 1, 1, 1);

  @Test
  void the_exported_tree_says_what_smile_says_on_rows_with_ties_and_gaps() {
    Random random = new Random(7);
    double[][] rows = rows(2_000, random);
    double[] lambda = lambda(rows, random);
    RegressionTree fitted = new SmileTrees(rows).fit(lambda, ones(rows.length), counts(rows.length),
        SETTINGS);
    GrownTree grown = SmileTrees.export(fitted.root());
    assertTrue(grown.feature().length > 20, "a tree worth testing");
    Forest forest = Forest.of(FEATURES, 0, List.of(grown.toTree()));

    double[][] probes = probes(10_000, grown, random);
    DataFrame frame = DataFrame.of(SmileTrees.withoutNaN(probes), "f0", "f1", "f2", "f3", "f4");
    for (int i = 0; i < probes.length; i++) {
      double expected = fitted.predict(frame.get(i));
      assertEquals(expected, grown.output(probes[i]), 0);
      assertEquals(expected, forest.score(probes[i]), 0);
    }
  }

  @Test
  void a_missing_value_can_be_told_from_a_small_one() {
    // the lambda is high only where the feature is missing
    double[][] rows = new double[200][1];
    double[] lambda = new double[200];
    for (int i = 0; i < 200; i++) {
      rows[i][0] = i % 4 == 0 ? Double.NaN : i / 100.0;
      lambda[i] = i % 4 == 0 ? 3 : 0;
    }
    GrownTree tree = new SmileTrees(rows).grow(lambda, new double[200], counts(200), SETTINGS);
    assertEquals(150, tree.output(new double[]{Double.NaN}), 1e-9); // 50 rows x 3 / penalty of 1
    assertEquals(0, tree.output(new double[]{0}), 1e-9);
  }

  @Test
  void cover_adds_up_from_the_leaves_to_the_root() {
    Random random = new Random(3);
    double[][] rows = rows(1_000, random);
    GrownTree tree = new SmileTrees(rows).grow(lambda(rows, random), ones(1_000),
        counts(1_000), SETTINGS);
    assertEquals(1_000, tree.cover()[0], 0);
    for (int node = 0; node < tree.feature().length; node++) {
      if (tree.feature()[node] >= 0) {
        assertEquals(tree.cover()[node],
            tree.cover()[tree.left()[node]] + tree.cover()[tree.right()[node]], 0);
      } else {
        assertTrue(tree.cover()[node] >= SETTINGS.minLeafRows());
      }
    }
  }

  @Test
  void one_thread_and_four_grow_the_same_bits() throws Exception {
    Random random = new Random(11);
    double[][] rows = rows(3_000, random);
    double[] lambda = lambda(rows, random);
    List<GrownTree> grown = new ArrayList<>();
    for (int threads : new int[]{1, 4, 4}) {
      try (ForkJoinPool pool = new ForkJoinPool(threads)) {
        grown.add(pool
            .submit(() -> new SmileTrees(rows).grow(lambda, ones(rows.length),
                counts(rows.length), SETTINGS))
            .get());
      }
    }
    for (GrownTree tree : grown) {
      assertArrayEquals(grown.getFirst().feature(), tree.feature());
      assertArrayEquals(grown.getFirst().threshold(), tree.threshold());
      assertArrayEquals(grown.getFirst().value(), tree.value());
    }
  }

  @Test
  void a_feature_that_could_be_taken_for_a_missing_one_is_refused() {
    double[][] rows = {{0}, {-2e8}};
    var refused = assertThrows(IllegalArgumentException.class, () -> new SmileTrees(rows));
    assertTrue(String.valueOf(refused.getMessage()).contains("feature 0 of row 1"),
        refused.getMessage());
  }

  private static double[][] rows(int count, Random random) {
    double[][] rows = new double[count][FEATURES];
    for (double[] row : rows) {
      for (int feature = 0; feature < FEATURES; feature++) {
        // coarse values make ties; a tenth is missing
        row[feature] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(40) / 8.0 - 2;
      }
    }
    return rows;
  }

  private static double[] lambda(double[][] rows, Random random) {
    double[] lambda = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double known = Double.isNaN(rows[i][0]) ? 1 : rows[i][0];
      lambda[i] = known * (rows[i][1] > 0 ? 1 : -1) + random.nextDouble();
    }
    return lambda;
  }

  /// Rows of which half have a value exactly at, one bit below or one bit above a threshold.
  private static double[][] probes(int count, GrownTree tree, Random random) {
    double[][] probes = rows(count, random);
    for (double[] probe : probes) {
      int node = random.nextInt(tree.feature().length);
      if (tree.feature()[node] >= 0) {
        double threshold = tree.threshold()[node];
        probe[tree.feature()[node]] = switch (random.nextInt(3)) {
          case 0 -> threshold;
          case 1 -> Math.nextUp(threshold);
          default -> Math.nextDown(threshold);
        };
        if (Math.abs(threshold) > SmileTrees.LARGEST_VALUE) {
          probe[tree.feature()[node]] = Double.NaN;
        }
      }
    }
    return probes;
  }

  private static int[] counts(int count) {
    int[] counts = new int[count];
    java.util.Arrays.fill(counts, 1);
    return counts;
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void a_model_over_something_that_is_no_feature_is_refused() {
    int leak = Feature.values().length;
    GrownTree tree = new SmileTrees(withLeak()).grow(new double[]{-1, -1, 1, 1}, new double[4],
        new int[]{1, 1, 1, 1},
        Settings.of(1, 2, 1, 1, 1, 1));
    assertEquals(leak, tree.feature()[0], "the leak is what the tree looks at");
    assertThrows(IllegalArgumentException.class,
        () -> RankerModel.of(Forest.of(leak + 1, 0, List.of(tree.toTree()))));
    assertThrows(IllegalArgumentException.class,
        () -> RankerModel.of(Forest.of(leak, 0, List.of(tree.toTree()))));
  }

  /// Four rows whose only telling value comes after the last feature.
  private static double[][] withLeak() {
    double[][] rows = new double[4][Feature.values().length + 1];
    for (int row = 0; row < 4; row++) {
      rows[row][Feature.values().length] = row;
    }
    return rows;
  }
}
