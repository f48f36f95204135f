package org.metier.audit;

import java.util.List;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.VacancyRow;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Vacancies as they were when they were shown, to be scored again; not to be explained, since their texts are not kept.
record RecordedCandidates(List<RankingInputs.Candidate> shown) implements Candidates {
  @Override
  public int size() {
    return shown.size();
  }

  @Override
  public void read(int candidate, VacancyRow row) {
    row.read(shown.get(candidate).bytes(), 0);
  }

  @Override
  public VacancyId id(int candidate) {
    return VacancyId.parse(shown.get(candidate).id());
  }

  @Override
  public Vacancy vacancy(int candidate) {
    throw new IllegalStateException(
        "the whole vacancy " + id(candidate) + " is not kept with a decision");
  }
}
