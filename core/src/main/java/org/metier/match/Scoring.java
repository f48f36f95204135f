package org.metier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;

/// Scores and explains many pairs at once: the one place that hands features to the forest. Thread-safe.
///
/// Features stand one row after another, one value per [Feature], NaN where unknown.
record Scoring(Forest forest) {
  static final int FEATURES = Feature.values().length;

  /// @param scores filled from `from` on with the scores of the first `count` rows
  void score(double[] rows, int count, double[] scores, int from) {
    double[] row = new double[FEATURES];
    for (int i = 0; i < count; i++) {
      System.arraycopy(rows, i * FEATURES, row, 0, FEATURES);
      scores[from + i] = forest.score(row);
    }
  }

  /// The scores of the first `count` rows and the exact share of each feature in them.
  List<Contributions> explain(double[] rows, int count) {
    List<Contributions> explained = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      explained.add(forest.explain(Arrays.copyOfRange(rows, i * FEATURES, (i + 1) * FEATURES)));
    }
    return explained;
  }
}
