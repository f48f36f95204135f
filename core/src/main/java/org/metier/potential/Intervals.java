package org.metier.potential;

import java.util.List;

/// Chances of scores, and how far they might be off: by the people who happened to be in the training data (bootstrap
/// replicates), and by what is unknown of the person (the spread of what unknown features would have added, as if they
/// were independent). Together, as a normal spread on the scale of the score, the middle four fifths.
final class Intervals {
  /// Standard deviations either side that hold four fifths of a normal distribution.
  private static final double FOUR_FIFTHS = 1.2815515655446004;

  private final PotentialModel model;
  private final double[][] refits;
  private final double[] intercepts;

  /// Of a score.
  record Ends(double low, double chance, double high) {}

  Intervals(PotentialModel model) {
    this.model = model;
    List<Uncertainty.Refit> replicates = switch (model.uncertainty()) {
      case Uncertainty.Refits(List<Uncertainty.Refit> all) -> all;
      case Uncertainty.Levels levels -> List.of();
    };
    refits = new double[replicates.size()][];
    intercepts = new double[replicates.size()];
    for (int r = 0; r < refits.length; r++) {
      refits[r] = replicates.get(r).weights().stream().mapToDouble(Double::doubleValue).toArray();
      intercepts[r] = replicates.get(r).intercept();
    }
  }

  double chance(double score) {
    return switch (model.calibration()) {
      case CalibrationMap.Line line -> model.link().chance(score);
      case CalibrationMap.Curve curve -> curve.chance(score);
    };
  }

  /// @param columns the centred numbers of the person
  /// @param values of the features, NaN where unknown
  Ends of(double score, double[] columns, double[] values) {
    double variance = switch (model.uncertainty()) {
      case Uncertainty.Refits refitted -> varianceOfRefits(columns);
      case Uncertainty.Levels levels -> {
        double error = levels.standardError(score);
        yield error * error;
      }
    };
    for (int f = 0; f < values.length; f++) {
      if (Double.isNaN(values[f])) {
        double spread = model.trainedFields().get(f).spread();
        variance += spread * spread;
      }
    }
    double half = FOUR_FIFTHS * Math.sqrt(variance);
    double chance = chance(score);
    return new Ends(Math.min(chance, chance(score - half)), chance,
        Math.max(chance, chance(score + half)));
  }

  private double varianceOfRefits(double[] columns) {
    double sum = 0;
    double squares = 0;
    double first = 0;
    for (int r = 0; r < refits.length; r++) {
      double score = intercepts[r];
      double[] weights = refits[r];
      for (int c = 0; c < columns.length; c++) {
        score += weights[c] * columns[c];
      }
      first = r == 0 ? score : first; // taken away, so that squares do not cancel
      sum += score - first;
      squares += (score - first) * (score - first);
    }
    int n = refits.length;
    return Math.max(0, (squares - sum * sum / n) / (n - 1));
  }
}
