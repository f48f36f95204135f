package org.metier.fairness;

import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;

/// How far a group lies from others.
///
/// @param difference the group's figure less the others'
/// @param differenceInterval null when too few draws define it
/// @param ratio the group's figure over the others'; null when theirs is 0 or a figure may be negative
/// @param ratioInterval null when there is no ratio, or too few draws define it
public record Gap(double difference, @Nullable Interval differenceInterval, @Nullable Double ratio,
    @Nullable Interval ratioInterval) {

  /// Whether chance alone hardly explains the difference: its interval does not hold 0.
  public boolean isBeyondChance() {
    return differenceInterval != null
        && (differenceInterval.low() > 0 || differenceInterval.high() < 0);
  }
}
