package org.metier.match.reason;

/// How a score was split into fitness, interest and the rest.
public enum SideSplit {
  /// Each tree of the model tests features of one side only: the parts are the sums of these trees.
  TREES,
  /// Some trees test features of several sides, as in models trained elsewhere or before sides were
  /// kept apart. What such a tree adds is shared out by the Shapley values of its features, which depend on
  /// how the trees were grown; its mean counts in the rest.
  SHAPLEY
}
