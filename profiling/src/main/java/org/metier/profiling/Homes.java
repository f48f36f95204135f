package org.metier.profiling;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.place.Gazetteer;
import org.metier.place.Located;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Language;

/// Finds where a person lives in words such as `ul. Długa 5, 00-950 Warszawa`: town, postcode and
/// country, never the street. Thread-safe.
final class Homes {
  private static final Pattern POLISH = Pattern
      .compile("\\b(\\d{2}-\\d{3})\\s+(\\p{L}[\\p{L} .-]+)");
  private static final Pattern DUTCH = Pattern
      .compile("\\b(\\d{4}\\s?[A-Z]{2})\\s+(\\p{L}[\\p{L} .'-]+)");
  private static final Pattern DIGITS = Pattern.compile(
      "\\b(?:[A-Z]{1,2}-)?(\\d{4,5})\\s+(\\p{L}[\\p{L} .'-]+)");
  private static final Pattern BRITISH = Pattern.compile(
      "(\\p{Lu}[\\p{L} .'-]+?),?\\s+([A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2})\\b");
  private static final Map<String, String> COUNTRIES = countries();

  private final Gazetteer gazetteer;

  Homes(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  private static Map<String, String> countries() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      for (Language language : Language.values()) {
        codes.put(Locale.of("", code).getDisplayCountry(language.locale()).toLowerCase(Locale.ROOT),
            code);
      }
    }
    codes.put("uk", "GB");
    codes.put("usa", "US");
    codes.put("england", "GB");
    codes.put("scotland", "GB");
    return Map.copyOf(codes);
  }

  /// The place that a line of an address names; null when none.
  @Nullable
  Place find(String words) {
    String country = null;
    for (String part : words.split("[,;|()]")) {
      country = country == null ? COUNTRIES.get(part.strip().toLowerCase(Locale.ROOT)) : country;
    }
    Place coded = coded(words, POLISH, country == null ? "PL" : country);
    coded = coded == null ? coded(words, DUTCH, country == null ? "NL" : country) : coded;
    coded = coded == null ? coded(words, DIGITS, country) : coded;
    coded = coded == null ? british(words) : coded;
    if (coded != null) {
      return coded;
    }
    for (String part : words.split("[,;|()]")) {
      String town = part.strip();
      if (town.length() > 2 && town.matches("\\p{Lu}[\\p{L} .'-]*")) {
        Optional<Located> known = town(town, country);
        if (known.isPresent()) {
          return new Place(town, null, null, country, known.get().point(),
              known.get().precision());
        }
      }
    }
    return null;
  }

  private @Nullable Place british(String words) {
    Matcher found = BRITISH.matcher(words);
    return found.find()
        ? located(new Place(found.group(1).strip(), found.group(2), null, "GB", null, null))
        : null;
  }

  private @Nullable Place coded(String words, Pattern pattern, @Nullable String country) {
    Matcher found = pattern.matcher(words);
    if (!found.find()) {
      return null;
    }
    String town = found.group(2).strip();
    if (COUNTRIES.containsKey(town.toLowerCase(Locale.ROOT))) {
      return null;
    }
    // Four or five digits and a word may be anything: only a known town makes them an address.
    if (pattern.equals(DIGITS) && town(town, country).isEmpty()) {
      return null;
    }
    return located(new Place(town, found.group(1), null, country, null, null));
  }

  /// A town of that very name; one of which only the beginning is known may be anything.
  private Optional<Located> town(String name, @Nullable String country) {
    return gazetteer.town(name, country).filter(found -> found.precision() == PlacePrecision.TOWN);
  }

  /// The same place with coordinates, if one of its parts is known.
  @Nullable
  Place located(@Nullable Place place) {
    return place == null || place.point() != null
        ? place
        : gazetteer.locate(place)
            .map(found -> place.withPoint(found.point(), found.precision()))
            .orElse(place);
  }
}
