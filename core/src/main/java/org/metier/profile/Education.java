package org.metier.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.EducationField;
import org.metier.qualification.EducationLevel;
import org.metier.text.Evidence;

/// A course of education or training.
///
/// @param title as the person wrote it, never blank
/// @param level after ISCED 2011; null when it could not be told
/// @param eqf level of the European Qualifications Framework, 1 to 8, where the document states it; null
///     where it does not, for countries map their ISCED levels to it each in their own way
/// @param field null when it could not be told
/// @param period null when not said
/// @param evidence where it was read; empty when only the person declared it
public record Education(String title, @Nullable EducationLevel level, @Nullable Integer eqf,
    @Nullable EducationField field, @Nullable DateRange period, List<Evidence> evidence) {
  public Education {
    if (title.isBlank()) {
      throw new IllegalArgumentException("an education has a blank title");
    }
    if (eqf != null && (eqf < 1 || eqf > 8)) {
      throw new IllegalArgumentException("an EQF level must be 1 to 8, was " + eqf);
    }
    evidence = List.copyOf(evidence);
  }
}
