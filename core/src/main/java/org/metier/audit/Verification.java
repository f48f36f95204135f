package org.metier.audit;

import java.util.List;

/// What looking through a log found.
///
/// @param first number of the first entry that is kept, 0 for none
/// @param last number of the last entry that was read
/// @param segments how many files
/// @param bytes in these
/// @param isSealChecked whether the key was at hand, so that seals and head were checked too
/// @param recoveries entries that say a writer found the log longer than its head
/// @param anchor what the anchor said, if one was given
/// @param faults the first in the chain of lines, the first in sealed inputs, then what head and anchor say; empty for a
///     whole log
public record Verification(long first, long last, int segments, long bytes,
    boolean isSealChecked, int recoveries, AnchorCheck anchor, List<AuditFault> faults) {
  /// What an anchor said of the log.
  public enum AnchorCheck {
    /// There was none.
    NOT_GIVEN,
    /// The log goes on from where the anchor knows it.
    AGREES,
    /// A fault says how the log is another one than the anchor knows.
    DISAGREES,
    /// The entry that it knows was deleted after its time, and with it what could be compared: a newer one is needed.
    TOO_OLD,
    /// It was not come to, because of a fault before.
    UNREACHED
  }

  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean isWhole() {
    return faults.isEmpty();
  }
}
