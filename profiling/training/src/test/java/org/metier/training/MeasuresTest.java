package org.metier.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void ndcg_is_as_worked_by_hand() {
    // ranked 1, 3, 0: dcg = 1/1 + 7/log2(3) = 1 + 4.4165083 = 5.4165083
    // ideal 3, 1, 0: 7 + 1/log2(3) = 7.6309298
    assertEquals(5.4165083 / 7.6309298, Measures.ndcg(5, new int[]{1, 3, 0}), 1e-7);
  }

  @Test
  void the_cut_off_hides_what_comes_after_it() {
    assertEquals(0, Measures.ndcg(1, new int[]{0, 4}), 0);
  }

  @Test
  void average_precision_and_reciprocal_rank_are_as_worked_by_hand() {
    // relevant at ranks 2 and 4: (1/2 + 2/4) / 2
    assertEquals(0.5, Measures.averagePrecision(new int[]{1, 2, 0, 4}), 1e-12);
    assertEquals(0.5, Measures.reciprocalRank(new int[]{1, 2, 0, 4}), 1e-12);
  }

  @Test
  void people_whose_candidates_are_all_alike_are_left_out() {
    RankedLists lists = new RankedLists(new double[4][1], new int[]{2, 2, 0, 3},
        new int[]{0, 2, 4});
    Measures measures = Measures.of(lists, new double[]{0, 0, 1, 0});
    assertEquals(1, measures.people());
    assertEquals(0.5, measures.mrr(), 1e-12);
  }

  @RepeatedTest(100)
  void swapping_a_better_item_up_never_lowers_ndcg(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    int[] grades = random.ints(2 + random.nextInt(20), 0, 5).toArray();
    double before = Measures.ndcg(10, grades);
    int i = random.nextInt(grades.length - 1);
    int j = i + 1 + random.nextInt(grades.length - i - 1);
    if (grades[j] > grades[i]) {
      int grade = grades[i];
      grades[i] = grades[j];
      grades[j] = grade;
    }
    assertTrue(Measures.ndcg(10, grades) >= before - 1e-12);
  }
}
