package org.metier.training.internal.boosting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.metier.rank.fitting.FeatureColumns;

class HistogramsTest {
  private static final int FEATURES = 7;

  @RepeatedTest(20)
  void sums_are_those_of_the_rows_in_each_bin(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[][] rows = new double[300][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = random.ints(FEATURES, 0, 9).mapToDouble(v -> v == 0 ? Double.NaN : v).toArray();
    }
    double[] lambda = random.doubles(300, -5, 5).toArray();
    double[] hessian = random.doubles(300, 0, 2).toArray();
    BinnedColumns bins = new BinnedColumns(FeatureColumns.ofRows(rows));
    Histograms histograms = new Histograms(bins);
    int[] some = random.ints(0, 300).distinct().limit(200).sorted().toArray();
    histograms.quantise(lambda, hessian, some, some.length);
    int[] among = {0, 1, 2, 4, 5, 6}; // four at once, and two
    long[] sums = new long[FEATURES * Histograms.WIDTH];
    java.util.Arrays.fill(sums, 77);
    histograms.fill(sums, some, 50, 200, among);
    for (int feature : among) {
      for (int bin = 0; bin < 256; bin++) {
        int[] in = in(bins.column(feature), some, 50, 200, bin);
        int at = feature * Histograms.WIDTH + 2 * bin;
        assertEquals(in.length, Histograms.count(sums[at + 1]));
        assertEquals(IntStream.of(in).mapToDouble(r -> lambda[r]).sum(),
            histograms.lambda(sums[at]), 1e-9);
        assertEquals(IntStream.of(in).mapToDouble(r -> hessian[r]).sum(),
            histograms.hessian(sums[at + 1]), 1e-5);
      }
    }
    assertEquals(77, sums[3 * Histograms.WIDTH], "nobody asked for this feature");
  }

  private static int[] in(byte[] column, int[] rows, int from, int to, int bin) {
    return IntStream.range(from, to)
        .map(i -> rows[i])
        .filter(r -> (column[r] & 0xFF) == bin)
        .toArray();
  }

  @RepeatedTest(10)
  void what_is_left_of_all_rows_without_some_is_the_sum_of_the_others_to_the_bit(
      RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    double[][] rows = new double[500][];
    java.util.Arrays.setAll(rows, i -> random.ints(FEATURES, 0, 50).asDoubleStream().toArray());
    Histograms histograms = new Histograms(new BinnedColumns(FeatureColumns.ofRows(rows)));
    int[] order = IntStream.range(0, 500).toArray();
    histograms.quantise(random.doubles(500, -1e6, 1e-6).toArray(),
        random.doubles(500, 0, 1e9).toArray(), order, 500);
    int[] among = IntStream.range(0, FEATURES).toArray();
    long[] all = new long[FEATURES * Histograms.WIDTH];
    long[] some = all.clone();
    long[] others = all.clone();
    histograms.fill(all, order, 0, 500, among);
    histograms.fill(some, order, 0, 123, among);
    histograms.fill(others, order, 123, 500, among);
    Histograms.subtract(all, some, among);
    assertArrayEquals(others, all);
  }
}
