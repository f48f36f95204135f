package org.metier.profiling.document;

import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.qualification.EducationField;
import org.metier.qualification.EducationLevel;
import org.metier.text.Span;

/// A course of education that a CV states.
///
/// @param title where it is named
/// @param level as the file's own field says; null when only the words tell
/// @param eqf level of the European Qualifications Framework as the file's own field says, 1 to 8; null
///     when it does not
/// @param field as the file's own field says; null when only the words tell
/// @param period null when not said
public record StatedEducation(Span title, @Nullable EducationLevel level, @Nullable Integer eqf,
    @Nullable EducationField field, @Nullable DateRange period) {
  /// A course of which only the words tell what it is.
  public static StatedEducation named(Span title, @Nullable DateRange period) {
    return new StatedEducation(title, null, null, null, period);
  }
}
