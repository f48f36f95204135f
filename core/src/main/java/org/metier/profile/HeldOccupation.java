package org.metier.profile;

import org.jspecify.annotations.Nullable;
import org.metier.text.Evidence;

/// A job that the person held.
///
/// @param title as the person wrote it, in the form that stands for all genders; never blank
/// @param uri of the occupation it was linked to; null when none was sure enough
/// @param confidence of the link, 0 to 1; 0 without a link
/// @param period null when not said
public record HeldOccupation(String title, @Nullable String uri, double confidence,
    @Nullable DateRange period, Evidence evidence) {
  public HeldOccupation {
    if (title.isBlank()) {
      throw new IllegalArgumentException(
          "a held occupation in " + evidence.document() + " has a blank title");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
  }
}
