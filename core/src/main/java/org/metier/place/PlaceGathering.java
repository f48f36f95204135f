package org.metier.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Collects what files say about places and joins it: towns of several files, communes without
/// coordinates to towns of their name, postcodes to what lies in them. Not thread-safe.
final class PlaceGathering {
  /// Two towns of one name are one when they are nearer than this.
  private static final double SAME_KM = 3;
  /// A built-in town's other names belong to the town of one of its names so far from it.
  private static final double SAME_BUILT_IN_KM = 15;
  private static final Pattern DISTRICT = Pattern
      .compile(" \\d+(?:er?|e?me)?(?: arrondissement)?$");

  /// A postcode's row that has no coordinates of its own waits until all towns are known.
  private record Commune(String country, String postcode, List<String> names, String code) {}

  private final Regions regions = Regions.builtIn();
  private final Map<String, List<PlaceDraft>> towns = new HashMap<>();
  private final List<PlaceDraft> all = new ArrayList<>();
  private final List<Commune> communes = new ArrayList<>();
  private final Map<String, Regions.Mean> postcodes = new TreeMap<>();
  private final Map<String, PlaceDraft> postcodeTown = new HashMap<>();
  private int unlocated;

  Regions regions() {
    return regions;
  }

  /// Adds a town, or what is new about it.
  ///
  /// @param region null when unknown
  PlaceDraft town(Collection<String> names, String country, @Nullable PlaceDraft region,
      int population, GeoPoint point) {
    String name = names.iterator().next();
    PlaceDraft town = near(name, country, point, SAME_KM);
    if (town == null) {
      town = new PlaceDraft(PlacePrecision.TOWN, name, country);
      town.point = point;
      all.add(town);
    }
    town.population = Math.max(town.population, population);
    town.around = town.around == null ? region : town.around;
    for (String given : names) {
      town.name('n', given);
      for (String key : PlaceName.keys(given)) {
        List<PlaceDraft> sameName = towns.computeIfAbsent(country + key, k -> new ArrayList<>(1));
        if (!sameName.contains(town)) {
          sameName.add(town);
        }
      }
    }
    return town;
  }

  private @Nullable PlaceDraft near(String name, String country, GeoPoint point, double km) {
    for (PlaceDraft other : towns.getOrDefault(country + PlaceName.fold(name), List.of())) {
      if (other.point != null && other.point.distanceKm(point) < km) {
        return other;
      }
    }
    return null;
  }

  /// Adds the names that a town has in other languages, or the town when it is new.
  void builtIn(List<String> names, String country, GeoPoint point) {
    for (String name : names) {
      PlaceDraft known = near(name, country, point, SAME_BUILT_IN_KM);
      if (known != null) {
        List<String> all = new ArrayList<>(List.of(known.name));
        all.addAll(names);
        town(all, country, null, 0, located(known));
        return;
      }
    }
    town(names, country, null, 0, point);
  }

  private static GeoPoint located(PlaceDraft town) {
    return java.util.Objects.requireNonNull(town.point, town.name);
  }

  /// Adds a place with a postcode and coordinates.
  void postcode(String country, String postcode, PlaceDraft town, GeoPoint point) {
    String key = "p" + country + plainPostcode(postcode);
    PlaceDraft spot = new PlaceDraft(PlacePrecision.POSTCODE, town.name, country);
    spot.point = point;
    spot.population = town.population;
    postcodes.computeIfAbsent(key, k -> new Regions.Mean()).add(spot);
    postcodeTown.merge(key, town, (a, b) -> b.population > a.population ? b : a);
  }

  /// Adds a commune of which the coordinates are unknown.
  void commune(String country, String postcode, List<String> names, String code) {
    communes.add(new Commune(country, postcode, names, code));
  }

  static String plainPostcode(String postcode) {
    return postcode.replaceAll("[\\s-]+", "").toUpperCase(Locale.ROOT);
  }

  /// Rows whose place nothing tells, after [#finish].
  int unlocated() {
    return unlocated;
  }

  /// All places with a point.
  List<PlaceDraft> finish() {
    regions.nest();
    List<Commune> homeless = communes.stream().filter(c -> !join(c)).toList();
    Map<String, PlaceDraft> largest = new HashMap<>();
    towns.forEach((key, list) -> list.forEach(t -> largest.merge(key, t,
        (a, b) -> b.population > a.population ? b : a)));
    List<PlaceDraft> places = new ArrayList<>(all);
    List<PlaceDraft> settled = regions.settle(all, largest);
    Set<PlaceDraft> known = new LinkedHashSet<>(settled);
    all.forEach(town -> town.around = known.contains(town.around) ? town.around : null);
    places.addAll(settled);
    Map<String, PlaceDraft> areas = areas();
    Map<String, PlaceDraft> byCode = new TreeMap<>();
    for (Commune commune : homeless) {
      homeless(commune, areas, byCode);
    }
    places.addAll(areas.values());
    places.addAll(byCode.values());
    places.addAll(countries());
    return places;
  }

  /// Joins a commune to the town of its name in its department; a district to its town.
  private boolean join(Commune commune) {
    PlaceDraft department = department(commune);
    for (String name : commune.names) {
      String folded = PlaceName.fold(name);
      PlaceDraft town = within(commune.country + folded, department);
      if (town == null) {
        String whole = DISTRICT.matcher(folded).replaceFirst("");
        town = within(commune.country + whole, department);
      }
      if (town != null) {
        town.around = department == null ? town.around : department;
        if (!commune.code.isEmpty()) {
          town.keys.add("c" + commune.country + commune.code);
        }
        postcode(commune.country, commune.postcode, town, located(town));
        return true;
      }
    }
    return false;
  }

  private @Nullable PlaceDraft within(String key, @Nullable PlaceDraft department) {
    PlaceDraft best = null;
    for (PlaceDraft town : towns.getOrDefault(key, List.of())) {
      boolean agrees = department == null || town.around == null
          || department.isWithin(town.around);
      if (agrees && (best == null || town.population > best.population)) {
        best = town;
      }
    }
    return best;
  }

  /// The first two digits of an INSEE code are the department's number; overseas it is three.
  private @Nullable PlaceDraft department(Commune commune) {
    if (!commune.country.equals("FR") || commune.code.length() != 5) {
      return null;
    }
    int digits = commune.code.startsWith("97") ? 3 : 2;
    return regions.withCode("FR", commune.code.substring(0, digits));
  }

  private Map<String, PlaceDraft> areas() {
    Map<String, PlaceDraft> areas = new TreeMap<>();
    postcodes.forEach((key, mean) -> {
      PlaceDraft town = java.util.Objects.requireNonNull(postcodeTown.get(key));
      // One town's middle is where that town lies, not where its many postcodes do.
      boolean isOfTown = mean.count() == 1 && town.point != null
          && mean.point().distanceKm(town.point) < 0.001;
      PlaceDraft area = new PlaceDraft(
          isOfTown ? PlacePrecision.TOWN : PlacePrecision.POSTCODE, town.name, town.country);
      area.point = mean.point();
      area.population = town.population;
      area.around = town.around;
      area.keys.add(key);
      areas.put(key, area);
    });
    return areas;
  }

  /// A commune of which no file has coordinates lies where its postcode does, else in its department.
  private void homeless(Commune commune, Map<String, PlaceDraft> areas,
      Map<String, PlaceDraft> byCode) {
    PlaceDraft area = areas.get("p" + commune.country + plainPostcode(commune.postcode));
    PlaceDraft department = department(commune);
    GeoPoint point = area != null ? area.point : department == null ? null : department.point;
    if (point == null) {
      unlocated++;
      return;
    }
    PlacePrecision precision = area != null ? PlacePrecision.POSTCODE : PlacePrecision.REGION;
    String id = commune.country + commune.code + PlaceName.fold(commune.names.getFirst());
    PlaceDraft place = byCode.computeIfAbsent(id,
        k -> new PlaceDraft(precision, commune.names.getFirst(), commune.country));
    if (place.point == null) {
      place.point = point;
      place.around = area != null ? area.around : department;
    }
    commune.names.forEach(name -> place.name('n', name));
    if (!commune.code.isEmpty()) {
      place.keys.add("c" + commune.country + commune.code);
    }
    if (area == null) {
      place.keys.add("p" + commune.country + plainPostcode(commune.postcode));
    }
  }

  private List<PlaceDraft> countries() {
    Map<String, Regions.Mean> means = new TreeMap<>();
    for (PlaceDraft town : all) {
      means.computeIfAbsent(town.country, k -> new Regions.Mean()).add(town);
    }
    List<PlaceDraft> countries = new ArrayList<>();
    means.forEach((code, mean) -> {
      PlaceDraft country = new PlaceDraft(PlacePrecision.COUNTRY,
          Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
      country.point = mean.point();
      country.keys.add("y" + code);
      countries.add(country);
    });
    return countries;
  }
}
