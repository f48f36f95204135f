package org.metier.ledger;

/// How one received record ended in one run. Each received record has just one end.
public enum RecordEnd {
  /// Taken in as a vacancy of its own.
  PUBLISHED,
  /// Replaced what the source had delivered under this key before.
  UPDATED,
  /// The same as before.
  UNCHANGED,
  /// Taken in as one more member of a vacancy that is shown already.
  MERGED,
  /// Its deadline has passed; kept, but not shown.
  EXPIRED,
  /// Taken back by its source.
  WITHDRAWN,
  /// Kept back until a person releases it.
  QUARANTINED,
  /// Cannot be used; nothing but its place and the reason are kept.
  REJECTED
}
