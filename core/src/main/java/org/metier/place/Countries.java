package org.metier.place;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;

/// ISO 3166-1 codes by code or by name in Metier's languages. Thread-safe.
public final class Countries {
  private static final Map<String, String> BY_NAME = byName();

  private Countries() {}

  /// @param nameOrCode an alpha-2 or alpha-3 code, or a name in one of Metier's languages Swedish or
  ///     Norwegian, or some of the country's own, in any case
  /// @return the alpha-2 code in upper case, null when unknown
  public static @Nullable String code(String nameOrCode) {
    return BY_NAME.get(nameOrCode.strip().toLowerCase(Locale.ROOT));
  }

  /// As [#code(String)], but codes do not count: in free text, `DE` and `IT` are more often words.
  static @Nullable String named(String name) {
    return name.strip().length() <= 3 ? null : code(name);
  }

  private static Map<String, String> byName() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      codes.put(code.toLowerCase(Locale.ROOT), code);
      codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
      for (Language language : Language.values()) {
        codes.put(country.getDisplayCountry(language.locale()).toLowerCase(Locale.ROOT), code);
      }
    }
    codes.put("uk", "GB");
    codes.put("el", "GR");
    codes.put("great britain", "GB");
    codes.put("england", "GB");
    codes.put("scotland", "GB");
    codes.put("usa", "US");
    codes.put("holland", "NL");
    codes.put("holandia", "NL");
    codes.put("czech republic", "CZ");
    codes.put("danmark", "DK");
    codes.put("suomi", "FI");
    codes.put("italia", "IT");
    codes.put("españa", "ES");
    // The services of Sweden and Norway name countries in their own languages; where a name means another
    // country in one of Metier's, that meaning stays.
    for (String code : Locale.getISOCountries()) {
      for (Locale language : List.of(Locale.of("sv"), Locale.of("nb"))) {
        codes.putIfAbsent(Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT),
            code);
      }
    }
    return Map.copyOf(codes);
  }
}
