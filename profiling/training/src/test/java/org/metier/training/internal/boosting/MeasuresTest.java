package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void people_whose_candidates_are_all_alike_are_left_out() {
    RankedLists lists = new RankedLists(new double[4][1], new int[]{2, 2, 0, 3},
        new int[]{0, 2, 4});
    Measures measures = Measures.of(lists, new double[]{0, 0, 1, 0});
    assertEquals(1, measures.people());
    assertEquals(0.5, measures.mrr(), 1e-12);
  }
}
