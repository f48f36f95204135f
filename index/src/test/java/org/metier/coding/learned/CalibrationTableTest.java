package org.metier.coding.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CalibrationTableTest {
  /// Two answers of chance 0.95, both right, and two of 0.45, none right: the bands are off by 0.05 and
  /// 0.45, each with half of the answers, so the error is 0.25.
  @Test
  void the_error_is_the_mean_distance_of_the_bands() {
    CalibrationTable table = new CalibrationTable();
    table.add(0.95, true);
    table.add(0.95, true);
    table.add(0.45, false);
    table.add(0.45, false);
    assertEquals(0.25, table.expectedError(), 1e-12);
    assertEquals(2, table.bands().get(9).answers());
    assertEquals(0, table.bands().get(4).observed());
    assertEquals(0.45, table.bands().get(4).predicted(), 1e-12);
  }

  @Test
  void certainty_belongs_to_the_last_band() {
    CalibrationTable table = new CalibrationTable();
    table.add(1, true);
    assertEquals(1, table.bands().getLast().answers());
    assertThrows(IllegalArgumentException.class, () -> table.add(1.1, true));
    assertThrows(IllegalArgumentException.class, () -> table.add(Double.NaN, true));
  }
}
