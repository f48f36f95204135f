package org.metier.fairness;

import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;

/// A figure of a group.
///
/// @param interval of 95 % by bootstrap over all cases; null when too few draws define the figure
/// @param people that the figure rests on
/// @param toWhole null for the whole itself, and where the whole's figure is hidden
/// @param toReference null for the reference itself, and where the reference's figure is hidden
public record Finding(double value, @Nullable Interval interval, int people, @Nullable Gap toWhole,
    @Nullable Gap toReference) {}
