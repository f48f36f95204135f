package org.metier.benchmarks.ltr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradedListsTest {
  private static final GradedLists THREE = new GradedLists(
      new float[][]{{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}}, new int[]{0, 1, 2, 2, 1},
      new int[]{0, 2, 4, 5});

  @Test
  void ndcg_is_that_of_each_query_and_none_where_all_rows_are_alike() {
    // of the first query the irrelevant row ranks first: 1 / log2(3) of the ideal 1
    double[] ndcg = THREE.ndcgAt10(new double[]{2, 1, 0, 0, 0});
    assertArrayEquals(new double[]{0.6309298, Double.NaN, Double.NaN}, ndcg, 1e-7);
  }

  @Test
  void chosen_queries_keep_their_rows() {
    GradedLists chosen = THREE.select(List.of(2, 0));
    assertArrayEquals(new float[]{5, 10, 1, 6, 2, 7}, chosen.rowMajor());
    assertArrayEquals(new int[]{1, 0, 1}, chosen.grades());
    assertArrayEquals(new int[]{0, 1, 3}, chosen.starts());
  }

  @Test
  void joined_lists_hold_the_queries_of_both() {
    GradedLists joined = GradedLists.joined(THREE.select(List.of(0, 1)),
        THREE.select(List.of(2)));
    assertArrayEquals(THREE.rowMajor(), joined.rowMajor());
    assertArrayEquals(THREE.starts(), joined.starts());
    assertArrayEquals(THREE.grades(), joined.grades());
    assertArrayEquals(new float[]{1, 6, 0, 2, 7, 0},
        THREE.select(List.of(0)).widened(3).rowMajor());
  }

  @Test
  void generated_lists_are_the_same_for_the_same_seed_and_have_all_grades_and_gaps() {
    GradedLists lists = GeneratedLists.of(2_000, 40, 3);
    assertArrayEquals(lists.rowMajor(), GeneratedLists.of(2_000, 40, 3).rowMajor());
    assertEquals(20, lists.queries());
    for (int grade = 0; grade <= 4; grade++) {
      int wanted = grade;
      assertTrue(Arrays.stream(lists.grades()).filter(g -> g == wanted).count() > 10,
          "grade " + grade);
    }
    int missing = 0;
    for (float value : lists.rowMajor()) {
      missing += Float.isNaN(value) ? 1 : 0;
    }
    assertTrue(missing > 2_000, missing + " missing values");
    assertThrows(IllegalArgumentException.class, () -> GeneratedLists.of(150, 40, 3));
    assertThrows(IllegalArgumentException.class, () -> GeneratedLists.of(200, 11, 3));
  }

  @Test
  void the_median_leaves_out_the_first_round() {
    assertEquals(2.5, SpeedEvaluation.warmMedian(new double[]{9, 3, 2, 1, 4}));
    assertEquals(9, SpeedEvaluation.warmMedian(new double[]{9}));
  }
}
