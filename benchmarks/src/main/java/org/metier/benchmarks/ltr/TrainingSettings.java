package org.metier.benchmarks.ltr;

/// What all trainers are told alike: bins up to 255, no penalty, no sampling, leaf by leaf.
///
/// @param minLeafRows rows of a leaf at least; XGBoost knows of no such bound, and gets `minLeafHessian` alone
/// @param minLeafHessian sum of second derivatives of a leaf at least
/// @param truncation ranks from the top whose pairs count
record TrainingSettings(int trees, int leaves, double shrinkage, int minLeafRows,
    double minLeafHessian, int truncation, long seed) {}
