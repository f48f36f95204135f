package org.metier.benchmarks.measures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void ndcg_of_a_hand_worked_list() {
    // gains 2^1 - 1 = 1, 2^0 - 1 = 0, 2^2 - 1 = 3; discounts 1, log2 3 = 1.5850, 2
    double gain = 1 / 1.0 + 0 + 3 / 2.0;
    double ideal = 3 / 1.0 + 1 / 1.584962500721156 + 0;
    assertEquals(gain / ideal, Ndcg.at(3, 1, 0, 2), 1e-12);
    assertEquals(1 / ideal, Ndcg.at(2, 1, 0, 2), 1e-12);
  }

  @Test
  void ndcg_of_the_ideal_order_and_of_nothing_relevant_is_1() {
    assertEquals(1, Ndcg.at(10, 4, 2, 2, 0), 1e-12);
    assertEquals(1, Ndcg.at(10, 0, 0));
    assertEquals(1, Ndcg.at(10));
  }

  @Test
  void ndcg_misses_what_a_ranking_leaves_out() {
    // ranked: 2^1 - 1 = 1 at rank 1; ideal: 2^3 - 1 = 7 at rank 1, then 1 / log2 3
    assertEquals(1 / (7 + 1 / 1.584962500721156), Ndcg.at(5, new int[]{1}, new int[]{1, 3}), 1e-12);
  }

  @RepeatedTest(200)
  void swapping_a_better_item_up_never_lowers_ndcg(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int[] grades = random.ints(2 + random.nextInt(20), 0, 5).toArray();
    int k = 1 + random.nextInt(12);
    double before = Ndcg.at(k, grades);
    int high = random.nextInt(grades.length - 1);
    int low = high + 1 + random.nextInt(grades.length - high - 1);
    if (grades[low] > grades[high]) {
      int better = grades[low];
      grades[low] = grades[high];
      grades[high] = better;
    }
    assertTrue(Ndcg.at(k, grades) >= before - 1e-12);
  }

  @Test
  void reciprocal_rank_and_accuracy_of_hand_worked_ranks() {
    int[] ranks = {1, 4, 0, 2};
    assertEquals((1 + 0.25 + 0 + 0.5) / 4, ReciprocalRank.mean(ranks), 1e-12);
    assertEquals(0.25, Accuracy.at(1, ranks), 1e-12);
    assertEquals(0.5, Accuracy.at(3, ranks), 1e-12);
    assertEquals(0.75, Accuracy.at(4, ranks), 1e-12);
    assertEquals(0, ReciprocalRank.mean());
    assertEquals(0, Accuracy.at(1));
  }

  @Test
  void r_precision_of_hand_worked_ranks() {
    int[] ranks = {2, 5};
    assertEquals(0, RPrecision.at(1, ranks, 3), 1e-12); // 0 of min(1, 3)
    assertEquals(0.5, RPrecision.at(2, ranks, 3), 1e-12); // 1 of min(2, 3)
    assertEquals(2.0 / 3, RPrecision.at(5, ranks, 3), 1e-12); // 2 of min(5, 3)
    assertEquals(1, RPrecision.at(5, new int[]{3}, 1), 1e-12);
    assertEquals(0, RPrecision.at(5, new int[0], 1), 1e-12);
  }

  @Test
  void the_interval_of_a_mean_holds_it_and_is_wider_where_cases_hang_together() {
    double[] values = new double[60];
    int[] alone = new int[60];
    int[] together = new int[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 20 % 2; // twenty 0, twenty 1, twenty 0
      alone[i] = i;
      together[i] = i / 20;
    }
    Bootstrap.Interval narrow = Bootstrap.ofMean(values, alone, 1);
    Bootstrap.Interval wide = Bootstrap.ofMean(values, together, 1);
    // sqrt(1/3 * 2/3 / 60) = 0.061, so some 0.12 to both sides of 1/3
    assertEquals(1.0 / 3 - 0.12, narrow.low(), 0.03);
    assertEquals(1.0 / 3 + 0.12, narrow.high(), 0.03);
    assertEquals(0, wide.low(), 1e-12);
    assertEquals(1, wide.high(), 1e-12);
    assertEquals(narrow, Bootstrap.ofMean(values, alone, 1));
  }

  @Test
  void arguments_out_of_range_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> RPrecision.at(1, new int[]{1}, 0));
    assertThrows(IllegalArgumentException.class, () -> RPrecision.at(1, new int[]{0}, 1));
    assertThrows(IllegalArgumentException.class, () -> RPrecision.at(0, new int[]{1}, 1));
    assertThrows(IllegalArgumentException.class, () -> Ndcg.at(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Ndcg.at(1, -1));
    assertThrows(IllegalArgumentException.class, () -> Accuracy.at(0, 1));
    assertThrows(IllegalArgumentException.class, () -> ReciprocalRank.mean(-1));
  }
}
