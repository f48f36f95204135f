package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.rank.fitting.ForestSettings;

class HistogramGrowingTest {
  private static final int[] ALL = {0, 1, 2};

  /// Rows with ties and missing values, and what pulls at them.
  private static final class Sample {
    private final double[][] rows;
    private final double[] lambda;
    private final double[] hessian;

    private Sample(int count) {
      rows = new double[count][3];
      lambda = new double[count];
      hessian = new double[count];
    }

    static Sample of(Random random, int count) {
      Sample sample = new Sample(count);
      for (int row = 0; row < count; row++) {
        for (int f = 0; f < 3; f++) {
          sample.rows[row][f] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(12);
        }
        sample.lambda[row] = random.nextGaussian() + (Double.isNaN(sample.rows[row][1]) ? 1 : 0);
        sample.hessian[row] = 0.1 + random.nextDouble();
      }
      return sample;
    }

    GrownTree grow(ForestSettings settings) {
      return growing(settings).grow(lambda, hessian, ones(rows.length), ALL);
    }

    HistogramGrowing growing(ForestSettings settings) {
      return new HistogramGrowing(FeatureColumns.ofRows(rows), settings);
    }

    /// What a leaf of these rows takes off the loss.
    double taken(List<Integer> some, double l2) {
      double pull = some.stream().mapToDouble(r -> lambda[r]).sum();
      return pull * pull / (l2 + some.stream().mapToDouble(r -> hessian[r]).sum());
    }
  }

  /// A split as a plain search finds it.
  private record Split(List<Integer> left, List<Integer> right, double gain) {}

  @RepeatedTest(60)
  void the_tree_is_the_one_that_trying_every_split_of_every_leaf_grows(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Sample sample = Sample.of(random, 40 + random.nextInt(160));
    int minLeaf = 1 + random.nextInt(6);
    double l2 = random.nextInt(2) * random.nextDouble();
    ForestSettings settings = settings(2 + random.nextInt(7)).minLeafRows(minLeaf).l2(l2).build();
    GrownTree tree = sample.grow(settings);
    double[] expected = plainly(sample, settings);
    for (int row = 0; row < expected.length; row++) {
      assertEquals(expected[row], tree.output(sample.rows[row]), 1e-9, "row " + row);
    }
    tree.toTree(); // covers add up
  }

  /// Grows the same tree without bins, sums of whole numbers or differences.
  private static double[] plainly(Sample sample, ForestSettings settings) {
    List<List<Integer>> leaves = new ArrayList<>();
    leaves.add(IntStream.range(0, sample.rows.length).boxed().toList());
    while (leaves.size() < settings.leaves()) {
      Split best = new Split(List.of(), List.of(), 1e-9);
      int at = -1;
      for (int i = 0; i < leaves.size(); i++) {
        Split split = bestSplit(sample, leaves.get(i), settings);
        if (split.gain() > best.gain() + 1e-9) {
          best = split;
          at = i;
        }
      }
      if (at < 0) {
        break;
      }
      leaves.set(at, best.left());
      leaves.add(best.right());
    }
    double[] outputs = new double[sample.rows.length];
    for (List<Integer> leaf : leaves) {
      double pull = leaf.stream().mapToDouble(r -> sample.lambda[r]).sum();
      double fade = leaf.stream().mapToDouble(r -> sample.hessian[r]).sum();
      leaf.forEach(r -> outputs[r] = pull / (fade + settings.l2()));
    }
    return outputs;
  }

  private static Split bestSplit(Sample sample, List<Integer> leaf, ForestSettings settings) {
    Split best = new Split(List.of(), List.of(), 0);
    for (int f : ALL) {
      for (double threshold = 0; threshold <= 12; threshold++) {
        for (boolean missingLeft : new boolean[]{false, true}) {
          List<Integer> left = new ArrayList<>();
          List<Integer> right = new ArrayList<>();
          for (int row : leaf) {
            double x = sample.rows[row][f];
            boolean goesLeft = Double.isNaN(x) ? missingLeft : x <= threshold;
            (goesLeft ? left : right).add(row);
          }
          if (Math.min(left.size(), right.size()) >= settings.minLeafRows()) {
            double gain = sample.taken(left, settings.l2()) + sample.taken(right, settings.l2())
                - sample.taken(leaf, settings.l2());
            best = gain > best.gain() + 1e-9 ? new Split(left, right, gain) : best;
          }
        }
      }
    }
    return best;
  }

  @Test
  void missing_values_go_to_the_side_that_they_are_like() {
    // known values 0 and 1 pull down and up; missing ones pull up in the first feature, down in the second
    double[][] rows = new double[120][2];
    double[] up = new double[120];
    double[] down = new double[120];
    for (int i = 0; i < 120; i++) {
      rows[i][0] = i % 3 == 2 ? Double.NaN : i % 3;
      up[i] = i % 3 == 0 ? -1 : 1;
      down[i] = i % 3 == 1 ? 1 : -1;
    }
    double[] hessian = new double[120];
    Arrays.fill(hessian, 0.5);
    HistogramGrowing growing = new HistogramGrowing(FeatureColumns.ofRows(rows),
        settings(2).build());
    double missing = Double.NaN;
    GrownTree likeOne = growing.grow(up, hessian, ones(120), new int[]{0, 1});
    assertEquals(2, likeOne.output(new double[]{missing, 0}), 1e-12);
    assertEquals(-2, likeOne.output(new double[]{0, 0}), 1e-12);
    assertEquals(2, likeOne.toTree().value(likeOne.toTree().right(0)), 1e-12);
    GrownTree likeNought = growing.grow(down, hessian, ones(120), new int[]{0, 1});
    assertEquals(-2, likeNought.output(new double[]{missing, 0}), 1e-12);
    assertEquals(2, likeNought.output(new double[]{1, 0}), 1e-12);
  }

  @Test
  void missing_values_that_are_like_no_known_one_have_a_leaf_of_their_own() {
    double[][] rows = new double[100][1];
    double[] lambda = new double[100];
    for (int i = 0; i < 100; i++) {
      rows[i][0] = i % 2 == 0 ? Double.NaN : i;
      lambda[i] = i % 2 == 0 ? 1 : -1;
    }
    double[] hessian = new double[100];
    Arrays.fill(hessian, 1);
    GrownTree tree = new HistogramGrowing(FeatureColumns.ofRows(rows), settings(2).build())
        .grow(lambda, hessian, ones(100), new int[]{0});
    assertEquals(1, tree.output(new double[]{Double.NaN}), 1e-12);
    assertEquals(-1, tree.output(new double[]{1e9}), 1e-12, "known, though never seen so large");
    assertEquals(-1, tree.output(new double[]{-1e9}), 1e-12);
  }

  @RepeatedTest(100)
  void a_larger_value_never_moves_the_output_the_wrong_way(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Sample sample = Sample.of(random, 400); // noise: half of all splits are in the wrong order
    int[] directions = {1, -1, 0};
    GrownTree free = sample.grow(settings(16).minLeafRows(3).build());
    GrownTree bound = sample
        .grow(settings(16).minLeafRows(3).directions(List.of(1, -1, 0)).build());
    assertTrue(violations(free, directions) > 0, "the free tree is not monotone by chance");
    assertEquals(0, violations(bound, directions));
    assertTrue(bound.feature().length > 1);
  }

  @Test
  void a_monotone_feature_that_the_rows_contradict_is_not_split_by() {
    double[][] rows = new double[100][2];
    double[] lambda = new double[100];
    double[] hessian = new double[100];
    Arrays.fill(hessian, 1);
    for (int i = 0; i < 100; i++) {
      rows[i][0] = i;
      rows[i][1] = i % 2;
      lambda[i] = (i < 50 ? 1 : -1) + (i % 2 == 0 ? 0.1 : -0.1);
    }
    GrownTree free = new HistogramGrowing(FeatureColumns.ofRows(rows), settings(2).build())
        .grow(lambda, hessian, ones(100), new int[]{0, 1});
    GrownTree bound = new HistogramGrowing(FeatureColumns.ofRows(rows),
        settings(2).directions(List.of(1, 0)).build())
        .grow(lambda, hessian, ones(100), new int[]{0, 1});
    assertEquals(0, free.feature()[0]);
    assertEquals(1, bound.feature()[0]);
  }

  private static int violations(GrownTree tree, int[] directions) {
    Random random = new Random(1);
    int violations = 0;
    for (int i = 0; i < 3_000; i++) {
      double[] row = random.ints(3, 0, 12).asDoubleStream().toArray();
      row[random.nextInt(3)] = random.nextBoolean() ? Double.NaN : 3;
      int feature = random.nextInt(2);
      double before = tree.output(row);
      if (!Double.isNaN(row[feature])) {
        row[feature] += 1 + random.nextInt(5);
        violations += directions[feature] * (tree.output(row) - before) < 0 ? 1 : 0;
      }
    }
    return violations;
  }

  @RepeatedTest(50)
  void a_tree_tests_features_of_the_set_with_the_best_first_split(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Sample sample = Sample.of(random, 300);
    GrownTree free = sample.grow(settings(8).build());
    GrownTree bound = sample
        .grow(settings(8).oneSetPerTree(List.of(List.of(2, 0), List.of(1))).build());
    int[] tested = Arrays.stream(bound.feature()).filter(f -> f >= 0).distinct().toArray();
    assertEquals(free.feature()[0], bound.feature()[0], "the first split is free");
    boolean isOfFirstSet = free.feature()[0] != 1;
    assertTrue(Arrays.stream(tested).allMatch(f -> isOfFirstSet == (f != 1)),
        Arrays.toString(tested));
  }

  @RepeatedTest(20)
  void leaves_keep_to_their_number_and_least_sizes(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Sample sample = Sample.of(random, 500);
    ForestSettings settings = settings(6).minLeafRows(30).minLeafHessian(40).build();
    int[] counts = random.ints(500, 0, 2).toArray();
    GrownTree tree = sample.growing(settings)
        .grow(sample.lambda, sample.hessian, counts, ALL);
    double[] rows = new double[tree.feature().length];
    double[] hessian = new double[rows.length];
    FeatureColumns columns = FeatureColumns.ofRows(sample.rows);
    for (int row = 0; row < 500; row++) {
      int leaf = tree.leaf(columns, row);
      rows[leaf] += counts[row];
      hessian[leaf] += counts[row] * sample.hessian[row];
    }
    int leaves = 0;
    for (int node = 0; node < rows.length; node++) {
      if (tree.feature()[node] < 0) {
        leaves++;
        assertEquals(tree.cover()[node], rows[node]);
        assertTrue(rows[node] >= 30, rows[node] + " rows");
        assertTrue(hessian[node] >= 40 - 1e-3, "hessian " + hessian[node]);
      }
    }
    assertTrue(leaves > 1 && leaves <= 6, leaves + " leaves");
  }

  @RepeatedTest(20)
  void outputs_are_added_alike_to_rows_drawn_and_others(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Sample sample = Sample.of(random, 200);
    HistogramGrowing growing = sample.growing(settings(8).build());
    GrownTree tree = growing.grow(sample.lambda, sample.hessian,
        random.ints(200, 0, 2).toArray(), ALL);
    double[] added = new double[200];
    growing.add(tree, added);
    double[] addedAsAnyOther = new double[200];
    growing.add(tree.scaled(1), addedAsAnyOther);
    assertArrayEquals(Arrays.stream(sample.rows).mapToDouble(tree::output).toArray(), added, 0);
    assertArrayEquals(added, addedAsAnyOther, 0);
  }

  @Test
  void nothing_to_gain_is_one_leaf() {
    double[][] rows = {{1}, {2}, {3}};
    GrownTree tree = new HistogramGrowing(FeatureColumns.ofRows(rows),
        settings(4).minLeafRows(1).build())
        .grow(new double[3], new double[]{1, 1, 1}, ones(3), new int[]{0});
    assertEquals(1, tree.feature().length);
  }

  @Test
  void hessians_of_nothing_split_nothing() {
    double[][] rows = {{1}, {2}, {3}};
    GrownTree tree = new HistogramGrowing(FeatureColumns.ofRows(rows),
        settings(4).minLeafRows(1).minLeafHessian(0).build())
        .grow(new double[]{1, 0, -1}, new double[3], ones(3), new int[]{0});
    assertEquals(1, tree.feature().length);
    assertEquals(0, tree.value()[0]);
  }

  private static ForestSettings.Builder settings(int leaves) {
    return ForestSettings.builder().leaves(leaves).minLeafRows(5).minLeafHessian(0).shrinkage(1);
  }

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
