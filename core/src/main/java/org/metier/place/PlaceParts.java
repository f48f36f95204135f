package org.metier.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.work.RemoteWork;

/// Reads one list of parts between commas and brackets: towns, and what they lie in. Not thread-safe.
final class PlaceParts {
  /// A town so much smaller than the one behind it, and so near, is a part of it.
  private static final double QUALIFIES_KM = 40;
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,()]+\\s*|\\s+[–—]\\s+");
  private static final Pattern POSTCODE_DASH = Pattern.compile("(\\d{5})\\s*-\\s*(\\D.*)");
  private static final Pattern DEPARTMENT = Pattern
      .compile("(\\d{2,3}|2[ABab])(?:\\s+-\\s*|-(?=\\D))(.+)");
  private static final Pattern POSTCODE = Pattern.compile(
      "((?:[A-Z]{1,2}-)?(?:\\d{2}-\\d{3}|\\d{4,5}(?:\\s?[A-Z]{2}(?=\\s))?))(?:\\s+(.+))?");
  private static final Pattern STREET = Pattern.compile(
      "(?iu)(?:\\bul\\.|\\bal\\.|\\bos\\.|\\bpl\\.|\\bulica\\b|\\brue\\b|\\bavenue\\b|\\bboulevard\\b).*"
          + "|.*(?:straße|strasse|straat|laan|weg|str\\.)\\s+\\d+.*");
  private static final Pattern WITHIN = Pattern.compile(
      "(?iu)(?:woj\\.|województwo|prov\\.|provincie|province(?: de)?|kreis|landkreis|land|"
          + "département|dept?\\.?)\\s+(.+)");
  private static final Pattern COUNTY = Pattern
      .compile("(?iu)(?:pow\\.|powiat|gm\\.|gmina|okolice)\\s+.+");
  private static final int MAX_WORDS = 5;
  /// A town of which people abroad know the name.
  private static final int LARGE = 50_000;

  private final @Nullable String hint;
  private final Gazetteer gazetteer;
  /// Whether names that the gazetteer does not know are left out.
  private final boolean onlyKnown;
  private final boolean mayBeAbroad;
  private final List<String> towns = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private @Nullable String postcode;
  private final List<String> regions = new ArrayList<>();
  private @Nullable String country;
  private @Nullable RemoteWork remote;
  private boolean areUnnamed;
  private boolean isAbroad;
  private final List<Place> places = new ArrayList<>();

  PlaceParts(@Nullable String hint, Gazetteer gazetteer, boolean onlyKnown,
      boolean mayBeAbroad) {
    this.mayBeAbroad = mayBeAbroad;
    this.hint = hint;
    this.gazetteer = gazetteer;
    this.onlyKnown = onlyKnown;
  }

  @Nullable
  RemoteWork remote() {
    return remote;
  }

  boolean areUnnamed() {
    return areUnnamed;
  }

  List<Place> places() {
    return places;
  }

  void read(String text) {
    for (String part : SEPARATOR.split(text)) {
      String stripped = part.strip();
      // Countries first: they decide what the other names mean.
      String named = stripped.isEmpty() ? null : Countries.named(stripped);
      country = country == null ? named : country;
    }
    // Brackets hold what the town before them lies in, so that a next town is another list.
    List<String> lists = text.matches(".*\\([^)]*\\)\\s*,.*")
        ? List.of(text.split("(?<=\\))\\s*,\\s*"))
        : List.of(text);
    for (String list : lists) {
      for (String part : SEPARATOR.split(list)) {
        if (!part.isBlank()) {
          part(part.strip());
        }
      }
      finish();
    }
  }

  private @Nullable String in() {
    return country != null ? country : isAbroad ? null : hint;
  }

  private void part(String part) {
    String plain = PlaceName.plain(part);
    RemoteWork fromHome = PlaceWords.remote(plain);
    if (fromHome != null) {
      remote = fromHome;
    } else if (PlaceWords.isUnnamed(plain)) {
      areUnnamed = true;
      isAbroad |= plain.contains("granica");
    } else if (Countries.named(part) != null || COUNTY.matcher(part).matches()) {
      return;
    } else {
      name(part.replaceFirst("(?iu)^(?:remote|zdalnie|remotely)[\\s,:-]+", ""), part);
    }
  }

  private void name(String name, String part) {
    if (name.length() < part.length()) {
      remote = RemoteWork.REMOTE;
    }
    String street = STREET.matcher(name).replaceFirst("").strip();
    Matcher dashed = POSTCODE_DASH.matcher(street);
    Matcher department = DEPARTMENT.matcher(street);
    Matcher coded = POSTCODE.matcher(street);
    Matcher within = WITHIN.matcher(street);
    if (dashed.matches()) {
      postcode = dashed.group(1);
      town(dashed.group(2).strip());
    } else if (coded.matches()) {
      postcode = coded.group(1);
      if (coded.group(2) != null) {
        town(coded.group(2).strip());
      }
    } else if (department.matches()) {
      regions.add(department.group(1).toUpperCase(Locale.ROOT));
      // "75 - Paris (Dept.)" names the department, which the number does already.
      town(department.group(2).strip());
    } else if (within.matches() && gazetteer.isRegion(within.group(1), in())) {
      region(within.group(1));
    } else if (!street.isEmpty()) {
      town(street);
    }
  }

  private void town(String name) {
    boolean isRegion = gazetteer.isRegion(name, in());
    boolean isTown = gazetteer.isTown(name, in());
    if (isRegion && (!isTown || !towns.isEmpty() || !unknown.isEmpty())) {
      region(name);
    } else if (isTown) {
      towns.add(name);
    } else if (!split(name)) {
      if (gazetteer.town(name, in()).isPresent()) {
        towns.add(name);
      } else if (name.split("\\s+").length <= MAX_WORDS
          && Character.isUpperCase(name.codePointAt(0))) {
        unknown.add(name);
      }
    }
  }

  /// Parts "Suwałki podlaskie", and "łódzkie" from what was copied along behind it.
  private boolean split(String name) {
    String[] words = name.split("\\s+");
    for (int tail = 1; tail < words.length; tail++) {
      String last = String.join(" ", List.of(words).subList(tail, words.length));
      String first = String.join(" ", List.of(words).subList(0, tail));
      if (gazetteer.isRegion(last, in())) {
        region(last);
        town(first);
        return true;
      }
    }
    for (int head = Math.min(words.length - 1, 3); head > 0; head--) {
      String first = String.join(" ", List.of(words).subList(0, head));
      if (gazetteer.isRegion(first, in()) && !gazetteer.isTown(first, in())) {
        region(first);
        return true;
      }
    }
    return false;
  }

  private void finish() {
    if (towns.size() == 2 && qualifies(towns.get(0), towns.get(1))) {
      towns.remove(1);
    }
    // What is not known behind a known town says where in it; in a list, it is a town as well.
    List<String> named = new ArrayList<>(towns);
    if (!onlyKnown && (towns.isEmpty() || towns.size() > 1)) {
      named.addAll(towns.isEmpty() ? unknown.stream().limit(1).toList() : unknown);
    }
    for (String town : named) {
      place(named.size() == 1 ? postcode : null, town);
    }
    if (named.isEmpty() && regions.size() > 1) {
      regions.forEach(region -> place(null, null, region));
    } else if (named.isEmpty() && (postcode != null || !regions.isEmpty() || country != null)) {
      place(postcode, null);
    }
    towns.clear();
    unknown.clear();
    regions.clear();
    postcode = null;
  }

  /// Keeps regions that do not lie in one another: of a county and its province, the province.
  private void region(String name) {
    for (int i = 0; i < regions.size(); i++) {
      if (gazetteer.isWithin(name, regions.get(i), in())) {
        return;
      }
      if (gazetteer.isWithin(regions.get(i), name, in())) {
        regions.set(i, name);
        return;
      }
    }
    regions.add(name);
  }

  private void place(@Nullable String code, @Nullable String town) {
    place(code, town, regions.isEmpty() ? null : regions.getFirst());
  }

  private void place(@Nullable String code, @Nullable String town, @Nullable String region) {
    String in = in() == null && code == null && region != null && region.matches("\\d.*")
        ? "FR"
        : in();
    Optional<Located> abroad = town == null || in == null || in.equals(country) || !mayBeAbroad
        || gazetteer.town(town, in).isPresent() || gazetteer.people(town, null) < LARGE
            ? Optional.empty()
            : gazetteer.town(town, null).filter(found -> found.precision().hasDistance());
    Place place = new Place(town, code, region, abroad.map(Located::country).orElse(in), null,
        null);
    places.add(gazetteer.locate(place)
        .map(found -> place.withPoint(found.point(), found.precision()))
        .orElse(place));
  }

  /// Whether the second town is what the first lies in: much larger and near.
  private boolean qualifies(String first, String second) {
    Optional<Located> small = gazetteer.town(first, in());
    Optional<Located> large = gazetteer.town(second, in());
    return small.isPresent() && large.isPresent()
        && small.get().precision().hasDistance() && large.get().precision().hasDistance()
        && gazetteer.people(first, in()) * 10 < gazetteer.people(second, in())
        && small.get().point().distanceKm(large.get().point()) < QUALIFIES_KM;
  }
}
