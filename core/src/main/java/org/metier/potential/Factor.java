package org.metier.potential;

/// What a [Question] is about.
public enum Factor {
  /// A circumstance that a record could show as well, such as education or time without work.
  HARD,
  /// A view, feeling or habit that the person alone can tell.
  SOFT
}
