package org.metier.advice;

import org.metier.vacancy.Vacancy;

/// What a person wants to get to.
public sealed interface Target {
  /// An occupation.
  ///
  /// @param uri of an occupation in the taxonomy
  record WantedOccupation(String uri) implements Target {}

  /// One vacancy, open or not.
  record WantedVacancy(Vacancy vacancy) implements Target {}

  static Target occupation(String uri) {
    return new WantedOccupation(uri);
  }

  static Target vacancy(Vacancy vacancy) {
    return new WantedVacancy(vacancy);
  }
}
