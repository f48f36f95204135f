package org.metier.match;

import java.util.List;
import org.metier.match.feature.Feature;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;

/// Scores and explains many pairs at once: the one place that hands features to the forest. Thread-safe.
///
/// Features stand one row after another, one value per [Feature], NaN where unknown.
record Scoring(Forest forest) {
  static final int FEATURES = Feature.values().length;

  /// @param scores filled from `from` on with the scores of the first `count` rows
  void score(double[] rows, int count, double[] scores, int from) {
    double[] batch = from == 0 ? scores : new double[count];
    forest.score(rows, count, batch);
    if (from != 0) {
      System.arraycopy(batch, 0, scores, from, count);
    }
  }

  /// The scores of the first `count` rows and the exact share of each feature in them.
  List<Contributions> explain(double[] rows, int count) {
    return forest.explain(rows, count);
  }
}
