package org.metier.coding.learned;

import java.util.ArrayList;
import java.util.List;

/// Predicted chances beside what came true, by band of ten percent. Not thread-safe.
public final class CalibrationTable {
  private static final int BANDS = 10;

  private final int[] count = new int[BANDS];
  private final int[] right = new int[BANDS];
  private final double[] predicted = new double[BANDS];

  /// One band.
  ///
  /// @param from least chance, inclusive
  /// @param to highest chance, exclusive but for 1
  /// @param predicted mean chance; NaN without answers
  /// @param observed share that was right; NaN without answers
  public record Band(double from, double to, int answers, double predicted, double observed) {}

  /// @param chance 0 to 1
  public void add(double chance, boolean isRight) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be 0 to 1, was " + chance);
    }
    int band = Math.min(BANDS - 1, (int) (chance * BANDS));
    count[band]++;
    right[band] += isRight ? 1 : 0;
    predicted[band] += chance;
  }

  /// All ten, in ascending order.
  public List<Band> bands() {
    List<Band> bands = new ArrayList<>();
    for (int b = 0; b < BANDS; b++) {
      bands.add(new Band((double) b / BANDS, (b + 1.0) / BANDS, count[b],
          predicted[b] / count[b], (double) right[b] / count[b]));
    }
    return List.copyOf(bands);
  }

  /// The mean distance between predicted and observed, each band by its answers (Naeini et al.,
  /// "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015); 0 without answers.
  public double expectedError() {
    double error = 0;
    int all = 0;
    for (int b = 0; b < BANDS; b++) {
      error += Math.abs(predicted[b] - right[b]);
      all += count[b];
    }
    return all == 0 ? 0 : error / all;
  }
}
