package org.metier.potential;

/// What one feature adds to a score, or takes away from it, against the mean person of the training.
///
/// @param field name of the feature
/// @param value on the scale of [Score#value], positive towards the outcome
/// @param isKnown whether the person's value was known
public record Contribution(String field, double value, boolean isKnown) {}
