package org.metier.match.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;

/// How near the vacancy's occupations are to those that the person held and wants.
///
/// @param held the nearest pair of one held and one of the vacancy; null when one side has none
/// @param wanted the same for what the person wants
/// @param heldNearness how near occupations of both sides are, as far as both are sure: the most of the nearness
///     of a pair times how sure the vacancy's occupation is, 0 to 1; 0 without a pair, for nothing speaks for it
/// @param wantedNearness the same for what the person wants
/// @param codeConfidence how sure the vacancy's first occupation is, 0 to 1; NaN without one that the
///     taxonomy knows
record OccupationFit(@Nullable Pair held, @Nullable Pair wanted, double heldNearness,
    double wantedNearness, double codeConfidence) {

  /// One occupation of each side.
  ///
  /// @param ofPerson place of the person's among those held, or among those wanted
  /// @param ofVacancy number of the vacancy's
  /// @param distance 0 for the same to 5 for nothing in common, see
  ///     [org.metier.taxonomy.Taxonomy#iscoDistance]; NaN when the taxonomy has no code for one
  /// @param skillOverlap 0 to 1, the most of any pair; NaN when one has no skills
  /// @param confidence in the person's code, 0 to 1; 1 for a wish
  record Pair(int ofPerson, int ofVacancy, double distance, double skillOverlap,
      double confidence) {
    /// By distance: the same, the same unit group, and so on.
    private static final double[] NEARNESS = {1, 0.7, 0.4, 0.2, 0.1, 0};

    /// The larger of the overlap and what the distance stands for, times how sure the person's code is, 0 to 1.
    double nearness() {
      double byCode = Double.isNaN(distance) ? 0 : NEARNESS[(int) distance];
      double bySkills = Double.isNaN(skillOverlap) ? 0 : skillOverlap;
      return confidence * Math.max(byCode, bySkills);
    }

    /// The nearer of two, with the larger overlap of both.
    static Pair nearer(@Nullable Pair a, Pair b) {
      if (a == null) {
        return b;
      }
      int order = Double.compare(b.distance, a.distance);
      boolean isNearer = order < 0 || (order == 0 && b.skillOverlap > a.skillOverlap);
      Pair nearest = isNearer ? b : a;
      double overlap = Double.isNaN(a.skillOverlap)
          ? b.skillOverlap
          : Double.isNaN(b.skillOverlap)
              ? a.skillOverlap
              : Math.max(a.skillOverlap, b.skillOverlap);
      return new Pair(nearest.ofPerson, nearest.ofVacancy, nearest.distance, overlap,
          nearest.confidence);
    }
  }

  static OccupationFit of(VacancyRow vacancy, Nearness.Fit fit) {
    double held = 0;
    double wanted = 0;
    for (int i = 0; i < vacancy.codeCount(); i++) {
      held = Math.max(held, vacancy.codeConfidence(i) * fit.nearness()[i]);
      wanted = Math.max(wanted,
          vacancy.codeConfidence(i) * fit.nearness()[vacancy.codeCount() + i]);
    }
    return new OccupationFit(fit.held(), fit.wanted(), held, wanted,
        vacancy.codeCount() == 0 ? Double.NaN : vacancy.codeConfidence(0));
  }

  static @Nullable Pair nearest(@Nullable Pair before, List<Pair> pairs) {
    Pair nearest = before;
    for (Pair pair : pairs) {
      nearest = Pair.nearer(nearest, pair);
    }
    return nearest;
  }

  static double distance(@Nullable Pair pair) {
    return pair == null ? Double.NaN : pair.distance;
  }

  static double skillOverlap(@Nullable Pair pair) {
    return pair == null ? Double.NaN : pair.skillOverlap;
  }

  double heldConfidence() {
    return held == null ? Double.NaN : held.confidence;
  }
}
