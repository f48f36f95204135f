package org.metier.benchmarks.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Language;

/// Made-up towns of five countries, larger ones drawn more often. A town is a place with coordinates.
final class Towns {
  private static final int PER_COUNTRY = 600;
  private static final Zipf SIZE = new Zipf(PER_COUNTRY, 0.8);

  private record Country(String code, double south, double west, double height, double width) {}

  private final List<List<Place>> towns = new ArrayList<>();

  Towns(long seed) {
    var random = new Random(seed);
    for (Language language : Language.values()) {
      Country country = country(language);
      List<Place> places = new ArrayList<>();
      for (int town = 0; town < PER_COUNTRY; town++) {
        GeoPoint point = new GeoPoint(country.south + random.nextDouble() * country.height,
            country.west + random.nextDouble() * country.width);
        places
            .add(new Place("Town" + town, null, null, country.code, point, PlacePrecision.ADDRESS));
      }
      towns.add(places);
    }
  }

  /// A country about the size of one where the language is spoken.
  private static Country country(Language language) {
    return switch (language) {
      case EN -> new Country("IE", 51.5, -10, 3.5, 4);
      case FR -> new Country("FR", 43, -1, 7, 7);
      case NL -> new Country("NL", 51, 4, 2.3, 2.8);
      case PL -> new Country("PL", 49.5, 15, 4.5, 8);
      case DE -> new Country("DE", 47.8, 6.5, 6.5, 7.5);
    };
  }

  Place draw(Language language, RandomGenerator random) {
    return towns.get(language.ordinal()).get(SIZE.draw(random));
  }
}
