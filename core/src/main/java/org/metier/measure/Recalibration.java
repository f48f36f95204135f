package org.metier.measure;

import java.util.Arrays;

/// How forecasts would have to be bent to fit the outcomes: logistic regression of the outcomes on the log-odds of the
/// forecasts (Cox, "Two further applications of a model for binary regression", Biometrika 45, 1958). Immutable.
///
/// @param intercept above 0 if chances are too low on the whole; with the slope at 1, so that it tells of the level alone
/// @param slope 1 if right, below 1 if forecasts are too extreme, above 1 if too timid
public record Recalibration(double intercept, double slope) {
  private static final int STEPS = 50;
  private static final double SMALLEST = 1e-6;

  /// By Newton's method. Time O(50 n).
  ///
  /// @param forecasts chances, 0 to 1; those nearer to 0 or 1 than 1e-6 count as that
  /// @param weights not negative and finite
  /// @return a slope of 0 where forecasts are all alike
  public static Recalibration of(double[] forecasts, boolean[] outcomes, double[] weights) {
    if (forecasts.length == 0 || forecasts.length != outcomes.length
        || forecasts.length != weights.length) {
      throw new IllegalArgumentException("expected as many forecasts, outcomes and weights, and"
          + " one at least; were " + forecasts.length + ", " + outcomes.length + " and "
          + weights.length);
    }
    double[] odds = new double[forecasts.length];
    for (int i = 0; i < odds.length; i++) {
      double chance = Math.min(Math.max(forecasts[i], SMALLEST), 1 - SMALLEST);
      odds[i] = StrictMath.log(chance / (1 - chance));
    }
    double level = fit(odds, outcomes, weights, false)[0];
    if (Arrays.stream(odds).min().getAsDouble() == Arrays.stream(odds).max().getAsDouble()) {
      return new Recalibration(level, 0);
    }
    return new Recalibration(level, fit(odds, outcomes, weights, true)[1]);
  }

  private static double[] fit(double[] odds, boolean[] outcomes, double[] weights,
      boolean isSlopeFree) {
    double a = 0;
    double b = 1;
    for (int step = 0; step < STEPS; step++) {
      double slopeA = 0;
      double slopeB = 0;
      double aa = 1e-9;
      double ab = 0;
      double bb = 1e-9;
      for (int i = 0; i < odds.length; i++) {
        double chance = 1 / (1 + StrictMath.exp(-(a + b * odds[i])));
        double error = weights[i] * ((outcomes[i] ? 1 : 0) - chance);
        double bend = weights[i] * chance * (1 - chance);
        slopeA += error;
        slopeB += error * odds[i];
        aa += bend;
        ab += bend * odds[i];
        bb += bend * odds[i] * odds[i];
      }
      double determinant = aa * bb - ab * ab;
      double moveA = isSlopeFree ? (bb * slopeA - ab * slopeB) / determinant : slopeA / aa;
      double moveB = isSlopeFree ? (aa * slopeB - ab * slopeA) / determinant : 0;
      a += Math.min(Math.max(moveA, -2), 2);
      b += Math.min(Math.max(moveB, -2), 2);
      if (Math.abs(moveA) + Math.abs(moveB) < 1e-10) {
        break;
      }
    }
    return new double[]{a, b};
  }
}
