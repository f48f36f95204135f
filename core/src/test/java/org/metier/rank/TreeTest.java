package org.metier.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TreeTest {
  private static final double NAN = Double.NaN;

  /// `x0 <= 0.5 ? 1 : 2`, missing goes left; covers 3 and 1.
  private int[] feature = {0, -1, -1};
  private double[] threshold = {0.5, 0, 0};
  private int[] left = {1, -1, -1};
  private int[] right = {2, -1, -1};
  private double[] value = {0, 1, 2};
  private double[] cover = {4, 3, 1};

  private Tree tree() {
    return new Tree(feature, threshold, new boolean[]{true, false, false}, left, right, value,
        cover);
  }

  private void assertRefused(String expected) {
    Exception refusal = assertThrows(IllegalArgumentException.class, this::tree);
    assertTrue(refusal.toString().contains(expected), refusal::toString);
  }

  @Test
  void a_value_at_the_threshold_goes_left_and_a_missing_one_where_the_node_says() {
    Forest forest = Forest.of(1, 10, List.of(tree()));
    assertEquals(11, forest.score(new double[]{0.5}));
    assertEquals(12, forest.score(new double[]{Math.nextUp(0.5)}));
    assertEquals(11, forest.score(new double[]{NAN}));
    assertEquals(11, forest.score(new double[]{Double.NEGATIVE_INFINITY}));
    assertEquals(12, forest.score(new double[]{Double.POSITIVE_INFINITY}));
    assertEquals(11.25, forest.base());
  }

  @Test
  void what_a_node_does_not_use_makes_no_difference() {
    Tree clean = tree();
    threshold = new double[]{0.5, NAN, 7};
    left = new int[]{1, 99, 0};
    value = new double[]{NAN, 1, 2};
    assertEquals(clean, tree());
    assertEquals(clean.hashCode(), tree().hashCode());
    value[1] = 3;
    assertNotEquals(clean, tree());
  }

  @Test
  void later_changes_of_the_arrays_do_not_reach_the_tree() {
    Tree tree = tree();
    threshold[0] = 9;
    assertEquals(0.5, tree.threshold(0));
    assertFalse(tree.isLeaf(0));
  }

  @Test
  void no_nodes_are_refused() {
    feature = new int[0];
    assertRefused("at least one node");
  }

  @Test
  void arrays_of_different_lengths_are_refused() {
    cover = new double[]{4, 3};
    assertRefused("one length");
  }

  @Test
  void a_child_before_its_parent_is_refused() {
    left[0] = 0;
    assertRefused("node 0 of a tree: a child must be 1 to 2, was 0");
  }

  @Test
  void a_child_out_of_range_is_refused() {
    right[0] = 3;
    assertRefused("a child must be 1 to 2, was 3");
  }

  @Test
  void a_node_with_two_parents_is_refused() {
    right[0] = 1;
    assertRefused("node 1 of a tree: it has two parents");
  }

  @Test
  void a_node_that_nothing_leads_to_is_refused() {
    feature = new int[]{-1, -1, -1};
    assertRefused("node 1 of a tree: no earlier node leads to it");
  }

  @Test
  void a_feature_below_minus_one_is_refused() {
    feature[1] = -2;
    assertRefused("was -2");
  }

  @Test
  void numbers_that_are_not_finite_are_refused() {
    value[1] = NAN;
    assertRefused("value must be finite, was NaN");
    threshold[0] = Double.POSITIVE_INFINITY;
    assertRefused("threshold must be finite, was Infinity");
  }

  @Test
  void a_cover_of_nothing_is_refused() {
    cover = new double[]{3, 3, 0};
    assertRefused("cover must be greater than 0 and finite, was 0.0");
  }

  @Test
  void a_cover_that_is_not_the_sum_of_its_children_is_refused() {
    cover = new double[]{5, 3, 1};
    assertRefused("node 0 of a tree: cover must be the sum of its children's, 4.0, was 5.0");
  }

  @Test
  void a_tree_too_deep_is_refused() {
    var trees = new RandomTrees(new Random(1), Tree.MAX_DEPTH + 1);
    Exception refusal = assertThrows(IllegalArgumentException.class, trees::chain);
    assertTrue(refusal.toString().contains("64"), refusal::toString);
  }

  @Test
  void a_forest_refuses_a_tree_that_tests_an_unknown_feature() {
    feature[0] = 2;
    String message = assertThrows(IllegalArgumentException.class,
        () -> Forest.of(2, 0, List.of(tree()))).getMessage();
    assertEquals("node 0 of tree 0 tests feature 2, but a row has features 0 to 1", message);
  }

  @Test
  void a_forest_refuses_a_row_of_another_length() {
    Forest forest = Forest.of(1, 0, List.of(tree()));
    assertThrows(IllegalArgumentException.class, () -> forest.score(new double[2]));
    assertThrows(IllegalArgumentException.class, () -> forest.explain(new double[2]));
  }

  @RepeatedTest(100)
  void a_forest_scores_like_a_walk_through_its_trees(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var trees = new RandomTrees(random, 1 + random.nextInt(10));
    Forest forest = trees.forest(random.nextInt(20), random.nextInt(8));
    double[] row = trees.row();
    double constant = forest.offset();
    double sum = 0;
    for (Tree tree : forest.trees()) {
      int node = 0;
      while (!tree.isLeaf(node)) {
        double x = row[tree.feature(node)];
        boolean goesLeft = Double.isNaN(x) ? tree.missingGoesLeft(node) : x <= tree.threshold(node);
        node = goesLeft ? tree.left(node) : tree.right(node);
      }
      if (node == 0) {
        constant += tree.value(node);
      } else {
        sum += tree.value(node);
      }
    }
    assertEquals(constant + sum, forest.score(row));
  }
}
