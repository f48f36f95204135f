package org.metier.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ContributionsTest {
  @RepeatedTest(300)
  void base_and_contributions_sum_to_the_score(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    var trees = new RandomTrees(random, 1 + random.nextInt(40));
    Forest forest = trees.forest(1 + random.nextInt(30), 1 + random.nextInt(9));
    double[] row = trees.row();

    Contributions contributions = forest.explain(row);

    assertEquals(forest.score(row), contributions.score());
    assertEquals(0, contributions.residual(), 1e-12);
    assertEquals(contributions.score(), sum(contributions), 1e-12);
  }

  @RepeatedTest(100)
  void contributions_are_the_shapley_values_of_the_definition(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var trees = new RandomTrees(random, 1 + random.nextInt(8));
    Forest forest = trees.forest(1 + random.nextInt(4), 1 + random.nextInt(6));
    double[] row = trees.row();

    Contributions contributions = forest.explain(row);

    double[] expected = BruteForceShapley.values(forest, row);
    for (int f = 0; f < expected.length; f++) {
      assertEquals(expected[f], contributions.value(f), 1e-12, "feature " + f);
    }
    assertEquals(BruteForceShapley.expectation(forest, row, 0), contributions.base(), 1e-12);
  }

  @RepeatedTest(50)
  void many_rows_are_explained_as_each_alone(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int features = 1 + random.nextInt(20);
    var trees = new RandomTrees(random, features);
    Forest forest = trees.forest(1 + random.nextInt(20), 1 + random.nextInt(8));
    int count = random.nextInt(60);
    double[] rows = new double[count * features];
    for (int r = 0; r < count; r++) {
      System.arraycopy(trees.row(), 0, rows, r * features, features);
    }

    List<Contributions> explained = forest.explain(rows, count);

    assertEquals(count, explained.size());
    for (int r = 0; r < count; r++) {
      var alone = forest.explain(Arrays.copyOfRange(rows, r * features, (r + 1) * features));
      assertEquals(alone.score(), explained.get(r).score());
      for (int f = 0; f < features; f++) {
        assertEquals(alone.value(f), explained.get(r).value(f));
      }
    }
  }

  @RepeatedTest(30)
  void depth_costs_no_digits(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var trees = new RandomTrees(random, Tree.MAX_DEPTH);
    Forest forest = Forest.of(Tree.MAX_DEPTH, 0, List.of(trees.chain()));

    assertEquals(0, forest.explain(trees.row()).residual(), 1e-13);
  }

  /// One split at 0.5 on feature 1, covers 30 and 10, values 2 and 6: base 3, and feature 1 has all of
  /// the difference.
  @Test
  void one_split_gives_its_feature_the_whole_difference() {
    Tree stump = new Tree(new int[]{1, -1, -1}, new double[]{0.5, 0, 0},
        new boolean[]{false, false, false}, new int[]{1, 0, 0}, new int[]{2, 0, 0},
        new double[]{0, 2, 6}, new double[]{40, 30, 10});

    Contributions contributions = Forest.of(2, 0, List.of(stump)).explain(new double[]{0.9, 0.9});

    assertEquals(3, contributions.base());
    assertEquals(6, contributions.score());
    assertEquals(0, contributions.value(0));
    assertEquals(3, contributions.value(1), 1e-15);
    assertEquals(2, contributions.featureCount());
  }

  private static double sum(Contributions contributions) {
    double sum = contributions.base();
    for (int f = 0; f < contributions.featureCount(); f++) {
      sum += contributions.value(f);
    }
    return sum;
  }
}
