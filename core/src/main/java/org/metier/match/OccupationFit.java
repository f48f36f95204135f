package org.metier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;

/// How near the vacancy's occupations are to those that the person held and wants.
///
/// @param held the nearest pair of one held and one of the vacancy; null when one side has none
/// @param wanted the same for what the person wants
/// @param codeConfidence how sure the vacancy's first occupation is, 0 to 1; NaN without one that the
///     taxonomy knows
record OccupationFit(@Nullable Pair held, @Nullable Pair wanted, double codeConfidence) {

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

  static OccupationFit of(VacancyRow vacancy, Nearness nearness) {
    Pair held = null;
    Pair wanted = null;
    for (int i = 0; i < vacancy.codeCount(); i++) {
      Nearness.Pairs pairs = nearness.of(vacancy.code(i));
      held = nearest(held, pairs.held());
      wanted = nearest(wanted, pairs.wanted());
    }
    return new OccupationFit(held, wanted, vacancy.codeConfidence());
  }

  private static @Nullable Pair nearest(@Nullable Pair before, List<Pair> pairs) {
    Pair nearest = before;
    for (int i = 0; i < pairs.size(); i++) {
      nearest = Pair.nearer(nearest, pairs.get(i));
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

  /// Whether to speak of the wish: when it is at least as near as what was held.
  boolean isWanted() {
    return wanted != null
        && (held == null || Double.compare(wanted.distance, held.distance) <= 0);
  }
}
