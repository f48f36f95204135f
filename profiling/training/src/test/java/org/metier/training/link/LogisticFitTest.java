package org.metier.training.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.metier.training.link.LogisticFit.Case;

class LogisticFitTest {
  @Test
  void two_groups_get_their_own_shares() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      cases.add(new Case(new double[]{1, 0}, i < 20)); // 20 of 100
      cases.add(new Case(new double[]{1, 1}, i < 70)); // 70 of 100
    }
    double[] weights = LogisticFit.weights(cases);
    assertEquals(0.2, LogisticFit.chance(weights, new double[]{1, 0}), 0.001);
    assertEquals(0.7, LogisticFit.chance(weights, new double[]{1, 1}), 0.001);
  }

  @Test
  void weights_that_made_the_cases_are_found_again() {
    Random random = new Random(5);
    double[] truth = {-1, 2, 0.5};
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double[] inputs = {1, random.nextGaussian(), random.nextGaussian()};
      cases.add(new Case(inputs, random.nextDouble() < LogisticFit.chance(truth, inputs)));
    }
    double[] found = LogisticFit.weights(cases);
    for (int i = 0; i < truth.length; i++) {
      assertEquals(truth[i], found[i], 0.1);
    }
  }

  @Test
  void cases_that_a_line_parts_end_as_well() {
    double[] weights = LogisticFit.weights(List.of(new Case(new double[]{1, -1}, false),
        new Case(new double[]{1, 1}, true)));
    assertEquals(1, LogisticFit.chance(weights, new double[]{1, 1}), 0.05);
  }
}
