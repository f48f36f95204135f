package org.metier.training.promotion;

import org.metier.measure.Calibration;
import org.metier.measure.Ranking;

/// Forecasts and outcomes summed by person and bin. Immutable.
final class BinnedForecasts {
  /// By person, then by bin.
  private final double[][] forecast;
  private final double[][] outcome;
  private final int[][] count;
  private final int bins;

  private BinnedForecasts(int people, int bins) {
    this.bins = bins;
    forecast = new double[people][bins];
    outcome = new double[people][bins];
    count = new int[people][bins];
  }

  /// @param personOf person of each forecast
  /// @param most bins at most, each of about as many forecasts, see [Calibration]
  static BinnedForecasts of(double[] forecasts, double[] outcomes, int[] personOf, int people,
      int most) {
    Calibration calibration = Calibration.of(forecasts, outcomes, most);
    BinnedForecasts binned = new BinnedForecasts(people, calibration.bins().size());
    int[] order = Ranking.order(forecasts);
    int next = order.length - 1;
    for (int bin = 0; bin < binned.bins; bin++) {
      for (long left = Math.round(calibration.bins().get(bin).weight()); left > 0; left--) {
        int row = order[next--];
        binned.forecast[personOf[row]][bin] += forecasts[row];
        binned.outcome[personOf[row]][bin] += outcomes[row];
        binned.count[personOf[row]][bin]++;
      }
    }
    return binned;
  }

  /// The expected calibration error of some people, some perhaps several times.
  double error(int[] drawn) {
    double[] gap = new double[bins];
    long all = 0;
    for (int person : drawn) {
      for (int bin = 0; bin < bins; bin++) {
        gap[bin] += forecast[person][bin] - outcome[person][bin];
        all += count[person][bin];
      }
    }
    double sum = 0;
    for (double g : gap) {
      sum += Math.abs(g);
    }
    return sum / all;
  }
}
