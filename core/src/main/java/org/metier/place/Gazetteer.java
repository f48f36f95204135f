package org.metier.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;

/// Finds where towns, postcodes, communes, regions and countries lie.
///
/// Names count in any case, with or without accents, hyphens and linking words, and with a district behind
/// them. A name that several places have is never silently taken for one of them: country, region and
/// postcode narrow it; then the largest is meant if at least 80 % of the people in places of that name live
/// there, or all of them are near each other; else the answer is the largest with the precision of what
/// they have in common, a region or a country, and nothing when that is not even a country.
///
/// Immutable and thread-safe. Opening reads the whole file, about twice its size in memory; a look-up is a
/// few binary searches.
public final class Gazetteer {
  /// Share of people from which a name means the largest place that bears it.
  private static final double SURE = 0.8;
  /// Places of one name so near each other are one for any distance that matters.
  private static final double NEAR_KM = 15;
  /// Weight of a place of which the population is unknown.
  private static final int LEAST_PEOPLE = 100;
  /// Towns so large have districts that are written behind their names.
  private static final int HAS_DISTRICTS = 50_000;
  /// Where a hyphen parts a town from its district or from the town it was merged with; elsewhere, as in
  /// Villeneuve-Loubet, what stands before it may be another town.
  private static final Set<String> HYPHENATES = Set.of("BE", "NL");
  private static final Pattern NUMBERED = Pattern.compile(
      "(?i)[ -]+(?:cedex *)?\\d{1,2} *(?:e|er|ème|eme)?(?: +arr(?:ondissement|dt)?\\.?)?$"
          + "|[ -]+cedex$");

  private final PlaceTable table;

  private Gazetteer(PlaceTable table) {
    this.table = table;
  }

  /// The towns and regions that ship with Metier.
  public static Gazetteer builtIn() {
    return BuiltIn.GAZETTEER;
  }

  /// Compiled once, when first asked for; immutable.
  private static final class BuiltIn {
    static final Gazetteer GAZETTEER = new Gazetteer(
        new PlaceTableReader("the built-in gazetteer", PlacesImport.builtIn()).read());
  }

  /// The gazetteer of a home; the built-in one until places are imported.
  ///
  /// @throws PlacesException if the home's file is damaged or too new; the message says what to do
  public static Gazetteer of(Home home) {
    return Files.exists(home.placesFile()) ? open(home.placesFile()) : builtIn();
  }

  /// Opens a compiled gazetteer.
  ///
  /// @throws PlacesException if the file is missing, damaged or too new
  public static Gazetteer open(Path file) {
    return new Gazetteer(PlaceFile.open(file));
  }

  /// How many towns, postcode areas, regions and countries it knows.
  public int size() {
    return table.size();
  }

  /// Where a place lies, by the most precise of its parts that is known and agrees with the others: its
  /// town, its postcode, its region, its country. A town that is only known elsewhere than in the stated
  /// region is not taken. The point that the place may have already does not count.
  public Optional<Located> locate(Place place) {
    String country = place.country();
    Set<Integer> regions = place.region() == null ? Set.of() : regions(place.region(), country);
    Optional<Located> coded = place.postcode() == null
        ? Optional.empty()
        : postcode(place.postcode(), country);
    if (place.city() != null) {
      Optional<Located> town = named(place.city(), country, regions, coded.orElse(null));
      if (town.isPresent() && town.get().precision().hasDistance()) {
        return town;
      }
      if (coded.isPresent()) {
        return coded;
      }
      if (regions.isEmpty() && town.isPresent()) {
        return town;
      }
    }
    if (coded.isPresent()) {
      return coded;
    }
    if (!regions.isEmpty()) {
      return of(regions);
    }
    return country == null || (place.city() == null && place.region() != null
        && place.region().isBlank()) ? Optional.empty() : country(country);
  }

  /// A town by its name.
  ///
  /// @param country ISO 3166-1 alpha-2; null when unknown
  public Optional<Located> town(String name, @Nullable String country) {
    return named(name, upper(country), Set.of(), null);
  }

  /// A region by its name in one of Metier's languages, its NUTS code, or its national number or code:
  /// `małopolskie`, `PL21`, `69`.
  ///
  /// @param country ISO 3166-1 alpha-2; null when unknown, and then a national number means nothing
  public Optional<Located> region(String nameOrCode, @Nullable String country) {
    return of(regions(nameOrCode, upper(country)));
  }

  /// A postcode, with or without spaces and hyphens.
  ///
  /// @param country ISO 3166-1 alpha-2; null when unknown, and then there is no answer
  public Optional<Located> postcode(String code, @Nullable String country) {
    return country == null
        ? Optional.empty()
        : first(table.find('p', upper(country) + PlaceGathering.plainPostcode(code)));
  }

  /// A commune by its national code, such as INSEE's `69123`.
  public Optional<Located> commune(String code, String country) {
    return first(table.find('c', upper(country) + code.strip().toUpperCase(Locale.ROOT)));
  }

  /// Where the people of a country live on average.
  public Optional<Located> country(String code) {
    return first(table.find('y', upper(code)));
  }

  /// Whether a town is called so, without anything more.
  boolean isTown(String name, @Nullable String country) {
    return !towns(PlaceName.fold(name), upper(country)).isEmpty();
  }

  /// Whether a region is called so, by its name.
  boolean isRegion(String name, @Nullable String country) {
    return name.length() > 2 && !regions(name, country).isEmpty();
  }

  /// Whether all regions of one name lie in one of another name.
  boolean isWithin(String name, String larger, @Nullable String country) {
    Set<Integer> around = regions(larger, country);
    return regions(name, country).stream()
        .allMatch(r -> around.stream().anyMatch(l -> table.isWithin(r, l)));
  }

  /// How many live in the largest town of a name; 0 when unknown.
  int people(String name, @Nullable String country) {
    return towns(PlaceName.fold(name), upper(country)).stream()
        .mapToInt(town -> table.populations()[town])
        .max()
        .orElse(0);
  }

  private static String upper(@Nullable String country) {
    return country == null ? "" : country.toUpperCase(Locale.ROOT);
  }

  private Optional<Located> first(int[] entries) {
    return entries.length == 0
        ? Optional.empty()
        : Optional.of(located(entries[0], table.precision(entries[0]), 1));
  }

  /// One region, or several of one name: then only what lies around all of them.
  private Optional<Located> of(Set<Integer> regions) {
    return regions.isEmpty() ? Optional.empty() : choice(List.copyOf(regions), null);
  }

  private Set<Integer> regions(String nameOrCode, @Nullable String country) {
    Set<Integer> found = new LinkedHashSet<>();
    String in = upper(country);
    String upper = nameOrCode.strip().toUpperCase(Locale.ROOT);
    add(found, table.find('k', upper), in);
    if (found.isEmpty() && upper.matches("[A-Z]{2}-\\w{1,3}")) {
      add(found, table.find('k', upper.replace('-', ':')), in);
    }
    if (found.isEmpty() && !in.isEmpty()) {
      add(found, table.find('k', in + ":" + upper), in);
    }
    if (found.isEmpty()) {
      add(found, table.find('r', PlaceName.fold(nameOrCode)), in);
    }
    return found;
  }

  private void add(Set<Integer> found, int[] entries, String country) {
    for (int entry : entries) {
      if (country.isEmpty() || table.isIn(entry, country)) {
        found.add(entry);
      }
    }
  }

  /// A town by its name, or by what is left of it without its district.
  private Optional<Located> named(String name, @Nullable String country, Set<Integer> regions,
      @Nullable Located near) {
    for (String form : forms(name)) {
      List<Integer> towns = towns(PlaceName.fold(form), upper(country));
      List<Integer> narrowed = towns.stream().filter(t -> agrees(t, regions)).toList();
      if (!narrowed.isEmpty()) {
        return choice(narrowed, near);
      }
      if (!towns.isEmpty()) {
        return Optional.empty();
      }
    }
    return withDistrict(name, upper(country), regions, near);
  }

  private static List<String> forms(String name) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(name);
    forms.add(name.replaceFirst("\\s+k(?:\\.|oło) .*", ""));
    forms.add(name.replaceAll("\\s*\\([^)]*\\)", ""));
    forms.add(NUMBERED.matcher(name.strip()).replaceFirst(""));
    forms.removeIf(String::isBlank);
    return List.copyOf(forms);
  }

  private Optional<Located> withDistrict(String name, String country, Set<Integer> regions,
      @Nullable Located near) {
    int hyphen = name.indexOf('-');
    if (hyphen > 0 && HYPHENATES.contains(country)) {
      List<Integer> towns = towns(PlaceName.fold(name.substring(0, hyphen)), country).stream()
          .filter(t -> agrees(t, regions))
          .toList();
      if (!towns.isEmpty()) {
        return choice(towns, near);
      }
    }
    String[] words = PlaceName.plain(name).split(" ");
    for (int count = words.length - 1; count >= 1; count--) {
      String head = PlaceName.fold(String.join(" ", List.of(words).subList(0, count)));
      List<Integer> towns = towns(head, country).stream()
          .filter(t -> agrees(t, regions) && (table.populations()[t] >= HAS_DISTRICTS))
          .toList();
      if (!towns.isEmpty()) {
        return choice(towns, near);
      }
    }
    return Optional.empty();
  }

  private List<Integer> towns(String folded, String country) {
    List<Integer> found = new ArrayList<>();
    if (!folded.isEmpty()) {
      for (int entry : table.find('n', folded)) {
        if (country.isEmpty() || table.isIn(entry, country)) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  /// Whether a town may lie in one of the regions; one of which the region is unknown may. Where a town is
  /// only known to lie in the region around the stated one, nothing speaks against it.
  private boolean agrees(int town, Set<Integer> regions) {
    int own = table.around()[town];
    if (regions.isEmpty() || own < 0) {
      return true;
    }
    for (int region : regions) {
      if (table.isWithin(own, region) || table.isWithin(region, own)) {
        return true;
      }
    }
    return false;
  }

  /// The entry that several of one name mean, with what is sure about it.
  private Optional<Located> choice(List<Integer> entries, @Nullable Located near) {
    List<Integer> narrowed = near == null
        ? entries
        : entries.stream()
            .filter(e -> table.point(e).distanceKm(near.point()) < 3 * NEAR_KM)
            .toList();
    List<Integer> chosen = narrowed.isEmpty() ? entries : narrowed;
    int best = chosen.getFirst();
    double all = 0;
    for (int entry : chosen) {
      boolean isFiner = table.precision(entry).compareTo(table.precision(best)) < 0;
      boolean isLarger = table.precision(entry) == table.precision(best)
          && people(entry) > people(best);
      best = isFiner || isLarger ? entry : best;
      all += people(entry);
    }
    GeoPoint point = table.point(best);
    double share = people(best) / all;
    boolean isOne = share >= SURE
        || chosen.stream().allMatch(e -> table.point(e).distanceKm(point) < NEAR_KM);
    if (isOne) {
      return Optional.of(located(best, table.precision(best), share));
    }
    PlacePrecision common = common(chosen);
    return common == null ? Optional.empty() : Optional.of(located(best, common, share));
  }

  /// What several entries have in common; null when not even the country.
  private @Nullable PlacePrecision common(List<Integer> entries) {
    int one = entries.getFirst();
    int region = table.around()[one];
    if (region >= 0 && entries.stream().allMatch(e -> table.around()[e] == region)) {
      return PlacePrecision.REGION;
    }
    String country = table.country(one);
    return entries.stream().allMatch(e -> table.isIn(e, country)) ? PlacePrecision.COUNTRY : null;
  }

  private double people(int entry) {
    return Math.max(LEAST_PEOPLE, table.populations()[entry]);
  }

  private Located located(int entry, PlacePrecision precision, double confidence) {
    return new Located(table.names().text(entry), table.country(entry), table.regionCode(entry),
        table.point(entry), precision, confidence);
  }
}
