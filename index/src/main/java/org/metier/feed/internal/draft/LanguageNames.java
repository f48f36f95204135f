package org.metier.feed.internal.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// ISO 639-1 codes by code or by name in Metier's languages, Swedish and Norwegian.
public final class LanguageNames {
  private static final Map<String, String> BY_NAME = byName();

  private LanguageNames() {}

  /// @param name a two-letter or three-letter code, or a name in one of those languages, in any case
  /// @return null when unknown
  public static @Nullable String code(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return BY_NAME
        .get(plain.matches("[a-z]{2,3}[-_][a-z]{2,4}") ? plain.split("[-_]", 2)[0] : plain);
  }

  private static Map<String, String> byName() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      if (code.length() != 2) {
        continue;
      }
      Locale locale = Locale.of(code);
      codes.put(code, code);
      codes.put(locale.getISO3Language(), code);
      for (Language language : Language.values()) {
        codes.put(locale.getDisplayLanguage(language.locale()).toLowerCase(Locale.ROOT), code);
      }
      for (Locale language : List.of(Locale.of("sv"), Locale.of("nb"))) {
        codes.putIfAbsent(locale.getDisplayLanguage(language).toLowerCase(Locale.ROOT), code);
      }
    }
    return Map.copyOf(codes);
  }
}
