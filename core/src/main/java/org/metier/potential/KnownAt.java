package org.metier.potential;

/// When a value of a [Field] comes to be known.
public enum KnownAt {
  /// At the moment the score is made, or before.
  DECISION,
  /// Only afterwards, so that a model which looked at it would know the future.
  LATER
}
