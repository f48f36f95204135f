package org.metier.match;

import java.util.List;
import org.metier.match.feature.FeatureExtractor;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.VacancyRow;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Vacancies at hand as candidates; reading one costs an analysis of its text.
record GivenVacancies(List<Vacancy> vacancies, FeatureExtractor extractor) implements Candidates {
  GivenVacancies {
    vacancies = List.copyOf(vacancies);
  }

  @Override
  public int size() {
    return vacancies.size();
  }

  @Override
  public void read(int candidate, VacancyRow row) {
    row.read(extractor.bytes(vacancies.get(candidate)), 0);
  }

  @Override
  public VacancyId id(int candidate) {
    return vacancies.get(candidate).id();
  }

  @Override
  public Vacancy vacancy(int candidate) {
    return vacancies.get(candidate);
  }
}
