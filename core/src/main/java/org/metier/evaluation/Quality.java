package org.metier.evaluation;

import org.jspecify.annotations.Nullable;

/// How good a model or a peer was on people that it did not see.
///
/// @param of the model's name, or a peer's
/// @param measure such as `AUC`
/// @param low lower bound of the 95 % interval; null when there is none
/// @param high upper bound; null just when `low` is
public record Quality(String of, String measure, double value, @Nullable Double low,
    @Nullable Double high) {
  public Quality {
    if (!Double.isFinite(value) || (low == null) != (high == null)) {
      throw new IllegalArgumentException(measure + " of " + of
          + " must be finite, with both bounds or none; was " + value + ", " + low + ", " + high);
    }
  }
}
