package org.metier.vacancy;

/// An occupation that a vacancy was coded to.
///
/// @param uri of an occupation or ISCO group in the taxonomy; a group when the occupation within it is
///     unsure
/// @param confidence the chance that the concept's ISCO-08 unit group is right, 0 to 1
/// @param origin who said so
public record OccupationCode(String uri, double confidence, Origin origin) {
  /// Where a code comes from, best first.
  public enum Origin {
    /// A person corrected it; never overwritten.
    CORRECTED,
    /// The source stated it as an ESCO or ISCO-08 code.
    STATED,
    /// The source stated it in another classification, and a crosswalk says what that is.
    CROSSWALKED,
    /// A model that was trained on coded advertisements read it from title and text.
    LEARNED,
    /// Linked from the title by the labels of the taxonomy.
    LINKED
  }

  public OccupationCode {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
  }
}
