package org.metier.allocation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a portal keeps of its open offers from one request, or night, to the next. Immutable; equal
/// states are equal bytes once written, since offers are kept by vacancy and then by person.
///
/// @param offers each vacancy and person once
public record OpenOffers(List<OpenOffer> offers) {
  /// No offer at all.
  public static final OpenOffers NONE = new OpenOffers(List.of());

  public OpenOffers {
    offers = offers.stream()
        .sorted(Comparator.comparing(OpenOffer::vacancy).thenComparing(OpenOffer::person))
        .toList();
    Set<List<String>> known = HashSet.newHashSet(offers.size());
    for (OpenOffer offer : offers) {
      if (!known.add(List.of(offer.vacancy(), offer.person()))) {
        throw new IllegalArgumentException(
            "vacancy \"" + offer.vacancy() + "\" is offered to one person twice");
      }
    }
  }
}
