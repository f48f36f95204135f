package org.metier.rank;

/// Gauss-Legendre quadrature on 0 to 1: `n` points give the integral of any polynomial of degree up to
/// `2n - 1` exactly, but for rounding. All weights are positive, so that a sum of positive terms loses
/// no digits. Immutable.
///
/// Source: Golub and Welsch, "Calculation of Gauss Quadrature Rules" (1969); the points are found here
/// by Newton's method on the Legendre recurrence (Abramowitz and Stegun, 25.4.29).
final class UnitQuadrature {
  final double[] points;
  final double[] weights;

  private UnitQuadrature(double[] points, double[] weights) {
    this.points = points;
    this.weights = weights;
  }

  /// @param n number of points, at least 1
  static UnitQuadrature ofPoints(int n) {
    double[] points = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      double x = StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = slope(n, x);
      // Converges quadratically from this start: 8 steps are more than any n up to 64 needs.
      for (int step = 0; step < 8; step++) {
        x -= legendre(n, x) / slope;
        slope = slope(n, x);
      }
      points[i] = (1 - x) / 2;
      weights[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new UnitQuadrature(points, weights);
  }

  private static double legendre(int n, double x) {
    double previous = 1;
    double current = x;
    for (int k = 2; k <= n; k++) {
      double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
      previous = current;
      current = next;
    }
    return current;
  }

  private static double slope(int n, double x) {
    double before = n == 1 ? 1 : legendre(n - 1, x);
    return n * (x * legendre(n, x) - before) / (x * x - 1);
  }
}
