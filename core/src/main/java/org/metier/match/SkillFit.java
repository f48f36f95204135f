package org.metier.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metier.profile.Competence;

/// Which of the demanded skills the profile shows.
///
/// @param shared heaviest first
/// @param missing URIs of asked skills that the profile does not show, heaviest first
/// @param weightedShare share of the demands' weight that the profile shows, 0 to 1; NaN when nothing
///     is demanded or the profile shows no skill at all
/// @param statedShare the same, counting only what the person confirmed or a document states
/// @param askedShare share of the asked skills that the profile shows, 0 to 1; NaN as above, or when
///     none is asked
record SkillFit(List<Reason.SharedSkill> shared, List<String> missing, double weightedShare,
    double statedShare, double askedShare) {

  static SkillFit of(List<Demands.Demand> demands, Map<Integer, Competence> skills) {
    List<Reason.SharedSkill> shared = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    double all = 0;
    double had = 0;
    double stated = 0;
    int asked = 0;
    for (Demands.Demand demand : demands) {
      Competence competence = skills.get(demand.skill());
      all += demand.weight();
      asked += demand.isAsked() ? 1 : 0;
      if (competence != null) {
        had += demand.weight();
        stated += competence.origin() == Competence.Origin.IMPLIED ? 0 : demand.weight();
        shared.add(
            new Reason.SharedSkill(demand.uri(), competence.evidence(), demand.evidence()));
      } else if (demand.isAsked()) {
        missing.add(demand.uri());
      }
    }
    if (skills.isEmpty() || demands.isEmpty()) {
      return new SkillFit(shared, missing, Double.NaN, Double.NaN, Double.NaN);
    }
    double askedShare = asked == 0 ? Double.NaN : (double) (asked - missing.size()) / asked;
    return new SkillFit(shared, missing, had / all, stated / all, askedShare);
  }

  /// @return 0 to 20; NaN when nothing could be compared
  double missingCount() {
    return Double.isNaN(weightedShare) ? Double.NaN : Math.min(20, missing.size());
  }

  /// @return 0 to 20; NaN when nothing could be compared
  double sharedCount() {
    return Double.isNaN(weightedShare) ? Double.NaN : Math.min(20, shared.size());
  }
}
