package org.metier.training.link;

import java.util.Arrays;
import java.util.List;

/// Logistic regression by Newton's method, with a little ridge so that it always ends (Hastie, Tibshirani,
/// Friedman, "The Elements of Statistical Learning", 2009, 4.4). Stateless.
final class LogisticFit {
  private static final int STEPS = 30;
  private static final double RIDGE = 1e-3;

  private LogisticFit() {}

  /// One thing seen.
  ///
  /// @param inputs what the weights are multiplied with; not copied
  /// @param isSo whether it was so
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Case(double[] inputs, boolean isSo) {}

  /// The weights of greatest likelihood.
  static double[] weights(List<Case> cases) {
    int n = cases.getFirst().inputs.length;
    double[] weights = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[n];
      double[][] bend = new double[n][n];
      for (int i = 0; i < n; i++) {
        slope[i] = -RIDGE * weights[i];
        bend[i][i] = RIDGE;
      }
      for (Case seen : cases) {
        double chance = chance(weights, seen.inputs);
        double error = (seen.isSo ? 1 : 0) - chance;
        double spread = chance * (1 - chance);
        for (int i = 0; i < n; i++) {
          slope[i] += error * seen.inputs[i];
          for (int j = 0; j < n; j++) {
            bend[i][j] += spread * seen.inputs[i] * seen.inputs[j];
          }
        }
      }
      double[] move = solved(bend, slope);
      for (int i = 0; i < n; i++) {
        weights[i] += move[i];
      }
      if (Arrays.stream(move).allMatch(m -> Math.abs(m) < 1e-9)) {
        break;
      }
    }
    return weights;
  }

  static double chance(double[] weights, double[] inputs) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * inputs[i];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  /// Solves `matrix * x = vector` for a positive definite matrix; both are overwritten.
  private static double[] solved(double[][] matrix, double[] vector) {
    int n = vector.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = pivot + 1; row < n; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < n; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        vector[row] -= factor * vector[pivot];
      }
    }
    double[] x = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double rest = vector[row];
      for (int column = row + 1; column < n; column++) {
        rest -= matrix[row][column] * x[column];
      }
      x[row] = rest / matrix[row][row];
    }
    return x;
  }
}
