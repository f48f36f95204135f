package org.metier.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {
  /// With .9, .4 against .5, .1: of four pairs three are right.
  @Test
  void it_is_the_share_of_pairs_in_the_right_order() {
    double[] forecasts = {.9, .5, .4, .1};
    boolean[] outcomes = {true, false, true, false};
    assertEquals(0.75, AreaUnderCurve.of(forecasts, outcomes));
    assertEquals(0.5, AreaUnderCurve.of(new double[]{1, 1}, new boolean[]{true, false}));
    assertEquals(0.5, AreaUnderCurve.of(new double[]{1, 2}, new boolean[]{true, true}));
  }

  @RepeatedTest(50)
  void it_agrees_with_counting_pairs_one_by_one(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int n = 2 + random.nextInt(40);
    double[] forecasts = random.ints(n, 0, 6).asDoubleStream().toArray();
    double[] weights = random.doubles(n, 0, 3).toArray();
    boolean[] outcomes = new boolean[n];
    for (int i = 0; i < n; i++) {
      outcomes[i] = random.nextBoolean();
    }
    outcomes[0] = true;
    outcomes[1] = false;
    double right = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (outcomes[i] && !outcomes[j]) {
          double pair = weights[i] * weights[j];
          all += pair;
          right += pair * (forecasts[i] > forecasts[j] ? 1 : forecasts[i] < forecasts[j] ? 0 : .5);
        }
      }
    }
    assertEquals(right / all, AreaUnderCurve.of(forecasts, outcomes, weights), 1e-12);
  }
}
