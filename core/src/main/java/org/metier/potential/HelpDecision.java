package org.metier.potential;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What help a person is offered after an assessment. Cannot exist with less than the person is due, unless under a
/// policy that somebody answers for by name. Immutable.
///
/// @param due what the person has a right to whatever the score, by name
/// @param offered what they are offered now
/// @param policy under which it was decided
/// @param trace of the assessment
public record HelpDecision(Set<String> due, Set<String> offered, HelpPolicy policy, Trace trace) {
  public HelpDecision {
    due = Collections.unmodifiableSet(new TreeSet<>(due));
    offered = Collections.unmodifiableSet(new TreeSet<>(offered));
    if (policy instanceof HelpPolicy.AddOnly && !offered.containsAll(due)) {
      Set<String> lost = new TreeSet<>(due);
      lost.removeAll(offered);
      throw new IllegalArgumentException("a score may add help and never take it away, but " + lost
          + " would be lost; offer it, or decide a HelpPolicy.MayRemove by name and legal basis");
    }
  }

  /// Adds the help that there is capacity for: the due help, and `additional` if the assessment is invited.
  public static HelpDecision adding(Assessment assessment, Capacity capacity, Set<String> due,
      Set<String> additional) {
    Set<String> offered = new TreeSet<>(due);
    if (capacity.invites(assessment)) {
      offered.addAll(additional);
    }
    return new HelpDecision(due, offered, HelpPolicy.ADD_ONLY, assessment.trace());
  }
}
