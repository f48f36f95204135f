package org.metier.training.internal.boosting;

import java.util.Arrays;

/// Sums of lambdas, hessians and rows by bin, for the rows of one leaf after another.
///
/// Lambdas and hessians are whole numbers here: multiples of a power of two that is small enough to keep 44
/// bits of the largest lambda and 22 of the largest hessian among 120,000 rows, and large enough that no sum
/// overflows. So sums do not depend on their order, a difference of sums is the sum of the other rows to the
/// bit, and a hessian shares a long with the number of rows. (Whole numbers for gradients: Shi et al.,
/// "Quantized Training of Gradient Boosting Decision Trees", NeurIPS 2022, with far fewer bits.)
///
/// Not thread-safe.
final class Histograms {
  /// Numbers that one feature takes: lambda and hessian by bin.
  static final int WIDTH = 2 * 256;

  /// Most rows whose number fits beside a hessian.
  static final int MAX_ROWS = (1 << 24) - 1;
  private static final int COUNT_BITS = 24;
  private static final int HESSIAN_BITS = 39;
  private static final int LAMBDA_BITS = 62;

  private final BinnedColumns bins;
  private final long[] lambdas;
  private final long[] hessians;
  private final long[] gathered;
  private double lambdaUnit;
  private double hessianUnit;

  Histograms(BinnedColumns bins) {
    if (bins.rows() > MAX_ROWS) {
      throw new IllegalArgumentException(
          "at most " + MAX_ROWS + " rows can be learnt from, were " + bins.rows());
    }
    this.bins = bins;
    lambdas = new long[bins.rows()];
    hessians = new long[bins.rows()];
    gathered = new long[2 * bins.rows()];
  }

  /// @param rows the first `count` are those that will be asked for
  void quantise(double[] lambda, double[] hessian, int[] rows, int count) {
    double largestLambda = 0;
    double largestHessian = 0;
    for (int i = 0; i < count; i++) {
      largestLambda = Math.max(largestLambda, Math.abs(lambda[rows[i]]));
      largestHessian = Math.max(largestHessian, hessian[rows[i]]);
    }
    int bitsOfCount = Integer.SIZE - Integer.numberOfLeadingZeros(count);
    int lambdaScale = scale(LAMBDA_BITS - bitsOfCount, largestLambda);
    int hessianScale = scale(HESSIAN_BITS - bitsOfCount, largestHessian);
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      lambdas[row] = (long) StrictMath.rint(Math.scalb(lambda[row], lambdaScale));
      hessians[row] = (long) StrictMath.rint(Math.scalb(hessian[row], hessianScale)) << COUNT_BITS
          | 1;
    }
    lambdaUnit = Math.scalb(1.0, -lambdaScale);
    hessianUnit = Math.scalb(1.0, -hessianScale);
  }

  /// Numbers up to the largest, times two to the power of this, stay below two to the power of `bits`.
  private static int scale(int bits, double largest) {
    return largest == 0 ? 0 : Math.clamp(bits - 1L - Math.getExponent(largest), -1_000, 1_000);
  }

  /// What a sum of lambdas stands for.
  double lambda(long sum) {
    return sum * lambdaUnit;
  }

  /// What a sum of hessians stands for.
  double hessian(long sum) {
    return (sum >>> COUNT_BITS) * hessianUnit;
  }

  /// How many rows are in a sum of hessians.
  static int count(long sumOfHessians) {
    return (int) sumOfHessians & MAX_ROWS;
  }

  /// Sums over some rows.
  ///
  /// @param sums [#WIDTH] numbers per feature; those of the features asked for are overwritten
  /// @param rows `from` to `to` of them
  /// @param among the features asked for
  void fill(long[] sums, int[] rows, int from, int to, int[] among) {
    for (int i = from, at = 0; i < to; i++) {
      gathered[at++] = lambdas[rows[i]];
      gathered[at++] = hessians[rows[i]];
    }
    for (int feature : among) {
      Arrays.fill(sums, feature * WIDTH, (feature + 1) * WIDTH, 0);
    }
    int f = 0;
    for (; f + 3 < among.length; f += 4) {
      addFour(sums, rows, from, to, among, f);
    }
    for (; f < among.length; f++) {
      addOne(sums, rows, from, to, among[f]);
    }
  }

  /// Four features in one pass, so that rows, lambdas and hessians are loaded a quarter as often.
  private void addFour(long[] sums, int[] rows, int from, int to, int[] among, int first) {
    byte[] a = bins.column(among[first]);
    byte[] b = bins.column(among[first + 1]);
    byte[] c = bins.column(among[first + 2]);
    byte[] d = bins.column(among[first + 3]);
    int startOfA = among[first] * WIDTH;
    int startOfB = among[first + 1] * WIDTH;
    int startOfC = among[first + 2] * WIDTH;
    int startOfD = among[first + 3] * WIDTH;
    long[] values = gathered;
    for (int i = from, at = 0; i < to; i++, at += 2) {
      int row = rows[i];
      long lambda = values[at];
      long hessian = values[at + 1];
      int inA = startOfA + 2 * (a[row] & 0xFF);
      int inB = startOfB + 2 * (b[row] & 0xFF);
      int inC = startOfC + 2 * (c[row] & 0xFF);
      int inD = startOfD + 2 * (d[row] & 0xFF);
      sums[inA] += lambda;
      sums[inA + 1] += hessian;
      sums[inB] += lambda;
      sums[inB + 1] += hessian;
      sums[inC] += lambda;
      sums[inC + 1] += hessian;
      sums[inD] += lambda;
      sums[inD + 1] += hessian;
    }
  }

  private void addOne(long[] sums, int[] rows, int from, int to, int feature) {
    byte[] column = bins.column(feature);
    int start = feature * WIDTH;
    for (int i = from, at = 0; i < to; i++, at += 2) {
      int in = start + 2 * (column[rows[i]] & 0xFF);
      sums[in] += gathered[at];
      sums[in + 1] += gathered[at + 1];
    }
  }

  /// Takes the sums of some of a leaf's rows from those of all: what is left are the others.
  static void subtract(long[] all, long[] some, int[] among) {
    for (int feature : among) {
      int end = (feature + 1) * WIDTH;
      for (int i = feature * WIDTH; i < end; i++) {
        all[i] -= some[i];
      }
    }
  }
}
