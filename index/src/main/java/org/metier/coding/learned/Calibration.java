package org.metier.coding.learned;

import java.util.List;

/// Fits the [Scale] of a model to advertisements that it was not trained on.
final class Calibration {
  private static final double LEAST = 0.25;
  private static final double MOST = 4;
  private static final int STEPS = 40;
  /// What the fit counts against leaving chances as they are: so that few advertisements change little.
  private static final double PRIOR = 2;
  private static final double LEAST_SLOPE = 0.05;

  private Calibration() {}

  static Scale of(OccupationModel model, List<CodedAd> heldOut) {
    float[][] scores = heldOut.stream().map(ad -> model.scores(ad.text())).toArray(float[][]::new);
    int[] right = heldOut.stream()
        .mapToInt(ad -> model.unitGroups().indexOf(ad.unitGroup()))
        .toArray();
    return mended(scores, right, temperature(scores, right));
  }

  /// The temperature of least log loss of the right answers, by golden section over its logarithm.
  private static double temperature(float[][] scores, int[] right) {
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
    return StrictMath.exp((low + high) / 2);
  }

  private static double loss(float[][] scores, int[] right, double temperature) {
    Scale scale = new Scale(temperature, 0, 1);
    double loss = 0;
    for (int row = 0; row < scores.length; row++) {
      if (right[row] >= 0) {
        loss -= StrictMath.log(Math.max(1e-12, scale.chances(scores[row])[right[row]]));
      }
    }
    return loss;
  }

  /// Logistic regression of whether the first answer is right on its log-odds, by Newton's method. A
  /// right answer outside of the model's unit groups makes the first one wrong.
  private static Scale mended(float[][] scores, int[] right, double temperature) {
    Scale plain = new Scale(temperature, 0, 1);
    double[] logits = new double[scores.length];
    boolean[] isRight = new boolean[scores.length];
    for (int row = 0; row < scores.length; row++) {
      double[] chances = plain.chances(scores[row]);
      int first = 0;
      for (int c = 1; c < chances.length; c++) {
        first = chances[c] > chances[first] ? c : first;
      }
      logits[row] = Scale.logit(chances[first]);
      isRight[row] = first == right[row];
    }
    double offset = 0;
    double slope = 1;
    for (int step = 0; step < STEPS; step++) {
      double gradientOffset = PRIOR * offset;
      double gradientSlope = PRIOR * (slope - 1);
      double oo = PRIOR;
      double os = 0;
      double ss = PRIOR;
      for (int row = 0; row < logits.length; row++) {
        double chance = Scale.logistic(offset + slope * logits[row]);
        double residual = chance - (isRight[row] ? 1 : 0);
        double curve = chance * (1 - chance);
        gradientOffset += residual;
        gradientSlope += residual * logits[row];
        oo += curve;
        os += curve * logits[row];
        ss += curve * logits[row] * logits[row];
      }
      double determinant = oo * ss - os * os;
      offset -= (ss * gradientOffset - os * gradientSlope) / determinant;
      slope = Math.max(LEAST_SLOPE,
          slope - (oo * gradientSlope - os * gradientOffset) / determinant);
    }
    return new Scale((float) temperature, (float) offset, (float) slope);
  }
}
