package org.metier.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.text.Evidence;

/// A job that the person held.
///
/// @param title as the person wrote it, in the form that stands for all genders; never blank
/// @param uri of the occupation it was linked to; null when none was sure enough
/// @param confidence of the link, 0 to 1; 0 without a link
/// @param period null when not said
/// @param evidence where it was read, the words of the title first; empty when only the person declared it
public record HeldOccupation(String title, @Nullable String uri, double confidence,
    @Nullable DateRange period, List<Evidence> evidence) {
  public HeldOccupation {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a held occupation has a blank title");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, was " + confidence);
    }
    evidence = List.copyOf(evidence);
  }
}
