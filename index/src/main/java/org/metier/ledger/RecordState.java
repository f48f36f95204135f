package org.metier.ledger;

/// What a record is now. Deadlines that pass between two runs are heeded by every query at once; the state
/// follows with the source's next run.
public enum RecordState {
  /// Shown, alone or for its cluster.
  PUBLISHED,
  /// A member of a cluster that another record is shown for.
  MERGED,
  /// Kept back until a person releases it.
  QUARANTINED,
  /// Past its deadline, or not delivered again for longer than its source's time to live.
  EXPIRED,
  /// Taken back; only its key and this account are kept.
  WITHDRAWN;

  /// Whether the record takes part in searching and matching, itself or through its cluster.
  public boolean isLive() {
    return this == PUBLISHED || this == MERGED;
  }
}
