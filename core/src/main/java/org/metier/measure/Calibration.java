package org.metier.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far forecasts of chances can be taken at their word. Immutable.
///
/// @param error mean over the bins, by weight, of how far the mean forecast lies from the observed share:
///     the expected calibration error (Naeini, Cooper, Hauskrecht, "Obtaining Well Calibrated Probabilities
///     Using Bayesian Binning", AAAI 2015), over bins of equal weight, as forecasts of rare things crowd near
///     0 (Nguyen, O'Connor, "Posterior Calibration and Exploratory Analysis", EMNLP 2015); 0 to 1
/// @param largest of the same in one bin; 0 to 1
/// @param brier mean squared distance of forecast and outcome (Brier 1950); 0 to 1
/// @param bins by ascending forecast
public record Calibration(double error, double largest, double brier, List<Bin> bins) {

  /// Cases with forecasts near each other.
  ///
  /// @param forecast mean, 0 to 1
  /// @param observed mean outcome, 0 to 1
  /// @param weight of the cases, above 0
  public record Bin(double forecast, double observed, double weight) {
    double gap() {
      return Math.abs(forecast - observed);
    }
  }

  public Calibration {
    bins = List.copyOf(bins);
  }

  /// Cases that weigh the same.
  ///
  /// @param forecasts chances, 0 to 1
  /// @param outcomes 1 where it came about and 0 where not, or shares between them
  /// @param bins how many at most, at least 1: ten are usual, and each should hold some hundred cases
  public static Calibration of(double[] forecasts, double[] outcomes, int bins) {
    double[] weights = new double[forecasts.length];
    Arrays.fill(weights, 1);
    return of(forecasts, outcomes, weights, bins);
  }

  /// Cases with weights, such as inverse propensities. Equal forecasts share a bin. Time O(n log n).
  ///
  /// @param weights above 0
  public static Calibration of(double[] forecasts, double[] outcomes, double[] weights, int bins) {
    requireCases(forecasts, outcomes, weights);
    if (bins < 1) {
      throw new IllegalArgumentException("bins must be at least 1, was " + bins);
    }
    double total = 0;
    double squares = 0;
    for (int i = 0; i < forecasts.length; i++) {
      total += weights[i];
      double miss = forecasts[i] - outcomes[i];
      squares += weights[i] * miss * miss;
    }
    List<Bin> filled = filled(forecasts, outcomes, weights, total / bins);
    double error = 0;
    double largest = 0;
    for (Bin bin : filled) {
      error += bin.weight() / total * bin.gap();
      largest = Math.max(largest, bin.gap());
    }
    return new Calibration(error, largest, squares / total, filled);
  }

  private static List<Bin> filled(double[] forecasts, double[] outcomes, double[] weights,
      double size) {
    int[] order = Ranking.order(forecasts);
    List<Bin> bins = new ArrayList<>();
    double forecast = 0;
    double outcome = 0;
    double weight = 0;
    for (int i = order.length - 1; i >= 0; i--) { // ascending
      int row = order[i];
      forecast += weights[row] * forecasts[row];
      outcome += weights[row] * outcomes[row];
      weight += weights[row];
      boolean isFull = weight >= size * (1 - 1e-9);
      if (i == 0 || (isFull && forecasts[order[i - 1]] != forecasts[row])) {
        bins.add(new Bin(forecast / weight, outcome / weight, weight));
        forecast = 0;
        outcome = 0;
        weight = 0;
      }
    }
    return bins;
  }

  private static void requireCases(double[] forecasts, double[] outcomes, double[] weights) {
    if (forecasts.length == 0 || forecasts.length != outcomes.length
        || forecasts.length != weights.length) {
      throw new IllegalArgumentException(
          "expected as many forecasts, outcomes and weights, and one "
              + "at least; were " + forecasts.length + ", " + outcomes.length + " and "
              + weights.length);
    }
    for (int i = 0; i < forecasts.length; i++) {
      if (!(forecasts[i] >= 0 && forecasts[i] <= 1) || !(outcomes[i] >= 0 && outcomes[i] <= 1)
          || !(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "case " + i + ": forecast and outcome must be 0 to 1 and "
                + "the weight above 0, were " + forecasts[i] + ", " + outcomes[i] + " and "
                + weights[i]);
      }
    }
  }
}
