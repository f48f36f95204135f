package org.metier.index.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.coding.IscoCodes;
import org.metier.place.Place;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.internal.Folding;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.Vacancy;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// The values that a vacancy is counted and narrowed down by: `contract:PERMANENT`. Whatever the vacancy
/// does not say is a value of its own, [#UNKNOWN], so that nothing unknown hides among the known.
///
/// A range of hours or pay has every band that it reaches into. Stateless.
public final class FacetTerms {
  public static final String UNKNOWN = "unknown";
  /// Pay in a currency that no bands are known for.
  public static final String OTHER_CURRENCY = "other";
  /// Parts a term from how the vacancy writes it, in doc values.
  public static final char DISPLAY = '\u001f';

  public static final String OCCUPATION = "occupation:";
  public static final String PLACE = "place:";
  public static final String CONTRACT = "contract:";
  public static final String HOURS = "hours:";
  public static final String SALARY = "salary:";
  public static final String LANGUAGE = "language:";
  public static final String SOURCE = "source:";
  public static final String REMOTE = "remote:";
  /// Only whether the day is unknown: how fresh a vacancy is depends on when one asks.
  public static final String FRESHNESS = "freshness:";

  /// Bands of weekly hours by their lower end; the last has no upper end.
  public static final List<Integer> HOUR_BANDS = List.of(0, 20, 35);
  /// Bands of pay for a full-time year by their lower end, in euros or what is near one.
  private static final List<Integer> EURO_BANDS = List.of(0, 20_000, 30_000, 40_000, 50_000, 60_000,
      80_000, 100_000);
  /// How many units of a currency make bands as wide as those in euros: round numbers, no exchange rates.
  private static final Map<String, Integer> SCALES = Map.of("EUR", 1, "GBP", 1, "CHF", 1, "USD", 1,
      "PLN", 4, "SEK", 10, "DKK", 10, "NOK", 10, "CZK", 25);

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");

  private FacetTerms() {}

  /// Term and display, each term once.
  static Map<String, String> of(Vacancy vacancy, Taxonomy taxonomy) {
    Map<String, String> terms = new LinkedHashMap<>();
    add(terms, OCCUPATION, occupations(vacancy, taxonomy));
    places(terms, vacancy.workplaces());
    add(terms, CONTRACT, name(vacancy.contract()));
    add(terms, REMOTE, name(vacancy.remote()));
    add(terms, LANGUAGE,
        vacancy.language() == null ? List.of() : List.of(vacancy.language().code()));
    add(terms, SOURCE, List.of(vacancy.id().source()));
    add(terms, HOURS, hours(vacancy.hours()));
    add(terms, SALARY, salary(vacancy.salary()));
    if (vacancy.postedAt() == null) {
      terms.put(FRESHNESS + UNKNOWN, "");
    }
    return terms;
  }

  private static void add(Map<String, String> terms, String facet, List<String> values) {
    if (values.isEmpty()) {
      terms.put(facet + UNKNOWN, "");
    }
    values.forEach(value -> terms.putIfAbsent(facet + value, ""));
  }

  private static List<String> name(@Nullable Enum<?> value) {
    return value == null ? List.of() : List.of(value.name());
  }

  /// The ISCO-08 codes, cut to 1, 2, 3 and 4 digits, of what was stated or corrected, or else of the
  /// likeliest occupation: a vacancy that may be three things is counted as one.
  private static List<String> occupations(Vacancy vacancy, Taxonomy taxonomy) {
    Set<String> codes = new LinkedHashSet<>();
    for (OccupationCode occupation : vacancy.occupations()) {
      if (codes.isEmpty() || occupation.origin() != OccupationCode.Origin.LINKED) {
        String code = IscoCodes.of(taxonomy, occupation.uri());
        for (int digits = 1; digits <= code.length(); digits++) {
          codes.add(code.substring(0, digits));
        }
      }
    }
    return List.copyOf(codes);
  }

  private static void places(Map<String, String> terms, List<Place> places) {
    int before = terms.size();
    for (Place place : places) {
      String country = place.country() == null ? "" : place.country();
      if (!country.isEmpty()) {
        terms.putIfAbsent(PLACE + country, "");
      }
      named(terms, region(country, place.region()), place.region());
      named(terms, town(country, place.city()), place.city());
    }
    if (terms.size() == before) {
      terms.put(PLACE + UNKNOWN, "");
    }
  }

  private static void named(Map<String, String> terms, String value, @Nullable String written) {
    if (written != null && !value.isEmpty()) {
      terms.putIfAbsent(PLACE + value, shown(written));
    }
  }

  /// @return empty when there is no name
  public static String region(String country, @Nullable String region) {
    String folded = fold(region);
    return folded.isEmpty() ? "" : country + "/r/" + folded;
  }

  /// @return empty when there is no name
  public static String town(String country, @Nullable String town) {
    String folded = fold(town);
    return folded.isEmpty() ? "" : country + "/t/" + folded;
  }

  private static String fold(@Nullable String name) {
    return name == null
        ? ""
        : cut(NO_WORD.matcher(Folding.plain(name)).replaceAll(" ").strip());
  }

  private static String shown(String written) {
    return cut(BLANK.matcher(written).replaceAll(" ").strip());
  }

  private static String cut(String text) {
    return text.length() <= 100 ? text : text.substring(0, text.offsetByCodePoints(0, 50));
  }

  private static List<String> hours(@Nullable WeeklyHours hours) {
    return hours == null
        ? List.of()
        : bands(HOUR_BANDS, 1, hours.min(), hours.max()).stream().map(String::valueOf).toList();
  }

  private static List<String> salary(@Nullable Salary salary) {
    if (salary == null) {
      return List.of();
    }
    String currency = salary.currency().getCurrencyCode();
    Integer scale = SCALES.get(currency);
    return scale == null
        ? List.of(OTHER_CURRENCY)
        : bands(EURO_BANDS, scale, salary.minPerYear(), salary.maxPerYear()).stream()
            .map(lower -> currency + "/" + lower)
            .toList();
  }

  private static List<Integer> bands(List<Integer> lowerEnds, int scale, double min, double max) {
    List<Integer> bands = new ArrayList<>();
    for (int i = 0; i < lowerEnds.size(); i++) {
      double upper = i + 1 < lowerEnds.size()
          ? (double) lowerEnds.get(i + 1) * scale
          : Double.POSITIVE_INFINITY;
      if (min < upper && max >= (double) lowerEnds.get(i) * scale) {
        bands.add(lowerEnds.get(i) * scale);
      }
    }
    return bands;
  }

  /// The lower ends of a currency's bands; empty for one without.
  public static List<Integer> salaryBands(String currency) {
    Integer scale = SCALES.get(currency.toUpperCase(Locale.ROOT));
    return scale == null ? List.of() : EURO_BANDS.stream().map(lower -> lower * scale).toList();
  }
}
