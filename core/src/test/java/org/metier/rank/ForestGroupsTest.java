package org.metier.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ForestGroupsTest {
  @RepeatedTest(100)
  void constant_and_group_sums_are_the_score_to_the_bit(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int groups = 1 + random.nextInt(4);
    Forest forest = forest(random, groups);
    double[] row = new RandomTrees(random, groups).row();

    double sum = forest.constant();
    for (double part : forest.scoreByGroup(row)) {
      sum += part;
    }

    assertEquals(forest.score(row), sum);
    assertEquals(groups, forest.groupCount());
  }

  @RepeatedTest(50)
  void a_group_scores_as_a_forest_of_its_trees_alone(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Forest forest = forest(random, 3);
    double[] row = new RandomTrees(random, 3).row();

    double[] sums = forest.scoreByGroup(row);

    for (int g = 0; g < 3; g++) {
      int group = g;
      List<Tree> own = forest.trees().stream().filter(tree -> tree.feature(0) == group).toList();
      Forest alone = Forest.of(3, 0, own);
      assertEquals(alone.score(row), sums[g]);
      assertEquals(alone.base(), forest.groupBase(g));
    }
  }

  @Test
  void a_tree_of_two_groups_is_refused() {
    Forest forest = Forest.of(2, 0, List.of(new RandomTrees(new Random(1), 2).chain()));

    var error = assertThrows(IllegalArgumentException.class, () -> forest.grouped(0, 1));

    assertEquals("a tree must test features of one group, but tree 0 tests feature 0 of group 0"
        + " and feature 1 of group 1", error.getMessage());
    assertEquals(1, forest.grouped(0, 0).groupCount());
  }

  @Test
  void forests_of_other_groups_are_not_equal() {
    Forest forest = Forest.of(2, 0, List.of());

    assertEquals(forest, forest.grouped(0, 0));
    assertNotEquals(forest, forest.grouped(0, 1));
  }

  @Test
  void groups_are_numbered_from_0() {
    Forest forest = Forest.of(2, 0, List.of());

    assertThrows(IllegalArgumentException.class, () -> forest.grouped(0));
    assertThrows(IllegalArgumentException.class, () -> forest.grouped(0, -1));
    assertThrows(IllegalArgumentException.class, () -> forest.grouped(0, 64));
  }

  /// One feature per group, trees of all groups mixed, some of one leaf.
  private static Forest forest(Random random, int groups) {
    List<Tree> trees = new ArrayList<>();
    int[] groupOfFeature = new int[groups];
    for (int t = 0; t < 40; t++) {
      Tree tree = new RandomTrees(random, 1).tree(4);
      trees.add(RandomTrees.moved(tree, random.nextInt(groups)));
    }
    for (int g = 0; g < groups; g++) {
      groupOfFeature[g] = g;
    }
    return Forest.of(groups, random.nextGaussian(), trees).grouped(groupOfFeature);
  }
}
