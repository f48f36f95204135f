package org.metier.coding.learned;

import java.util.Arrays;

/// What features tell about the unit group: the divergence of the unit groups of the texts that have a
/// feature from those of all texts (Kullback and Leibler, "On Information and Sufficiency", 1951). The
/// name of a town or of an employer tells little however rare it is, so this weighs features better than
/// their rarity does.
final class Informativeness {
  /// Each feature is counted as if so many more texts had it, of unit groups as in all texts: what few
  /// texts have tells less than it seems to.
  private static final double PRIOR = 2;
  /// Features are counted so many at a time, to bound memory.
  private static final int CHUNK = 4_096;
  private static final double LEAST = 1e-3;

  private Informativeness() {}

  /// The vocabulary with each feature's divergence for its weight.
  ///
  /// @param rows the texts, as vectors over `vocabulary`
  static Vocabulary weigh(Vocabulary vocabulary, Vectors rows, int classes) {
    double[] shares = shares(rows, classes);
    float[] weights = new float[vocabulary.size()];
    float[] counts = new float[CHUNK * classes];
    for (int from = 0; from < weights.length; from += CHUNK) {
      int to = Math.min(weights.length, from + CHUNK);
      Arrays.fill(counts, 0);
      for (int row = 0; row < rows.rows(); row++) {
        count(rows, row, from, to, counts, classes);
      }
      for (int feature = from; feature < to; feature++) {
        double divergence = divergence(counts, (feature - from) * classes, shares);
        weights[feature] = (float) (divergence + LEAST);
      }
    }
    return vocabulary.withWeights(weights);
  }

  private static double[] shares(Vectors rows, int classes) {
    double[] shares = new double[classes];
    double all = 0;
    for (int row = 0; row < rows.rows(); row++) {
      shares[rows.classOf(row)] += rows.weight(row);
      all += rows.weight(row);
    }
    for (int c = 0; c < classes; c++) {
      shares[c] /= all;
    }
    return shares;
  }

  private static void count(Vectors rows, int row, int from, int to, float[] counts, int classes) {
    for (int at = rows.lowerBound(row, from); at < rows.to(row); at++) {
      int feature = rows.feature(at);
      if (feature >= to) {
        return;
      }
      counts[(feature - from) * classes + rows.classOf(row)] += rows.weight(row);
    }
  }

  private static double divergence(float[] counts, int from, double[] shares) {
    double all = 0;
    for (int c = 0; c < shares.length; c++) {
      all += counts[from + c];
    }
    double divergence = 0;
    for (int c = 0; c < shares.length; c++) {
      double share = (counts[from + c] + PRIOR * shares[c]) / (all + PRIOR);
      divergence += share <= 0 ? 0 : share * StrictMath.log(share / shares[c]);
    }
    return Math.max(0, divergence);
  }
}
