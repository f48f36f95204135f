package org.metier.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.metier.vacancy.VacancyId;

/// The account of one record: what it is now, and how it came to that.
///
/// @param end of the record in the run that changed it last
/// @param run number of that run within its source, from 1
/// @param place in the feed of that run, such as `line 42`; empty when it was not in the feed
/// @param firstSeenAt start of the run that brought it first
/// @param changedAt start of the run that changed it last
/// @param deadline the moment from which it is not shown any more; null for none
/// @param arrival number of its arrival among all vacancies that were ever shown; 0 when it never was
/// @param cluster that it belongs to; null when it is not live
/// @param contentHash of the record as delivered, in hexadecimal
public record LedgerEntry(VacancyId id, RecordState state, RecordEnd end, EndReason reason, int run,
    String place, Instant firstSeenAt, Instant changedAt, @Nullable Instant deadline, long arrival,
    @Nullable String cluster, String contentHash) {
  public LedgerEntry {
    if (run < 1 || arrival < 0) {
      throw new IllegalArgumentException(
          "run must be at least 1 and arrival at least 0, were " + run + " and " + arrival);
    }
  }

  /// This record with another deadline.
  public LedgerEntry until(@Nullable Instant other) {
    return new LedgerEntry(id, state, end, reason, run, place, firstSeenAt, changedAt, other,
        arrival, cluster, contentHash);
  }

  /// This record as a member of a cluster: shown for it, or not.
  ///
  /// @param otherArrival see [#arrival]
  public LedgerEntry in(String otherCluster, RecordState other, long otherArrival) {
    return new LedgerEntry(id, other, end, reason, run, place, firstSeenAt, changedAt, deadline,
        otherArrival, otherCluster, contentHash);
  }

  /// This record with another account of its last run.
  public LedgerEntry because(RecordEnd otherEnd, EndReason otherReason) {
    return new LedgerEntry(id, state, otherEnd, otherReason, run, place, firstSeenAt, changedAt,
        deadline, arrival, cluster, contentHash);
  }

  /// This record in another state, for a reason that arose in a run.
  public LedgerEntry ended(RecordState other, RecordEnd otherEnd, EndReason otherReason,
      int otherRun, String otherPlace, Instant at) {
    return new LedgerEntry(id, other, otherEnd, otherReason, otherRun, otherPlace, firstSeenAt, at,
        deadline, arrival, other.isLive() ? cluster : null, contentHash);
  }
}
