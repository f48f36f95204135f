package org.metier.feed.internal.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// ISO 3166-1 codes by code or by name in Metier's languages, Swedish and Norwegian.
public final class Countries {
  private static final Map<String, String> BY_NAME = byName();

  private Countries() {}

  /// @param name an alpha-2 or alpha-3 code, or a name in one of those languages, in any case
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
    // The services of Sweden and Norway name countries in their own languages; where a name means another
    // country in one of Metier's, that meaning stays.
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale.Builder().setRegion(code).build();
      for (Locale language : List.of(Locale.of("sv"), Locale.of("nb"))) {
        codes.putIfAbsent(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
      }
    }
    return Map.copyOf(codes);
  }
}
