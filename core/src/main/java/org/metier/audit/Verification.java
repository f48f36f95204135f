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
/// @param faults the first in the chain of lines, then what head and anchor say; empty for a whole log
public record Verification(long first, long last, int segments, long bytes,
    boolean isSealChecked, int recoveries, List<AuditFault> faults) {
  public Verification {
    faults = List.copyOf(faults);
  }

  public boolean isWhole() {
    return faults.isEmpty();
  }
}
