package org.metier.vacancy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.qualification.CefrLevel;
import org.metier.work.Importance;

/// A language that a vacancy asks for.
///
/// @param language ISO 639-1 code in lower case
/// @param level null when not said
public record LanguageDemand(String language, @Nullable CefrLevel level, Importance importance) {
  private static final Pattern CODE = Pattern.compile("[a-z]{2}");

  public LanguageDemand {
    if (!CODE.matcher(language).matches()) {
      throw new IllegalArgumentException(
          "a language must be an ISO 639-1 code such as fr, was " + language);
    }
  }
}
