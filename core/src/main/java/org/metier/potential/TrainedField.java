package org.metier.potential;

import java.util.List;

/// What a model saw of a feature in training, in sums that tell of no single person.
///
/// @param field the feature
/// @param knownShare of the training people of whom it was known, 0 to 1
/// @param low of an amount, the value that one in two hundred lies below; 0 for others
/// @param high of an amount, the value that one in two hundred lies above; 1 for others
/// @param rare values of a category, or 0 and 1 of a flag, by number, that too few had to learn from
/// @param spread standard deviation of what the feature adds to the score, over the training people: how much hangs on
///     knowing it
public record TrainedField(String field, double knownShare, double low, double high,
    List<Integer> rare, double spread) {
  public TrainedField {
    rare = List.copyOf(rare);
    if (!(knownShare >= 0 && knownShare <= 1) || !(low <= high) || !(spread >= 0)
        || !Double.isFinite(low) || !Double.isFinite(high) || !Double.isFinite(spread)) {
      throw new IllegalArgumentException("of field " + field
          + " the known share must be 0 to 1, low at most high and the spread not negative, was "
          + knownShare + ", " + low + ", " + high + ", " + spread);
    }
  }
}
