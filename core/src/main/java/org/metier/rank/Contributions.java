package org.metier.rank;

/// A score and what each feature contributed to it.
///
/// @param score of the model
/// @param base what the model says of nobody in particular: the score's mean over the training data
/// @param values one per feature; `base` plus their sum is `score`
public record Contributions(double score, double base, double[] values) {}
