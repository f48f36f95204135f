package org.metier.match;

import java.util.List;
import org.metier.vacancy.Vacancy;

/// A vacancy that was scored for a profile, with the reasons that add up to the score. Immutable.
///
/// @param profileId whose match this is
/// @param score unbounded; higher is better, and comparable between matches of one model only
/// @param base the score of nobody in particular; `base` plus the reasons' contributions is `score`
/// @param reasons strongest first, by absolute contribution
public record Match(String profileId, Vacancy vacancy, double score, double base,
    List<Reason> reasons) {
  /// How far rounding may take the sum from the score.
  public static final double TOLERANCE = 1e-9;

  public Match {
    reasons = List.copyOf(reasons);
    double sum = base;
    for (Reason reason : reasons) {
      sum += reason.contribution();
    }
    if (!(Math.abs(sum - score) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "the reasons of " + vacancy.id() + " add up to " + sum + ", but the score is " + score);
    }
  }
}
