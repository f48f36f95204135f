package org.metier.profiling.document;

import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.qualification.EducationLevel;
import org.metier.text.Span;

/// A course of education that a CV states.
///
/// @param title where it is named
/// @param level as the file's own field says; null when only the words tell
/// @param period null when not said
public record StatedEducation(Span title, @Nullable EducationLevel level,
    @Nullable DateRange period) {}
