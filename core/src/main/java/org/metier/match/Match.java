package org.metier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.condition.ConditionCheck;
import org.metier.match.condition.RegulatedProfession;
import org.metier.match.feature.FeatureShare;
import org.metier.match.reason.Question;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;
import org.metier.match.reason.SideScore;
import org.metier.match.reason.SideSplit;
import org.metier.vacancy.Vacancy;

/// A vacancy that was scored for a profile, with the reasons that add up to the score. Immutable.
///
/// Two sums hold to within [#TOLERANCE]: `base` plus the reasons' contributions is `score`; fitness,
/// interest and `rest` are `score`.
///
/// @param profileId whose match this is
/// @param score unbounded; higher is better, and comparable between matches of one model, policy and prices only
/// @param base the score of nobody in particular
/// @param fitness how well the person can do the work
/// @param interest how well the work is what the person wants
/// @param rest what is neither: freshness, policy, the crowd, the model's offset, and any side that Metier
///     abstains from
/// @param split how the score was split into these three
/// @param reasons strongest first, by absolute contribution
/// @param features what the model saw and what it made of it, in the order of [org.metier.match.feature.Feature]
/// @param conditions those that apply to this pair
/// @param regulated null when nothing says that the work is a regulated profession
/// @param questions whose answers could move the score, most first
public record Match(String profileId, Vacancy vacancy, double score, double base,
    SideScore fitness, SideScore interest, double rest, SideSplit split, List<Reason> reasons,
    List<FeatureShare> features, List<ConditionCheck> conditions,
    @Nullable RegulatedProfession regulated, List<Question> questions) {
  /// How far rounding may take a sum from the score.
  public static final double TOLERANCE = 1e-9;

  public Match {
    reasons = List.copyOf(reasons);
    features = List.copyOf(features);
    conditions = List.copyOf(conditions);
    questions = List.copyOf(questions);
    double sum = base;
    for (Reason reason : reasons) {
      sum += reason.contribution();
    }
    requireSum(vacancy, "reasons", sum, score);
    requireSum(vacancy, "parts", fitness.summand() + interest.summand() + rest, score);
  }

  private static void requireSum(Vacancy vacancy, String what, double sum, double score) {
    if (!(Math.abs(sum - score) <= TOLERANCE)) {
      throw new IllegalArgumentException("the " + what + " of " + vacancy.id() + " add up to " + sum
          + ", but the score is " + score);
    }
  }

  /// The reasons of one side, strongest first.
  public List<Reason> reasons(Side side) {
    return reasons.stream().filter(reason -> reason.side() == side).toList();
  }
}
