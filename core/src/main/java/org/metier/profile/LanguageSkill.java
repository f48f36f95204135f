package org.metier.profile;

import org.jspecify.annotations.Nullable;
import org.metier.qualification.CefrLevel;
import org.metier.text.Evidence;

/// A language that the person knows.
///
/// @param language ISO 639-1 code in lower case
/// @param level the lowest of its dimensions; null when not said
public record LanguageSkill(String language, @Nullable CefrLevel level, Evidence evidence) {
  public LanguageSkill {
    if (!language.matches("[a-z]{2}")) {
      throw new IllegalArgumentException(
          "a language must be an ISO 639-1 code such as fr, was " + language);
    }
  }
}
