package org.metier.place;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Regions while a gazetteer is being compiled: those that ship with Metier, and those of imported files.
/// Not thread-safe.
final class Regions {
  /// Fewer towns say less about where a region's people live than the table that ships with Metier.
  private static final int MIN_TOWNS = 3;
  private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,3}");
  private static final Pattern PREFIX = Pattern.compile("^(?:Prov\\.|Miasto) ");

  private final List<PlaceDraft> all = new ArrayList<>();
  private final Map<String, PlaceDraft> byCode = new HashMap<>();
  private final Map<String, PlaceDraft> byAdmin1 = new HashMap<>();
  private final IdentityHashMap<PlaceDraft, GeoPoint> stated = new IdentityHashMap<>();

  /// The regions that ship with Metier.
  static Regions builtIn() {
    Regions regions = new Regions();
    try (InputStream table = Regions.class.getResourceAsStream("regions.csv")) {
      if (table == null) {
        throw new IllegalStateException("metier-core lacks its resource place/regions.csv");
      }
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
          .ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : rows) {
          regions.addBuiltIn(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the resource place/regions.csv cannot be read", e);
    }
    return regions;
  }

  private void addBuiltIn(NamedCsvRecord row) {
    String country = row.getField("country");
    List<String> names = List.of(row.getField("names").split("\\|"));
    PlaceDraft region = create(country, names.getFirst());
    names.forEach(name -> region.name('r', name));
    for (String code : row.getField("codes").split("\\|")) {
      code(region, code);
    }
    if (!row.getField("admin1").isEmpty()) {
      byAdmin1.put(country + ":" + row.getField("admin1"), region);
    }
    stated.put(region, new GeoPoint(Double.parseDouble(row.getField("latitude")),
        Double.parseDouble(row.getField("longitude"))));
  }

  /// Adds what a file says about a region to what is known about it.
  ///
  /// @param code NUTS or national; null when there is none
  /// @param admin1 GeoNames' code of a first-level division; null when there is none
  PlaceDraft add(String country, Collection<String> names, @Nullable String code,
      @Nullable String admin1, @Nullable GeoPoint point) {
    PlaceDraft known = code == null ? null : byCode.get(qualified(country, code));
    if (known == null && admin1 != null) {
      known = byAdmin1.get(country + ":" + admin1);
    }
    PlaceDraft region = known == null ? create(country, names.iterator().next()) : known;
    if (code != null) {
      code(region, code);
    }
    if (admin1 != null) {
      byAdmin1.putIfAbsent(country + ":" + admin1, region);
    }
    names.forEach(name -> region.name('r', name));
    if (point != null) {
      stated.putIfAbsent(region, point);
    }
    return region;
  }

  /// Puts a region into a larger one, unless it has its place already.
  void nest(PlaceDraft region, @Nullable PlaceDraft larger) {
    if (region.around == null && larger != null && !larger.isWithin(region)) {
      region.around = larger;
    }
  }

  private PlaceDraft create(String country, String name) {
    PlaceDraft region = new PlaceDraft(PlacePrecision.REGION, name, country);
    all.add(region);
    return region;
  }

  private void code(PlaceDraft region, String code) {
    String qualified = qualified(region.country, code);
    region.codes.add(qualified);
    region.keys.add('k' + qualified);
    byCode.putIfAbsent(qualified, region);
  }

  /// A NUTS code as it is; another one behind its country: `FR:69` for `69` and for `FR-69`.
  static String qualified(String country, String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    if (upper.startsWith(country + "-")) {
      return country + ":" + upper.substring(3);
    }
    boolean isNuts = NUTS.matcher(upper).matches() && (upper.startsWith(country)
        || (country.equals("GR") && upper.startsWith("EL"))
        || (country.equals("GB") && upper.startsWith("UK")));
    return isNuts ? upper : country + ":" + upper;
  }

  @Nullable
  PlaceDraft withCode(String country, String code) {
    return byCode.get(qualified(country, code));
  }

  /// The region of GeoNames' code; one without a name of its own is made when a file only has the code.
  @Nullable
  PlaceDraft withAdmin1(String country, String admin1) {
    return admin1.isEmpty()
        ? null
        : byAdmin1.computeIfAbsent(country + ":" + admin1, key -> create(country, admin1));
  }

  /// Says which region lies in which. A NUTS code begins with the code of the region around it.
  void nest() {
    IdentityHashMap<PlaceDraft, String> nuts = new IdentityHashMap<>();
    for (PlaceDraft region : all) {
      region.codes.stream()
          .filter(c -> c.indexOf(':') < 0)
          .findFirst()
          .ifPresent(code -> nuts.put(region, code));
    }
    nuts.forEach((region, code) -> {
      for (int length = code.length() - 1; length > 2 && region.around == null; length--) {
        PlaceDraft larger = byCode.get(code.substring(0, length));
        region.around = larger == null || larger.isWithin(region) ? null : larger;
      }
    });
  }

  /// Gives each region a point: where the people of its towns live; else what a file or the built-in
  /// table says; else the middle of the regions within; else a town of its name; else the point of the
  /// region around it.
  ///
  /// @return those that got one
  List<PlaceDraft> settle(Collection<PlaceDraft> towns, Map<String, PlaceDraft> largestOfName) {
    IdentityHashMap<PlaceDraft, Mean> means = new IdentityHashMap<>();
    for (PlaceDraft town : towns) {
      for (PlaceDraft r = town.around; r != null; r = r.around) {
        means.computeIfAbsent(r, k -> new Mean()).add(town);
        r.population = (int) Math.min(Integer.MAX_VALUE, (long) r.population + town.population);
      }
    }
    List<PlaceDraft> deepestFirst = all.stream()
        .sorted(Comparator.comparingInt(PlaceDraft::depth).reversed())
        .toList();
    IdentityHashMap<PlaceDraft, Mean> within = new IdentityHashMap<>();
    for (PlaceDraft region : deepestFirst) {
      Mean mean = means.get(region);
      GeoPoint point = mean != null && mean.count() >= MIN_TOWNS ? mean.point() : null;
      point = point == null ? stated.get(region) : point;
      point = point == null && within.containsKey(region) ? within.get(region).point() : point;
      point = point == null && mean != null ? mean.point() : point;
      region.point = point == null ? ofName(region, largestOfName) : point;
      if (region.point != null && region.around != null) {
        within.computeIfAbsent(region.around, k -> new Mean()).add(region);
      }
    }
    for (PlaceDraft region : deepestFirst.reversed()) {
      if (region.point == null && region.around != null) {
        region.point = region.around.point;
      }
    }
    return all.stream().filter(r -> r.point != null).toList();
  }

  /// `Augsburg, Kreisfreie Stadt` and `Prov. Antwerpen` are where Augsburg and Antwerpen are.
  private static @Nullable GeoPoint ofName(PlaceDraft region,
      Map<String, PlaceDraft> largestOfName) {
    String plain = PREFIX.matcher(region.name).replaceFirst("").replaceFirst(",.*", "");
    PlaceDraft town = largestOfName.get(region.country + PlaceName.fold(plain));
    return town == null ? null : town.point;
  }

  /// Where people live on average.
  static final class Mean {
    private static final int LEAST_PEOPLE = 100;

    private double latitude;
    private double longitude;
    private double weight;
    private int count;

    void add(PlaceDraft place) {
      if (place.point != null) {
        double people = Math.max(LEAST_PEOPLE, place.population);
        latitude += people * place.point.latitude();
        longitude += people * place.point.longitude();
        weight += people;
        count++;
      }
    }

    int count() {
      return count;
    }

    /// Only of places that are not on both sides of the date line.
    GeoPoint point() {
      return new GeoPoint(latitude / weight, longitude / weight);
    }
  }
}
