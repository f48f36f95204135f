package org.metier.profiling.document;

import org.jspecify.annotations.Nullable;
import org.metier.qualification.CefrLevel;
import org.metier.text.Span;

/// A language that a CV states in a field.
///
/// @param code ISO 639-1 in lower case
/// @param level null when not said
/// @param span where it is named
public record StatedLanguage(String code, @Nullable CefrLevel level, Span span) {}
