package org.metier.match.feature;

import org.metier.match.internal.IntTable;

/// How many of the demanded skills the profile shows.
///
/// @param weightedShare share of the demands' weight that the profile shows, 0 to 1; NaN when nothing
///     is demanded or the profile shows no skill at all
/// @param statedShare the same, counting only what the person confirmed or a document states
/// @param smoothedShare like the first, but of the demands' weight and that of [#USUAL] usual skills more, which
///     count as not shown: one of one says less than eight of ten, and nothing of nothing is 0
/// @param smoothedStatedShare the same, counting only what the person confirmed or a document states
/// @param askedShare share of the asked skills that the profile shows, 0 to 1; NaN as above, or when
///     none is asked
/// @param missing number of asked skills that the profile does not show
/// @param shared number of skills that the profile shows
record SkillFit(double weightedShare, double statedShare, double smoothedShare,
    double smoothedStatedShare, double askedShare, int missing, int shared) {
  /// So many more skills than it names a vacancy is taken to ask for.
  private static final int USUAL = 4;

  /// @param usualWeight of one demand, above 0
  static SkillFit of(DemandList demands, ProfileView profile, double usualWeight) {
    double all = 0;
    double had = 0;
    double stated = 0;
    int asked = 0;
    int shared = 0;
    int missing = 0;
    for (int i = 0; i < demands.size(); i++) {
      double weight = demands.weight(i);
      int competence = profile.skills().of(demands.skill(i));
      all += weight;
      asked += demands.isAsked(i) ? 1 : 0;
      if (competence != IntTable.ABSENT) {
        had += weight;
        stated += profile.isStated(competence) ? weight : 0;
        shared++;
      } else if (demands.isAsked(i)) {
        missing++;
      }
    }
    if (profile.skills().isEmpty() || demands.size() == 0) {
      return new SkillFit(Double.NaN, Double.NaN, 0, 0, Double.NaN, missing, shared);
    }
    double askedShare = asked == 0 ? Double.NaN : (double) (asked - missing) / asked;
    double smoothed = all + USUAL * usualWeight;
    return new SkillFit(had / all, stated / all, had / smoothed, stated / smoothed, askedShare,
        missing, shared);
  }

  /// @return 0 to 20; NaN when nothing could be compared
  double missingCount() {
    return Double.isNaN(weightedShare) ? Double.NaN : Math.min(20, missing);
  }

  /// @return 0 to 20; NaN when nothing could be compared
  double sharedCount() {
    return Double.isNaN(weightedShare) ? Double.NaN : Math.min(20, shared);
  }
}
