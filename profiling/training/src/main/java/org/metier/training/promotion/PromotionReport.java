package org.metier.training.promotion;

import java.util.Collection;
import org.metier.match.model.RankerModel;
import org.metier.training.judgment.PeopleGroups;
import org.metier.vacancy.Vacancy;

/// All that is to be known of a candidate before it serves, as it is written to a file: pseudonyms and ids, and no
/// word of a profile. Equal input gives an equal report.
///
/// @param candidateSha256 hash of the candidate's model file
/// @param inServiceSha256 hash of the model that serves
public record PromotionReport(String candidateSha256, String inServiceSha256, boolean isPassed,
    PromotionBounds bounds, PromotionGate gate, RankerComparison comparison, FlipReport flips) {
  /// People that the flip report lists.
  private static final int FLIPS = 100;

  /// Measures both rankers and holds the candidate against the bounds. Some seconds for thousands of people.
  public static PromotionReport of(RankerModel candidate, RankerModel inService,
      HeldOutPeople heldOut, Collection<Vacancy> vacancies, PeopleGroups groups,
      PromotionBounds bounds) {
    RankerComparison comparison = RankerComparison.of(candidate, inService, heldOut, vacancies,
        groups, bounds.topTenKeptAtLeast());
    PromotionGate gate = PromotionGate.of(comparison, bounds);
    return new PromotionReport(candidate.sha256(), inService.sha256(), gate.isPassed(), bounds,
        gate, comparison, FlipReport.of(candidate, inService, heldOut, FLIPS));
  }
}
