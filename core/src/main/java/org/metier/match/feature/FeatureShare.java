package org.metier.match.feature;

import org.jspecify.annotations.Nullable;

/// A feature of one pair and its exact share of the score.
///
/// @param value in the feature's own unit; null when unknown
/// @param contribution its Shapley value on the model's scale
public record FeatureShare(Feature feature, @Nullable Double value, double contribution) {}
