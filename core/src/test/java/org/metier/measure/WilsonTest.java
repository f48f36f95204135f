package org.metier.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WilsonTest {
  /// With z² = 3.8414588: middle (0.1 + z²/200) / (1 + z²/100) and half its width, worked by hand.
  @Test
  void ten_of_a_hundred_lie_between_5_5_and_17_4_percent() {
    Interval interval = Wilson.of(10, 100);
    assertEquals(0.0552, interval.low(), 5e-5);
    assertEquals(0.1744, interval.high(), 5e-5);
  }

  @Test
  void none_and_all_keep_to_their_end() {
    assertEquals(0, Wilson.of(0, 50).low());
    assertEquals(3.8414588 / (50 + 3.8414588), Wilson.of(0, 50).high(), 1e-8);
    assertEquals(1, Wilson.of(50, 50).high());
    assertThrows(IllegalArgumentException.class, () -> Wilson.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Wilson.of(3, 2));
  }
}
