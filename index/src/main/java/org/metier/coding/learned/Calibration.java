package org.metier.coding.learned;

import java.util.List;

/// Fits the temperature of a model to advertisements that it was not trained on.
final class Calibration {
  private static final double LEAST = 0.25;
  private static final double MOST = 4;
  private static final int STEPS = 40;
  private static final int ANSWERS = 3;

  private Calibration() {}

  /// The temperature at which the first three answers' probabilities tell best whether each is right:
  /// least log loss, by golden section over the temperature's logarithm. A right answer outside of the
  /// model's unit groups counts as three wrong ones.
  static float temperature(OccupationModel model, List<CodedAd> heldOut) {
    float[][] scores = heldOut.stream().map(ad -> model.scores(ad.text())).toArray(float[][]::new);
    int[] right = heldOut.stream()
        .mapToInt(ad -> model.unitGroups().indexOf(ad.unitGroup()))
        .toArray();
    double low = StrictMath.log(LEAST);
    double high = StrictMath.log(MOST);
    double ratio = (StrictMath.sqrt(5) - 1) / 2;
    for (int step = 0; step < STEPS; step++) {
      double left = high - ratio * (high - low);
      double middle = low + ratio * (high - low);
      if (loss(scores, right, StrictMath.exp(left)) < loss(scores, right,
          StrictMath.exp(middle))) {
        high = middle;
      } else {
        low = left;
      }
    }
    return (float) StrictMath.exp((low + high) / 2);
  }

  private static double loss(float[][] scores, int[] right, double temperature) {
    double loss = 0;
    for (int row = 0; row < scores.length; row++) {
      double[] chances = OccupationModel.probabilities(scores[row], temperature);
      for (int answer = 0; answer < ANSWERS && answer < chances.length; answer++) {
        int best = 0;
        for (int c = 1; c < chances.length; c++) {
          best = chances[c] > chances[best] ? c : best;
        }
        double chance = Math.clamp(chances[best], 1e-6, 1 - 1e-6);
        loss -= StrictMath.log(best == right[row] ? chance : 1 - chance);
        chances[best] = -1;
      }
    }
    return loss;
  }
}
