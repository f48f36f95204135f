package org.metier.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RankMeasuresTest {
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
  void ndcg_of_gains_is_that_of_the_grades_they_come_from() {
    assertEquals(Ndcg.at(3, 1, 0, 2, 4), Ndcg.ofGains(3, 1, 0, 3, 15), 1e-12);
    // 2 / log2 3 by 2: half a look at rank 2 makes a gain of 1 count twice
    assertEquals(1 / 1.584962500721156, Ndcg.ofGains(5, 0, 2), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Ndcg.ofGains(5, 1, -1));
    assertThrows(IllegalArgumentException.class, () -> Ndcg.ofGains(5, 1, Double.NaN));
  }

  @Test
  void equal_scores_stay_in_the_order_of_the_rows() {
    assertArrayEquals(new int[]{2, 0, 3, 1}, Ranking.order(1, -1, 7, 1));
    assertArrayEquals(new int[]{2, 1}, Ranking.order(new double[]{9, 1, 7, 8}, 1, 3));
    assertArrayEquals(new int[]{0, 1}, Ranking.order(-0.0, 0.0));
    assertThrows(IllegalArgumentException.class, () -> Ranking.order(1, Double.NaN));
  }

  @Test
  void recall_and_average_precision_of_a_hand_worked_list() {
    boolean[] ranked = {false, true, false, true};
    assertEquals(0.5, AveragePrecision.of(ranked), 1e-12); // (1/2 + 2/4) / 2
    assertEquals(0.25, AveragePrecision.of(ranked, 4), 1e-12);
    assertEquals(0, AveragePrecision.of(false, false));
    assertEquals(0.5, ReciprocalRank.of(ranked), 1e-12);
    assertEquals(0, ReciprocalRank.of(false));
    assertEquals(0.5, Recall.at(3, ranked), 1e-12);
    assertEquals(0.25, Recall.at(3, ranked, 4), 1e-12);
    assertEquals(0, Recall.at(3, false));
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
    assertThrows(IllegalArgumentException.class, () -> Recall.at(1, new boolean[]{true, true}, 1));
    assertThrows(IllegalArgumentException.class, () -> Gain.discount(0));
    assertThrows(IllegalArgumentException.class, () -> Gain.ofGrade(31));
  }
}
