package org.metier.profile;

import org.jspecify.annotations.Nullable;
import org.metier.qualification.EducationLevel;
import org.metier.text.Evidence;

/// A course of education or training.
///
/// @param title as the person wrote it, never blank
/// @param level null when it could not be told
public record Education(String title, @Nullable EducationLevel level, @Nullable DateRange period,
    Evidence evidence) {
  public Education {
    if (title.isBlank()) {
      throw new IllegalArgumentException(
          "an education in " + evidence.document() + " has a blank title");
    }
  }
}
