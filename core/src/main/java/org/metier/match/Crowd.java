package org.metier.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.Prices;
import org.metier.match.reason.Reason;
import org.metier.vacancy.VacancyId;

/// The vacancies that lose by being crowded, at hand for a look-up a pair. Immutable.
///
/// @param losing id of the vacancy to what it loses, none of them nothing
record Crowd(Map<String, Reason.Crowding> losing) {
  static final Crowd NONE = new Crowd(Map.of());

  static Crowd of(Prices prices) {
    Map<String, Reason.Crowding> losing = new HashMap<>();
    prices.byVacancy().forEach((vacancy, price) -> {
      if (price > 0) {
        losing.put(vacancy, new Reason.Crowding(prices.id(), prices.contribution(vacancy)));
      }
    });
    return losing.isEmpty() ? NONE : new Crowd(losing);
  }

  boolean isEmpty() {
    return losing.isEmpty();
  }

  /// @return empty where the price is 0, and for a vacancy without a price
  Optional<Reason.Crowding> at(VacancyId vacancy) {
    Reason.@Nullable Crowding crowding = losing.get(vacancy.toString());
    return Optional.ofNullable(crowding);
  }
}
