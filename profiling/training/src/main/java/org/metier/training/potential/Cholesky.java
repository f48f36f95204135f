package org.metier.training.potential;

/// Solves equations with a symmetric positive definite matrix.
final class Cholesky {
  private static final double SMALLEST = 1e-10;

  private Cholesky() {}

  /// @param upper of which the upper triangle is read
  /// @return lower triangular, its product with its transpose being the matrix; a column that depends on those before
  ///     it is held where it is by a little ridge
  static double[][] decompose(double[][] upper) {
    int n = upper.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = upper[j][i];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          double least = SMALLEST * Math.max(upper[i][i], 1);
          lower[i][i] = Math.sqrt(Math.max(sum, least));
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }
    return lower;
  }

  static double[] solve(double[][] lower, double[] right) {
    int n = right.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
    return x;
  }
}
