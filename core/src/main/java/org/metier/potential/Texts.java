package org.metier.potential;

import org.metier.text.Language;

/// The same text in each of Metier's languages, none of them blank. Immutable.
public record Texts(String en, String fr, String nl, String pl, String de) {
  public Texts {
    for (String text : new String[]{en, fr, nl, pl, de}) {
      if (text.isBlank()) {
        throw new IllegalArgumentException(
            "a text is needed in each of en, fr, nl, pl and de; one of them is blank");
      }
    }
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case FR -> fr;
      case NL -> nl;
      case PL -> pl;
      case DE -> de;
    };
  }
}
