package org.metier.coding.learned;

/// How a model's scores become chances. Immutable.
///
/// The softmax of the scores times `temperature` ranks and spreads them. The chance `p` of the first is
/// then mended to the logistic of `offset + slope * ln(p / (1 - p))` (Platt, "Probabilistic Outputs for
/// Support Vector Machines", 1999), and the others share what that leaves in proportion.
///
/// @param temperature above 0
/// @param slope above 0, so that more stays more
record Scale(double temperature, double offset, double slope) {
  /// Changes nothing.
  static final Scale NONE = new Scale(1, 0, 1);

  private static final double LEAST = 1e-6;

  Scale {
    boolean isUsable = temperature > 0 && temperature < 1_000 && Math.abs(offset) < 1_000
        && slope > 0 && slope < 1_000;
    if (!isUsable) {
      throw new IllegalArgumentException("temperature " + temperature + ", offset " + offset
          + " and slope " + slope + " must be within 1,000, temperature and slope above 0");
    }
  }

  static double logit(double chance) {
    double inside = Math.clamp(chance, LEAST, 1 - LEAST);
    return StrictMath.log(inside / (1 - inside));
  }

  static double logistic(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /// @param scores left as they are
  /// @return one chance a score; they add up to 1 but for rounding and where the first must stay first
  double[] chances(float[] scores) {
    double[] chances = softmax(scores);
    int first = 0;
    for (int c = 1; c < chances.length; c++) {
      first = chances[c] > chances[first] ? c : first;
    }
    double before = chances[first];
    double mended = logistic(offset + slope * logit(before));
    double share = before < 1 ? (1 - mended) / (1 - before) : 0;
    for (int c = 0; c < chances.length; c++) {
      chances[c] = c == first ? mended : Math.min(mended, chances[c] * share);
    }
    return chances;
  }

  private double[] softmax(float[] scores) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    double[] chances = new double[scores.length];
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      chances[c] = StrictMath.exp(temperature * (scores[c] - highest));
      sum += chances[c];
    }
    for (int c = 0; c < scores.length; c++) {
      chances[c] /= sum;
    }
    return chances;
  }
}
