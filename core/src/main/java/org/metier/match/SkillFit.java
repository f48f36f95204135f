package org.metier.match;

import org.metier.match.internal.IntTable;

/// How many of the demanded skills the profile shows.
///
/// @param weightedShare share of the demands' weight that the profile shows, 0 to 1; NaN when nothing
///     is demanded or the profile shows no skill at all
/// @param statedShare the same, counting only what the person confirmed or a document states
/// @param askedShare share of the asked skills that the profile shows, 0 to 1; NaN as above, or when
///     none is asked
/// @param missing number of asked skills that the profile does not show
/// @param shared number of skills that the profile shows
record SkillFit(double weightedShare, double statedShare, double askedShare, int missing,
    int shared) {

  static SkillFit of(DemandList demands, ProfileView profile) {
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
      return new SkillFit(Double.NaN, Double.NaN, Double.NaN, missing, shared);
    }
    double askedShare = asked == 0 ? Double.NaN : (double) (asked - missing) / asked;
    return new SkillFit(had / all, stated / all, askedShare, missing, shared);
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
