package org.metier.profile;

import java.util.List;
import org.metier.text.Evidence;

/// A skill that the person has.
///
/// @param uri of a skill in the taxonomy
/// @param origin how it is known
/// @param confidence 0 to 1
/// @param evidence where it was read; never empty for [Origin#STATED]
public record Competence(String uri, Origin origin, double confidence, List<Evidence> evidence) {
  /// How a competence is known, surest first.
  public enum Origin {
    /// The person confirmed it.
    CONFIRMED,
    /// Read in a document.
    STATED,
    /// Essential to an occupation that the person held, but not stated.
    IMPLIED
  }

  public Competence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
    if (origin == Origin.STATED && evidence.isEmpty()) {
      throw new IllegalArgumentException("a stated competence needs evidence: " + uri);
    }
    evidence = List.copyOf(evidence);
  }
}
