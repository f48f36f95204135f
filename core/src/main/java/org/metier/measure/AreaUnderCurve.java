package org.metier.measure;

import java.util.Arrays;

/// How well forecasts tell those with an outcome from those without: the area under the ROC curve.
public final class AreaUnderCurve {
  private AreaUnderCurve() {}

  /// The chance that, of two cases with different outcomes, the one with it has the higher forecast; ties count half
  /// (Hanley, McNeil, Radiology 143, 1982). Time O(n log n).
  ///
  /// @param forecasts finite, on any scale
  /// @param outcomes whether it came about
  /// @return 0 to 1; 0.5 when all outcomes are alike
  public static double of(double[] forecasts, boolean[] outcomes) {
    double[] weights = new double[forecasts.length];
    Arrays.fill(weights, 1);
    return of(forecasts, outcomes, weights);
  }

  /// The same for cases with weights. With inverse chances of being observed it estimates the area among all, seen or
  /// not (Uno et al., "Evaluating Prediction Rules for t-Year Survivors", JASA 102, 2007).
  ///
  /// @param weights not negative and finite; a case of weight 0 is as if it were not there
  public static double of(double[] forecasts, boolean[] outcomes, double[] weights) {
    if (forecasts.length != outcomes.length || forecasts.length != weights.length) {
      throw new IllegalArgumentException("expected as many forecasts, outcomes and weights, were "
          + forecasts.length + ", " + outcomes.length + " and " + weights.length);
    }
    int[] order = Ranking.order(forecasts);
    double pairs = 0;
    double with = 0;
    double without = 0;
    int i = order.length - 1;
    while (i >= 0) { // ascending
      double tiedWith = 0;
      double tiedWithout = 0;
      double forecast = forecasts[order[i]];
      for (; i >= 0 && forecasts[order[i]] == forecast; i--) {
        double weight = weights[order[i]];
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "weight of case " + order[i] + " must be 0 or more and finite, was " + weight);
        }
        tiedWith += outcomes[order[i]] ? weight : 0;
        tiedWithout += outcomes[order[i]] ? 0 : weight;
      }
      pairs += tiedWith * (without + tiedWithout / 2);
      with += tiedWith;
      without += tiedWithout;
    }
    return with == 0 || without == 0 ? 0.5 : pairs / (with * without);
  }
}
