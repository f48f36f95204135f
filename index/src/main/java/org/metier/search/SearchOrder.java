package org.metier.search;

/// What comes first. What is equal is ordered by id, so that the same index gives the same answer.
public enum SearchOrder {
  /// How well the words fit; without words to look for it is [#DATE].
  RELEVANCE,
  /// The newest first, those of unknown date last.
  DATE,
  /// The nearest to any of the places first, those without a known place last. Needs a place.
  DISTANCE
}
