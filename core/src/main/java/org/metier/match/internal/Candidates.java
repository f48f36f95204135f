package org.metier.match.internal;

import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Vacancies to be ranked, of which little is looked at before it is known that they are among the best. Used
/// by one thread at a time.
///
/// All are numbered from 0 in an order that does not matter.
public interface Candidates {
  int size();

  /// What ranking needs of one, cheap.
  ///
  /// @param row to read into
  void read(int candidate, VacancyRow row);

  /// Asked only of those that score the same.
  VacancyId id(int candidate);

  /// Asked only of the best, and dear: the whole vacancy.
  Vacancy vacancy(int candidate);
}
