package org.metier.benchmarks.retrieval;

import java.util.Objects;
import java.util.Set;
import org.metier.index.VacancyFilter;
import org.metier.profile.CompetenceProfile;
import org.metier.text.Language;
import org.metier.work.Contract;

/// How narrow a filter is.
public enum Reach {
  /// What is open now.
  OPEN,
  /// Of that, what is in the person's country and language, for one of two contracts.
  COUNTRY,
  /// Of that, what is within 50 km of the person.
  NEAR;

  VacancyFilter filter(CompetenceProfile profile) {
    VacancyFilter.Builder filter = VacancyFilter.builder();
    var place = Objects.requireNonNull(profile.place(), "a profile with a place");
    if (this != OPEN) {
      Language language = Objects.requireNonNull(profile.language(), "a profile with a language");
      filter.languages(Set.of(language))
          .countries(Set.of(Objects.requireNonNull(place.country())))
          .contracts(Set.of(Contract.PERMANENT, Contract.FIXED_TERM));
    }
    if (this == NEAR) {
      filter.near(Objects.requireNonNull(place.point()), 50);
    }
    return filter.build();
  }
}
