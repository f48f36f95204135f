package org.metier.vacancy;

/// An occupation that a vacancy was coded to.
///
/// @param uri of an occupation or ISCO group in the taxonomy
/// @param confidence 0 to 1
/// @param origin who said so
public record OccupationCode(String uri, double confidence, Origin origin) {
  /// Where a code comes from, best first.
  public enum Origin {
    /// A person corrected it; never overwritten.
    CORRECTED,
    /// The source stated it.
    STATED,
    /// Linked from title and text.
    LINKED
  }

  public OccupationCode {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
  }
}
