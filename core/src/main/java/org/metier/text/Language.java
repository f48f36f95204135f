package org.metier.text;

import java.util.Locale;
import java.util.Optional;

/// A language that Metier reads and writes in full: analysis, labels and reasons.
public enum Language {
  EN("eng"), FR("fra"), NL("nld"), PL("pol"), DE("deu");

  private final String iso639_3;

  Language(String iso639_3) {
    this.iso639_3 = iso639_3;
  }

  /// The ISO 639-1 code in lower case, such as `en`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The ISO 639-3 code, such as `eng`.
  public String iso639_3() {
    return iso639_3;
  }

  /// How dates, numbers and names are written. English is that of Europe, where the 26th of November is
  /// `26 November 2026`.
  public Locale locale() {
    return this == EN ? Locale.UK : Locale.of(code());
  }

  /// The language of a code or tag: `en`, `EN`, `en-GB`, `en_GB` and `eng` all mean [#EN].
  ///
  /// @return empty for a language that Metier does not cover
  public static Optional<Language> of(String code) {
    String head = code.strip().split("[-_]", 2)[0];
    for (Language language : values()) {
      if (head.equalsIgnoreCase(language.name()) || head.equalsIgnoreCase(language.iso639_3)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
