package org.metier.potential;

import java.time.Instant;

/// Whether a score may take help away from a person who has a right to it.
public sealed interface HelpPolicy {
  /// It may not: a score adds help, or changes nothing. The default everywhere.
  AddOnly ADD_ONLY = new AddOnly();

  /// See [#ADD_ONLY].
  record AddOnly() implements HelpPolicy {}

  /// Somebody decided, by name and on a legal basis, that it may; both stand in every decision made under it.
  ///
  /// @param decidedBy never blank
  /// @param legalBasis the provision that allows it; never blank
  record MayRemove(String decidedBy, String legalBasis, Instant since) implements HelpPolicy {
    public MayRemove {
      if (decidedBy.isBlank() || legalBasis.isBlank()) {
        throw new IllegalArgumentException("that a score may take help away needs the name of who"
            + " decided it and the legal basis; one of them is blank");
      }
    }
  }
}
