package org.metier.oversight;

/// How often staff went along with the scores of one model: what a monitor of override rates counts. A share of overrides
/// near 0 means that nobody looks, one near 1 that nobody believes the model.
///
/// @param model hash, 64 hexadecimal digits
/// @param shown cases in which a score of the model was shown
/// @param ratedFirst of these, in which a rating had been given before any score
/// @param overridden of the cases shown, in which a score of the model was ever overridden
/// @param raised of the overridden, in which the rating was higher than the score
/// @param lowered of the overridden, in which it was lower
/// @param lifted of the overridden, in which no override holds any more
/// @param disagreed of the cases shown, in which the person disagreed
/// @param abstained cases in which the model abstained, whether it scored them another time or not
public record OversightCounts(String model, int shown, int ratedFirst, int overridden, int raised,
    int lowered, int lifted, int disagreed, int abstained) {
  public OversightCounts {
    if (ratedFirst > shown || overridden > shown || disagreed > shown
        || raised + lowered > overridden || lifted > overridden) {
      throw new IllegalArgumentException("counts must be parts of what was shown, " + shown);
    }
  }
}
