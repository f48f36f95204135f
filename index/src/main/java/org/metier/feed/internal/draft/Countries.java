package org.metier.feed.internal.draft;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// ISO 3166-1 codes by code or by name in Metier's languages.
public final class Countries {
  private static final Map<String, String> BY_NAME = byName();

  private Countries() {}

  /// @param name an alpha-2 or alpha-3 code, or a name in one of Metier's languages, in any case
  /// @return the alpha-2 code in upper case, null when unknown
  public static @Nullable String code(String name) {
    return BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
  }

  private static Map<String, String> byName() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      for (Language language : Language.values()) {
        codes.put(country.getDisplayCountry(language.locale()).toLowerCase(Locale.ROOT), code);
      }
    }
    codes.put("uk", "GB");
    return Map.copyOf(codes);
  }
}
