package org.metier.allocation;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// What each vacancy loses, in points of score, because many are shown it. A portal works them out at night
/// and subtracts them from the scores of the day; each is then a reason with contribution `-price`, beside
/// those of the model. Immutable, and plain enough for a JSON file: some 40 bytes a vacancy.
///
/// Prices are in the unit of one model's scores: with another model they mean nothing.
///
/// @param id names this set of prices in logs and reasons, never blank
/// @param computedAt when they were worked out
/// @param fullPrice what a vacancy that is exactly full loses, at least 0
/// @param byVacancy id of the vacancy to its price, each at least 0; sorted by id. Those that no list would
///     crowd have 0, and those that came later have none
public record Prices(String id, Instant computedAt, double fullPrice,
    Map<String, Double> byVacancy) {
  /// Takes nothing from any vacancy.
  public static final Prices NONE = new Prices("none", Instant.EPOCH, 0, Map.of());

  public Prices {
    if (id.isBlank()) {
      throw new IllegalArgumentException("prices must have an id, was blank");
    }
    requirePrice("fullPrice of prices " + id, fullPrice);
    byVacancy = Collections.unmodifiableMap(new TreeMap<>(byVacancy));
    byVacancy.forEach(
        (vacancy, price) -> requirePrice("the price of vacancy \"" + vacancy + "\"", price));
  }

  private static void requirePrice(String name, double price) {
    if (!(price >= 0 && price < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + price);
    }
  }

  /// @return empty for a vacancy that was not there when prices were worked out: it takes no part
  public OptionalDouble of(String vacancy) {
    Double price = byVacancy.get(vacancy);
    return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
  }

  /// What a price adds to a score: never more than 0, and 0 without a price.
  public double contribution(String vacancy) {
    return 0 - of(vacancy).orElse(0);
  }
}
