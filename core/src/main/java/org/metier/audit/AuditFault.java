package org.metier.audit;

/// Something in a log that is not as it was written.
///
/// @param entry number of the first entry that is wrong or missing; 0 when the fault is about no entry
/// @param place file in which, or beside which, it is
/// @param message one sentence for whoever looks after the log
public record AuditFault(Kind kind, long entry, String place, String message) {
  /// What was done to it, as far as can be told.
  public enum Kind {
    /// The line is another one than was written.
    EDITED,
    /// Lines in the middle are missing.
    DELETED,
    /// Lines, or whole segments, stand in another order.
    REORDERED,
    /// A line stands where none was written.
    INSERTED,
    /// The end is missing.
    TRUNCATED,
    /// The end is another one, and chained anew.
    TAIL_REPLACED,
    /// A whole segment is missing between others.
    SEGMENT_MISSING,
    /// The beginning is missing, and no purge accounts for it.
    START_CUT,
    /// The last line was not finished: a crash, or somebody cut it.
    TORN,
    /// The log goes on after its head: a crash that no writer has seen to, or somebody put back an old head.
    HEAD_BEHIND,
    /// The head is missing, not sealed with the key, or lost its newest place.
    HEAD_BROKEN,
    /// Sealed inputs that an entry names are not there.
    INPUTS_MISSING,
    /// Sealed inputs that an entry names are others than were written.
    INPUTS_CHANGED,
    /// An anchor is of another log.
    OTHER_LOG
  }
}
