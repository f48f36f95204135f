package org.metier.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointBootstrapTest {
  /// Every draw has as many units as there are; the sum of what was drawn says so.
  @Test
  void each_draw_has_as_many_units_and_the_same_seed_draws_the_same() {
    double[][] drawn = JointBootstrap.draws(30, 100, 2, 7, (times, figures) -> {
      figures[0] = Arrays.stream(times).sum();
      figures[1] = IntStream.range(0, 30).mapToDouble(i -> i * times[i]).sum() / 30;
    });
    assertTrue(Arrays.stream(drawn[0]).allMatch(sum -> sum == 30));
    Interval mean = JointBootstrap.interval(drawn[1]);
    assertTrue(mean != null && mean.low() < 14.5 && mean.high() > 14.5);
    assertTrue(mean.low() > 14.5 - 6 && mean.high() < 14.5 + 6, "3 standard errors are 4.7");
  }

  /// Of 1 to 100 the outer 2 on each side are left out: 2.5 of a hundred, rounded down.
  @Test
  void the_interval_holds_the_middle_and_leaves_out_what_is_not_defined() {
    double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
    assertEquals(new Interval(3, 98), JointBootstrap.interval(values));
    double[] half = Arrays.copyOf(values, 220);
    Arrays.fill(half, 100, 220, Double.NaN);
    assertNull(JointBootstrap.interval(half));
  }
}
