package org.metier.profiling.structured;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.metier.place.Place;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationLevel;
import org.metier.qualification.LanguageDimension;

/// Values that all structured formats share: dates, levels and codes. What breaks the rules of its field
/// is unknown, never guessed.
final class Fields {
  /// ISO 639-2/B codes that differ from the terminological ones that Java knows.
  private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(Map.entry("alb", "sq"),
      Map.entry("arm", "hy"), Map.entry("baq", "eu"), Map.entry("bur", "my"),
      Map.entry("chi", "zh"), Map.entry("cze", "cs"), Map.entry("dut", "nl"),
      Map.entry("fre", "fr"), Map.entry("geo", "ka"), Map.entry("ger", "de"),
      Map.entry("gre", "el"), Map.entry("ice", "is"), Map.entry("mac", "mk"),
      Map.entry("may", "ms"), Map.entry("per", "fa"), Map.entry("rum", "ro"),
      Map.entry("slo", "sk"), Map.entry("wel", "cy"));

  static final SortedMap<LanguageDimension, CefrLevel> NO_DIMENSIONS = Collections
      .emptySortedMap();

  private Fields() {}

  /// The dimension of a code: `listening` or `spokeninteraction` in Europass of the first generation,
  /// `CEF-Understanding-Listening` or `CEF-Speaking-Interaction` in HR-XML, which tells two kinds of writing
  /// apart. Null for any other.
  static @Nullable LanguageDimension dimension(String code) {
    return switch (code.strip().toLowerCase(Locale.ROOT)) {
      case "listening", "cef-understanding-listening" -> LanguageDimension.LISTENING;
      case "reading", "cef-understanding-reading" -> LanguageDimension.READING;
      case "spokeninteraction", "cef-speaking-interaction" -> LanguageDimension.SPOKEN_INTERACTION;
      case "spokenproduction", "cef-speaking-production" -> LanguageDimension.SPOKEN_PRODUCTION;
      case "writing", "cef-writing-interaction", "cef-writing-production" ->
        LanguageDimension.WRITING;
      default -> null;
    };
  }

  /// A date such as `2015-03`, `2015-03-01T00:00:00`, `--03` parts apart, or nothing.
  static @Nullable PartialDate date(String iso) {
    String plain = iso.strip();
    if (plain.length() > 10) {
      plain = plain.substring(0, 10);
    }
    if (!plain.matches("\\d{4}(-\\d{1,2}){0,2}")) {
      return null;
    }
    try {
      return PartialDate.parse(plain);
    } catch (IllegalArgumentException e) {
      return null; // a month 13 or a year 0001: not known
    }
  }

  /// A date from its parts as the Europass formats write them: `2005`, `--11` or `11`, `---04` or `4`.
  static @Nullable PartialDate date(String year, String month, String day) {
    String y = year.replaceAll("\\D", "");
    String m = month.replaceAll("\\D", "");
    String d = day.replaceAll("\\D", "");
    return date(y + (m.isEmpty() ? "" : "-" + m) + (m.isEmpty() || d.isEmpty() ? "" : "-" + d));
  }

  /// @return null when nothing is known, or when the end comes before the start
  static @Nullable DateRange range(@Nullable PartialDate start, @Nullable PartialDate end,
      boolean isOngoing) {
    if (start == null && end == null && !isOngoing) {
      return null;
    }
    PartialDate known = isOngoing ? null : end;
    if (start != null && known != null && known.latestMonth().isBefore(start.earliestMonth())) {
      return null;
    }
    return new DateRange(start, known, isOngoing);
  }

  /// The ISO 639-1 code of a code of two or three letters; null when there is none.
  static @Nullable String languageCode(String code) {
    String plain = code.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    if (plain.length() == 3) {
      String bibliographic = BIBLIOGRAPHIC.get(plain);
      if (bibliographic != null) {
        return bibliographic;
      }
      for (String two : Locale.getISOLanguages()) {
        if (plain.equals(threeLetters(two))) {
          return two;
        }
      }
      return null;
    }
    return plain.matches("[a-z]{2}") ? plain : null;
  }

  private static @Nullable String threeLetters(String two) {
    try {
      return Locale.of(two).getISO3Language();
    } catch (MissingResourceException e) {
      return null;
    }
  }

  /// The ISO 639-1 code of a language by its name in the language of a locale such as `it_IT`; null when
  /// Java does not know the name.
  static @Nullable String languageOfName(String name, String locale) {
    Locale reader = Locale.forLanguageTag(locale.replace('_', '-'));
    for (String code : Locale.getISOLanguages()) {
      if (code.length() == 2 && Locale.of(code)
          .getDisplayLanguage(reader)
          .equalsIgnoreCase(name.strip())) {
        return code;
      }
    }
    return null;
  }

  /// The English name of a language, to stand in the text for its code.
  static String languageName(String code) {
    return Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /// @return null for anything but `A1` to `C2` in either case
  static @Nullable CefrLevel cefr(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT);
    return plain.matches("[ABC][12]") ? CefrLevel.valueOf(plain) : null;
  }

  /// The lower of two levels, of which either may be unknown.
  static @Nullable CefrLevel lower(@Nullable CefrLevel a, @Nullable CefrLevel b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /// The level of a European Qualifications Framework number, after the Council Recommendation of 22 May
  /// 2017 (levels 5 to 8 are the cycles of the Bologna framework; 1 to 4 by ISCED 2011).
  static @Nullable EducationLevel eqf(String code) {
    return switch (code.strip()) {
      case "1" -> EducationLevel.PRIMARY;
      case "2" -> EducationLevel.LOWER_SECONDARY;
      case "3", "4" -> EducationLevel.UPPER_SECONDARY;
      case "5" -> EducationLevel.SHORT_TERTIARY;
      case "6" -> EducationLevel.BACHELOR;
      case "7" -> EducationLevel.MASTER;
      case "8" -> EducationLevel.DOCTORATE;
      default -> null;
    };
  }

  /// A place of town, postcode and country; null when none is known.
  ///
  /// @param country a code of two letters in any case; the European codes `UK` and `EL` are understood
  static @Nullable Place place(String city, String postcode, String country) {
    String code = switch (country.strip().toUpperCase(Locale.ROOT)) {
      case "UK" -> "GB";
      case "EL" -> "GR";
      case String other -> other;
    };
    String known = code.matches("[A-Z]{2}") ? code : null;
    String town = city.isBlank() ? null : city.strip();
    String post = postcode.isBlank() ? null : postcode.strip();
    return town == null && post == null && known == null
        ? null
        : new Place(town, post, null, known, null, null);
  }
}
