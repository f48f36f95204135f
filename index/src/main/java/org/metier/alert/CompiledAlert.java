package org.metier.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// An alert as numbers.
///
/// @param program bits of the conditions on values that have few, then a section for each other condition:
///     its kind, its length, its terms
/// @param numbers of the circle, hours and pay, see the constants; 0 where not asked
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
record CompiledAlert(String id, int[] program, double[] numbers) {
  /// Places of the first word of a program: what may be unknown, and which numbers are asked.
  static final int FLAGS = 0;
  static final int NEAR_FLAG = 1 << 10;
  static final int HOURS_FLAG = 1 << 11;
  static final int PAY_FLAG = 1 << 12;
  /// Places of the second word: contracts, languages and forms of remote work, no bit for none asked.
  static final int MASKS = 1;
  static final int LANGUAGE_SHIFT = 8;
  static final int REMOTE_SHIFT = 16;
  static final int CURRENCY = 2;
  static final int SECTIONS = 3;

  /// Kinds of sections.
  static final int OCCUPATIONS = 0;
  /// The least weight, then pairs of skill and weight, most common skills first.
  static final int SKILLS = 1;
  static final int COUNTRIES = 2;
  static final int SOURCES = 3;
  static final int EMPLOYERS = 4;
  /// The language, then entries: role, length, words.
  static final int WORDS = 5;

  /// Roles of a wording's entries.
  static final int ALL = 0;
  static final int ANY = 1;
  static final int NOT = 2;

  /// Places of the numbers: the centre's unit vector, the circle's chord, latitude, longitude, radius.
  static final int X = 0;
  static final int Y = 1;
  static final int Z = 2;
  static final int CHORD = 3;
  static final int LATITUDE = 4;
  static final int LONGITUDE = 5;
  static final int RADIUS_KM = 6;
  static final int MIN_HOURS = 7;
  static final int MAX_HOURS = 8;
  static final int PAY_PER_YEAR = 9;
  static final int NUMBERS = 10;

  private static final double EARTH_RADIUS_KM = 6371.0088;

  static CompiledAlert of(Alert alert, TermNumbers terms, TextAnalyzer analyzer) {
    IntList program = new IntList();
    program.add(flags(alert));
    program.add(bits(alert.contracts()) | bits(alert.languages()) << LANGUAGE_SHIFT
        | bits(alert.remote()) << REMOTE_SHIFT);
    program.add(alert.pay() == null
        ? TermNumbers.NONE
        : terms.add(TermNumbers.Kind.CURRENCY, alert.pay().currency().getCurrencyCode()));
    section(program, OCCUPATIONS, occupations(alert, terms));
    if (alert.skills() != null) {
      section(program, SKILLS, skills(alert.skills(), terms));
    }
    section(program, COUNTRIES, numbers(alert.countries(),
        country -> terms.add(TermNumbers.Kind.COUNTRY, country)));
    section(program, SOURCES, numbers(alert.sources(),
        source -> terms.add(TermNumbers.Kind.SOURCE, source)));
    section(program, EMPLOYERS, numbers(alert.excludedEmployers(),
        employer -> terms.add(TermNumbers.Kind.EMPLOYER, employer)));
    alert.wording()
        .forEach((language, wording) -> section(program, WORDS,
            words(alert.id(), language, wording, terms, analyzer)));
    return new CompiledAlert(alert.id(), program.toArray(), numbers(alert));
  }

  private static int flags(Alert alert) {
    return bits(alert.mayBeUnknown()) | (alert.near() == null ? 0 : NEAR_FLAG)
        | (alert.hours() == null ? 0 : HOURS_FLAG) | (alert.pay() == null ? 0 : PAY_FLAG);
  }

  private static int bits(Set<? extends Enum<?>> values) {
    int bits = 0;
    for (Enum<?> value : values) {
      bits |= 1 << value.ordinal();
    }
    return bits;
  }

  /// A section without values is a condition that is not asked.
  private static void section(IntList program, int kind, int[] values) {
    if (values.length > 0) {
      program.add(kind);
      program.add(values.length);
      program.addAll(values, 0, values.length);
    }
  }

  private static int[] numbers(Set<String> names, ToIntFunction<String> number) {
    return names.stream().mapToInt(number).toArray();
  }

  /// Leaves out what another wanted concept covers.
  private static int[] occupations(Alert alert, TermNumbers terms) {
    Set<Integer> wanted = new TreeSet<>();
    alert.occupations().forEach(uri -> wanted.add(terms.addConcept(uri)));
    alert.iscoGroups().forEach(code -> wanted.add(terms.isco(code)));
    IntList kept = new IntList();
    for (int term : wanted) {
      boolean isCovered = false;
      for (int above : terms.above(term)) {
        isCovered |= above != term && wanted.contains(above);
      }
      if (!isCovered) {
        kept.add(term);
      }
    }
    return kept.toArray();
  }

  private static int[] skills(SkillWish wish, TermNumbers terms) {
    Map<Integer, Integer> weights = new TreeMap<>();
    wish.weights().forEach((uri, weight) -> weights.put(terms.addConcept(uri), weight));
    List<Integer> commonFirst = new ArrayList<>(weights.keySet());
    commonFirst.sort(Comparator.comparingDouble(terms::rarity));
    IntList section = new IntList();
    section.add(wish.least());
    for (int skill : commonFirst) {
      section.add(skill);
      section.add(weights.getOrDefault(skill, 0));
    }
    return section.toArray();
  }

  private static int[] words(String alert, Language language, Wording wording, TermNumbers terms,
      TextAnalyzer analyzer) {
    IntList section = new IntList();
    section.add(language.ordinal());
    List<List<String>> byRole = List.of(wording.all(), wording.any(), wording.none());
    for (int role = ALL; role <= NOT; role++) {
      for (String entry : byRole.get(role)) {
        List<Token> tokens = tokens(alert, language, entry, analyzer);
        section.add(role);
        section.add(tokens.size());
        tokens.forEach(token -> section.add(terms.addWord(language, token.term())));
      }
    }
    return section.toArray();
  }

  private static List<Token> tokens(String alert, Language language, String entry,
      TextAnalyzer analyzer) {
    List<Token> tokens = analyzer.analyze(language, entry);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("alert " + alert + " asks in " + language
          + " for something without a letter or digit; expected a word or phrase");
    }
    return tokens;
  }

  /// @throws IllegalArgumentException if the alert asks for a word without letter or digit
  static void requireWords(Alert alert, TextAnalyzer analyzer) {
    alert.wording()
        .forEach((language, wording) -> Stream
            .of(wording.all(), wording.any(), wording.none())
            .flatMap(List::stream)
            .forEach(entry -> tokens(alert.id(), language, entry, analyzer)));
  }

  private static double[] numbers(Alert alert) {
    double[] numbers = new double[NUMBERS];
    if (alert.near() != null) {
      GeoPoint centre = alert.near().centre();
      double[] vector = vector(centre);
      System.arraycopy(vector, 0, numbers, X, vector.length);
      numbers[CHORD] = squaredChord(alert.near().radiusKm());
      numbers[LATITUDE] = centre.latitude();
      numbers[LONGITUDE] = centre.longitude();
      numbers[RADIUS_KM] = alert.near().radiusKm();
    }
    if (alert.hours() != null) {
      numbers[MIN_HOURS] = alert.hours().min();
      numbers[MAX_HOURS] = alert.hours().max();
    }
    if (alert.pay() != null) {
      numbers[PAY_PER_YEAR] = alert.pay().perYear();
    }
    return numbers;
  }

  /// The point on the unit sphere.
  static double[] vector(GeoPoint point) {
    double latitude = StrictMath.toRadians(point.latitude());
    double longitude = StrictMath.toRadians(point.longitude());
    double cosine = StrictMath.cos(latitude);
    return new double[]{cosine * StrictMath.cos(longitude), cosine * StrictMath.sin(longitude),
      StrictMath.sin(latitude)};
  }

  /// The squared length of the chord under an arc, on the unit sphere; 4 for half of it and more.
  private static double squaredChord(double km) {
    double half = StrictMath.sin(Math.min(Math.PI / 2, km / EARTH_RADIUS_KM / 2));
    return 4 * half * half;
  }

  /// The circle that is asked for.
  static @Nullable Area near(int flags, double[] numbers, int at) {
    return (flags & NEAR_FLAG) == 0
        ? null
        : new Area(new GeoPoint(numbers[at + LATITUDE], numbers[at + LONGITUDE]),
            numbers[at + RADIUS_KM]);
  }
}
