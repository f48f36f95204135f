package org.metier.match;

import java.util.List;
import org.metier.match.feature.Comparer;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// One profile and the vacancies that are candidates for it.
///
/// @param row to read into
record VacancyPairs(CompetenceProfile person, Comparer comparer, Candidates candidates,
    VacancyRow row) implements Pairs<VacancyId> {

  @Override
  public int size() {
    return candidates.size();
  }

  @Override
  public void features(int pair, double[] rows, int from) {
    candidates.read(pair, row);
    comparer.features(row, rows, from);
  }

  @Override
  public List<Reason> reasons(int pair, Vacancy vacancy, double[] contributions) {
    candidates.read(pair, row);
    return comparer.reasons(row, vacancy, contributions);
  }

  @Override
  public CompetenceProfile profile(int pair) {
    return person;
  }

  @Override
  public VacancyId vacancyId(int pair) {
    return candidates.id(pair);
  }

  @Override
  public Vacancy vacancy(int pair) {
    return candidates.vacancy(pair);
  }

  @Override
  public VacancyId key(int pair) {
    return candidates.id(pair);
  }
}
