package org.metier.match.reason;

import org.jspecify.annotations.Nullable;

/// How well a pair does on one side, what that rests on, and whether it is said at all. Immutable.
///
/// @param value the side's exact part of the match's score, on the model's scale: unbounded, higher is
///     better; null when Metier abstains, because too little is known
/// @param base what `value` would be for nobody in particular; `value - base` is the sum of the
///     contributions of the side's reasons
/// @param coverage how much of what counts on this side is known
public record SideScore(@Nullable Double value, double base, Coverage coverage) {
  public SideScore {
    if (!Double.isFinite(base) || (value != null && !Double.isFinite(value))) {
      throw new IllegalArgumentException(
          "value and base must be finite, were " + value + " and " + base);
    }
  }

  /// Whether too little is known to give a score.
  public boolean isAbstained() {
    return value == null;
  }

  /// The value, 0 when there is none: what it adds to the sum.
  public double summand() {
    return value == null ? 0 : value;
  }
}
