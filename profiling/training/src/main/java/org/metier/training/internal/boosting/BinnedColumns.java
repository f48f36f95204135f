package org.metier.training.internal.boosting;

import java.util.Arrays;
import org.metier.rank.fitting.FeatureColumns;

/// Features in bins, a byte per value: 0 for missing, then ascending from 1. A feature of few different values
/// has one bin for each; one of many has bins of about as many rows each, frequent values in bins of their own
/// (as in Ke et al., "LightGBM", NIPS 2017, and its source). Bins meet in the middle between two values.
///
/// Time O(n log n) per feature; while it is made, holds one column as doubles besides.
final class BinnedColumns {
  /// With one for missing values, as many as fit a byte.
  private static final int MAX_KNOWN_BINS = 254;

  /// Splits missing values on the right from all known ones: no feature is larger. A float, and so is the next
  /// larger one, so that formats that hold floats keep it.
  static final double ABOVE_ALL = 1e38f;

  private final byte[][] bins;
  /// By feature: the upper end of each bin from 1 on but for the last.
  private final double[][] ends;
  private final int rows;

  /// @throws IllegalArgumentException if a value is infinite, or its size 1e38 or more
  BinnedColumns(FeatureColumns features) {
    rows = features.rows();
    bins = new byte[features.features()][];
    ends = new double[features.features()][];
    double[] column = new double[rows];
    for (int f = 0; f < bins.length; f++) {
      int known = 0;
      for (int row = 0; row < rows; row++) {
        double value = features.value(row, f);
        if (!Double.isNaN(value)) {
          if (!(Math.abs(value) < ABOVE_ALL)) {
            throw new IllegalArgumentException("feature " + f + " of row " + row
                + " must be NaN or between -1e38 and 1e38, was " + value);
          }
          column[known++] = value + 0.0; // no negative zero: it would be a value of its own
        }
      }
      double[] ascending = Arrays.copyOf(column, known);
      Arrays.sort(ascending);
      ends[f] = ends(ascending);
      bins[f] = new byte[rows];
      for (int row = 0; row < rows; row++) {
        bins[f][row] = (byte) bin(ends[f], features.value(row, f));
      }
    }
  }

  int rows() {
    return rows;
  }

  int features() {
    return bins.length;
  }

  /// How many bins hold known values; 1 if they are all alike.
  int knownBins(int feature) {
    return ends[feature].length + 1;
  }

  /// A bin of each row, as unsigned bytes; not a copy.
  byte[] column(int feature) {
    return bins[feature];
  }

  /// The threshold that keeps the known bins up to this one on the left.
  ///
  /// @param bin from 1
  double threshold(int feature, int bin) {
    return bin <= ends[feature].length ? ends[feature][bin - 1] : ABOVE_ALL;
  }

  private static int bin(double[] ends, double value) {
    if (Double.isNaN(value)) {
      return 0;
    }
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value <= ends[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low + 1;
  }

  private static double[] ends(double[] ascending) {
    int[] firsts = firsts(ascending);
    double[] ends = new double[MAX_KNOWN_BINS - 1];
    int size = 0;
    int inBin = 0;
    double mean = (double) ascending.length / MAX_KNOWN_BINS;
    boolean isEachAlone = firsts.length <= MAX_KNOWN_BINS;
    for (int i = 0; i + 1 < firsts.length && size < ends.length; i++) {
      int next = firsts[i + 1];
      inBin += next - firsts[i];
      int ofNext = (i + 2 < firsts.length ? firsts[i + 2] : ascending.length) - next;
      if (isEachAlone || inBin >= mean || ofNext >= mean) {
        ends[size++] = middle(ascending[next - 1], ascending[next]);
        inBin = 0;
        mean = (double) (ascending.length - next) / (MAX_KNOWN_BINS - size);
      }
    }
    return Arrays.copyOf(ends, size);
  }

  /// Where each different value begins.
  private static int[] firsts(double[] ascending) {
    int[] firsts = new int[ascending.length];
    int size = 0;
    for (int i = 0; i < ascending.length; i++) {
      if (i == 0 || ascending[i] != ascending[i - 1]) {
        firsts[size++] = i;
      }
    }
    return Arrays.copyOf(firsts, size);
  }

  /// At least the lower one and below the upper one, whatever rounding does.
  private static double middle(double lower, double upper) {
    double middle = lower + (upper - lower) / 2;
    return middle < upper ? middle : lower;
  }
}
