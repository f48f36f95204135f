package org.metier.feed;

/// What one delivery of a source holds.
public enum Delivery {
  /// All of the source's vacancies: one that is absent from a whole delivery is withdrawn.
  FULL,
  /// What changed since the last one: nothing follows from absence; withdrawals are told by tombstones.
  DELTA
}
