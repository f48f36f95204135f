package org.metier.training.internal.boosting;

import org.metier.rank.fitting.ForestSettings;

/// Grows one tree after another on the same rows. Not thread-safe.
sealed interface TreeGrowing permits HistogramGrowing, SmileGrowing {
  static TreeGrowing over(RankedLists lists, ForestSettings settings) {
    return switch (settings.growth()) {
      case HISTOGRAM -> new HistogramGrowing(lists.columns(), settings);
      case SMILE -> new SmileGrowing(lists, settings);
    };
  }

  /// Grows the tree that follows the lambdas best; its leaves hold Newton steps times the shrinkage.
  ///
  /// @param lambda one per row, positive where the output should rise
  /// @param hessian one per row, not negative
  /// @param counts 0 for a row to leave out, else 1
  /// @param among numbers of the features that the tree may look at, ascending
  /// @return a single leaf if no split is allowed that gains anything
  GrownTree grow(double[] lambda, double[] hessian, int[] counts, int[] among);

  /// Adds what a tree says of each row.
  void add(GrownTree tree, double[] scores);
}
