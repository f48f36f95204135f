package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.rank.fitting.FeatureColumns;

class BinnedColumnsTest {
  @Test
  void few_values_have_a_bin_each_that_ends_halfway_to_the_next() {
    BinnedColumns bins = binned(3, 1, Double.NaN, 1, 7);
    assertEquals(3, bins.knownBins(0));
    assertEquals(2, bins.threshold(0, 1));
    assertEquals(5, bins.threshold(0, 2));
    assertEquals(BinnedColumns.ABOVE_ALL, bins.threshold(0, 3));
    assertEquals("[2, 1, 0, 1, 3]", java.util.Arrays.toString(bins.column(0)));
  }

  @Test
  void a_feature_that_is_always_missing_has_one_empty_bin() {
    BinnedColumns bins = binned(Double.NaN, Double.NaN);
    assertEquals(1, bins.knownBins(0));
    assertEquals("[0, 0]", java.util.Arrays.toString(bins.column(0)));
  }

  @Test
  void neighbouring_numbers_are_told_apart() {
    double next = Math.nextUp(1.0); // between the two and between it and its next, halves round up and down
    BinnedColumns bins = binned(1, next, Math.nextUp(next));
    assertEquals(1, bins.threshold(0, 1));
    assertEquals(next, bins.threshold(0, 2));
    assertEquals("[1, 2, 3]", java.util.Arrays.toString(bins.column(0)));
  }

  @RepeatedTest(30)
  void a_row_is_in_a_bin_up_to_another_exactly_if_its_value_is_at_most_the_threshold(
      RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[] values = new double[3_000];
    double coarseness = random.nextInt(3) == 0 ? 1 : 1_000;
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(9) == 0
          ? Double.NaN
          : Math.rint(random.nextGaussian() * coarseness) / 10;
    }
    BinnedColumns bins = binned(values);
    assertTrue(bins.knownBins(0) <= 254);
    for (int bin = 1; bin <= bins.knownBins(0); bin++) {
      for (int row = 0; row < values.length; row++) {
        int own = bins.column(0)[row] & 0xFF;
        assertEquals(own == 0, Double.isNaN(values[row]));
        assertEquals(own > 0 && own <= bin, values[row] <= bins.threshold(0, bin));
      }
    }
  }

  @Test
  void many_values_share_bins_of_like_size_and_a_frequent_one_has_its_own() {
    Random random = new Random(1);
    double[] values = new double[100_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 0.5 : random.nextDouble();
    }
    BinnedColumns bins = binned(values);
    int[] sizes = new int[256];
    for (byte bin : bins.column(0)) {
      sizes[bin & 0xFF]++;
    }
    assertTrue(bins.knownBins(0) > 240, bins.knownBins(0) + " bins");
    int crowded = 0;
    for (int size : sizes) {
      crowded += size > 1_000 ? 1 : 0;
    }
    assertEquals(1, crowded, "the bin of 0.5 alone");
    assertEquals(50_000, sizes[bins.column(0)[0] & 0xFF]);
  }

  @Test
  void an_infinite_value_is_refused_with_its_place() {
    var refused = assertThrows(IllegalArgumentException.class,
        () -> binned(1, Double.POSITIVE_INFINITY));
    assertTrue(String.valueOf(refused.getMessage()).contains("feature 0 of row 1"),
        refused.getMessage());
  }

  private static BinnedColumns binned(double... values) {
    double[][] rows = new double[values.length][];
    java.util.Arrays.setAll(rows, i -> new double[]{values[i]});
    return new BinnedColumns(FeatureColumns.ofRows(rows));
  }
}
