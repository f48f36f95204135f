package org.metier.match;

import org.metier.vacancy.VacancyId;

/// What a vacancy scores for a profile, unexplained.
///
/// @param score as [Match#score] has it
public record ScoredVacancy(VacancyId vacancy, double score) {
  public ScoredVacancy {
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException(
          "the score of " + vacancy + " must be finite, was " + score);
    }
  }
}
