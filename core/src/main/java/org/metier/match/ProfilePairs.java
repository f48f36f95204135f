package org.metier.match;

import java.util.List;
import org.metier.match.feature.Comparer;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;
import org.metier.profile.CompetenceProfile;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// One vacancy and the profiles that are candidates for it.
///
/// @param row of the vacancy
/// @param comparers one per profile
record ProfilePairs(Vacancy position, VacancyRow row, List<CompetenceProfile> profiles,
    List<Comparer> comparers) implements Pairs<String> {

  @Override
  public int size() {
    return profiles.size();
  }

  @Override
  public void features(int pair, double[] rows, int from) {
    comparers.get(pair).features(row, rows, from);
  }

  @Override
  public List<Reason> reasons(int pair, Vacancy vacancy, double[] contributions) {
    return comparers.get(pair).reasons(row, vacancy, contributions);
  }

  @Override
  public CompetenceProfile profile(int pair) {
    return profiles.get(pair);
  }

  @Override
  public VacancyId vacancyId(int pair) {
    return position.id();
  }

  @Override
  public Vacancy vacancy(int pair) {
    return position;
  }

  @Override
  public String key(int pair) {
    return profiles.get(pair).id();
  }
}
