package org.metier.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void the_interval_of_a_mean_holds_it_and_is_wider_where_cases_hang_together() {
    double[] values = new double[60];
    int[] together = new int[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 20 % 2; // twenty 0, twenty 1, twenty 0
      together[i] = i / 20;
    }
    Interval narrow = Bootstrap.ofMean(values, 1);
    Interval wide = Bootstrap.ofMean(values, together, 1);
    // sqrt(1/3 * 2/3 / 60) = 0.061, so some 0.12 to both sides of 1/3
    assertEquals(1.0 / 3 - 0.12, narrow.low(), 0.03);
    assertEquals(1.0 / 3 + 0.12, narrow.high(), 0.03);
    assertEquals(0, wide.low(), 1e-12);
    assertEquals(1, wide.high(), 1e-12);
    assertEquals(narrow, Bootstrap.ofMean(values, 1));
  }

  @Test
  void the_interval_of_a_function_that_is_a_mean_is_near_that_of_the_mean() {
    double[] values = new Random(4).doubles(200).toArray();
    Interval mean = Bootstrap.ofMean(values, 1);
    Interval function = Bootstrap.of(values.length, 2,
        drawn -> Arrays.stream(drawn).mapToDouble(i -> values[i]).average().orElseThrow());
    assertEquals(mean.low(), function.low(), 0.01);
    assertEquals(mean.high(), function.high(), 0.01);
  }

  @Test
  void the_exact_p_value_of_three_equal_gains_is_two_of_eight_ways() {
    double[] first = {0.3, 0.4, 0.5};
    double[] second = {0.2, 0.3, 0.4};
    PairedTest test = PairedTest.of(first, second, 1);
    assertEquals(0.1, test.difference(), 1e-12);
    assertEquals(0.25, test.pValue(), 1e-12); // all signs plus, or all minus
    assertEquals(1, PairedTest.of(first, first, 1).pValue(), 1e-12);
  }

  @Test
  void a_gain_in_every_one_of_many_cases_is_no_chance() {
    Random random = new Random(1);
    double[] first = random.doubles(100).map(d -> d + 0.2).toArray();
    double[] second = Arrays.stream(first).map(d -> d - 0.01).toArray();
    assertEquals(1 / 10_001.0, PairedTest.of(first, second, 1).pValue(), 1e-12);
  }

  @Test
  void cases_that_hang_together_are_weaker_evidence() {
    double[] first = new double[100];
    int[] groups = new int[100];
    for (int i = 0; i < first.length; i++) {
      groups[i] = i / 25;
      first[i] = i < 75 ? 0.1 : -0.05;
    }
    PairedTest alone = PairedTest.of(first, new double[100], 1);
    PairedTest together = PairedTest.of(first, new double[100], groups, 1);
    assertEquals(4, together.groups());
    assertTrue(alone.pValue() < 0.001, "was " + alone.pValue());
    // of the 16 ways, |sum| >= 3 - 0.5 units of 25 x 0.1: + + + either way of the last, and mirrored
    assertEquals(4 / 16.0, together.pValue(), 1e-12);
  }

  @Test
  void systems_that_are_alike_get_small_p_values_no_more_often_than_said() {
    int small = 0;
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      double[] first = random.doubles(40).toArray();
      double[] second = random.doubles(40).toArray();
      small += PairedTest.of(first, second, seed).pValue() <= 0.05 ? 1 : 0;
    }
    assertTrue(small <= 20, "5 % of 200 are 10, were " + small);
  }

  @RepeatedTest(30)
  void turning_systems_round_turns_the_difference_and_keeps_the_p_value(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[] first = random.doubles(12).toArray();
    double[] second = random.doubles(12).toArray();
    PairedTest there = PairedTest.of(first, second, 3);
    PairedTest back = PairedTest.of(second, first, 3);
    assertEquals(there.difference(), -back.difference(), 1e-12);
    assertEquals(there.pValue(), back.pValue(), 1e-12);
    assertEquals(there.interval().low(), -back.interval().high(), 0.02);
  }

  @Test
  void arguments_out_of_range_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> Bootstrap.ofMean(new double[0], 1));
    assertThrows(IllegalArgumentException.class, () -> Bootstrap.of(0, 1, drawn -> 0));
    assertThrows(IllegalArgumentException.class,
        () -> PairedTest.of(new double[1], new double[2], 1));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
  }
}
