package org.metier.benchmarks.ltr;

/// What all trainers are told alike: bins up to 255, no penalty, leaf by leaf.
///
/// @param featureShare share of the features that each tree may look at, drawn anew for each, above 0 and at
///     most 1
/// @param shrinkage share of each tree's Newton step that is taken
/// @param minLeafRows rows of a leaf at least; XGBoost knows of no such bound, and gets `minLeafHessian` alone
/// @param minLeafHessian sum of second derivatives of a leaf at least
/// @param truncation ranks from the top whose pairs count
record TrainingSettings(int trees, int leaves, double shrinkage, int minLeafRows,
    double minLeafHessian, int truncation, double featureShare, long seed) {
  TrainingSettings withSeed(long other) {
    return new TrainingSettings(trees, leaves, shrinkage, minLeafRows, minLeafHessian, truncation,
        featureShare, other);
  }
}
