package org.metier.profiling.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.LanguageDimension;
import org.metier.text.Span;

/// A language that a CV states in a field.
///
/// @param code ISO 639-1 in lower case
/// @param level of the language as a whole; null when not said, or when dimensions are
/// @param dimensions those said, `A1` to `C2`
/// @param span where it is named
public record StatedLanguage(String code, @Nullable CefrLevel level,
    Map<LanguageDimension, CefrLevel> dimensions, Span span) {
  public StatedLanguage {
    dimensions = Map.copyOf(dimensions);
  }
}
