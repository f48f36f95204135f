package org.metier.potential;

import java.util.List;

/// What was learnt, on people that a model had not seen, about how far its scores can be taken at their word.
public sealed interface CalibrationMap {
  /// A straight line on the scale of the score (after Platt, "Probabilistic Outputs for Support Vector Machines", 1999).
  /// It has been multiplied into weights, trees and intercept already, so that contributions sum to the calibrated
  /// score; it is kept to show what it was.
  ///
  /// @param slope above 0
  record Line(double intercept, double slope) implements CalibrationMap {
    public Line {
      if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
        throw new IllegalArgumentException(
            "slope must be above 0 and both finite, was " + slope + " and " + intercept);
      }
    }
  }

  /// A rising curve from score to chance through these points, straight between them and level beyond (isotonic
  /// regression by pooling adjacent violators: Zadrozny, Elkan, KDD 2002). Contributions sum to the score before it.
  ///
  /// @param scores ascending, 2 to 1,000
  /// @param chances as many, never falling, 0 to 1
  record Curve(List<Double> scores, List<Double> chances) implements CalibrationMap {
    private static final int MAX_POINTS = 1_000;

    public Curve {
      scores = List.copyOf(scores);
      chances = List.copyOf(chances);
      if (scores.size() < 2 || scores.size() > MAX_POINTS || scores.size() != chances.size()) {
        throw new IllegalArgumentException("a curve needs 2 to " + MAX_POINTS
            + " scores and as many chances, was " + scores.size() + " and " + chances.size());
      }
      for (int i = 0; i < scores.size(); i++) {
        boolean isRising = i == 0
            || (scores.get(i - 1) < scores.get(i) && chances.get(i - 1) <= chances.get(i));
        if (!isRising || !(chances.get(i) >= 0 && chances.get(i) <= 1)) {
          throw new IllegalArgumentException("scores must ascend and chances must not fall, and lie"
              + " between 0 and 1, was otherwise at point " + i);
        }
      }
    }

    /// @return the curve's chance at a score
    public double chance(double score) {
      int above = 0;
      while (above < scores.size() && scores.get(above) < score) {
        above++;
      }
      if (above == 0 || above == scores.size()) {
        return chances.get(above == 0 ? 0 : above - 1);
      }
      double share = (score - scores.get(above - 1)) / (scores.get(above) - scores.get(above - 1));
      return chances.get(above - 1) + share * (chances.get(above) - chances.get(above - 1));
    }
  }
}
