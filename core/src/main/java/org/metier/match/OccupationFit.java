package org.metier.match;

import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.vacancy.OccupationCode;

/// How near the vacancy's occupations are to those that the person held and wants.
///
/// @param held the nearest pair of one held and one of the vacancy; null when one side has none
/// @param wanted the same for what the person wants
/// @param code the vacancy's first; null when it has none that the taxonomy knows
record OccupationFit(@Nullable Pair held, @Nullable Pair wanted, @Nullable OccupationCode code) {

  /// One occupation of each side.
  ///
  /// @param distance 0 for the same to 5 for nothing in common, see [Taxonomy#iscoDistance]; NaN when
  ///     the taxonomy has no code for one
  /// @param skillOverlap 0 to 1, the most of any pair; NaN when one has no skills
  /// @param confidence in the person's code, 0 to 1; 1 for a wish
  /// @param evidence null for a wish, and for a job that only the person declared
  record Pair(String ofPerson, String ofVacancy, double distance, double skillOverlap,
      double confidence, @Nullable Evidence evidence) {
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
          nearest.confidence, nearest.evidence);
    }
  }

  static OccupationFit of(ProfileView profile, VacancyView vacancy, Taxonomy taxonomy) {
    Pair held = null;
    Pair wanted = null;
    for (VacancyView.Code code : vacancy.codes()) {
      for (ProfileView.Held job : profile.held()) {
        held = Pair.nearer(held, pair(job.occupation(), code.occupation(), job.job().confidence(),
            job.job().evidence().isEmpty() ? null : job.job().evidence().getFirst(), taxonomy));
      }
      for (int wish : profile.wanted()) {
        wanted = Pair.nearer(wanted,
            pair(wish, code.occupation(), 1, null, taxonomy));
      }
    }
    return new OccupationFit(held, wanted,
        vacancy.codes().isEmpty() ? null : vacancy.codes().getFirst().code());
  }

  private static Pair pair(int ofPerson, int ofVacancy, double confidence,
      @Nullable Evidence evidence, Taxonomy taxonomy) {
    boolean haveCodes = !taxonomy.code(ofPerson).isEmpty() && !taxonomy.code(ofVacancy).isEmpty();
    double distance = ofPerson == ofVacancy
        ? 0
        : haveCodes ? taxonomy.iscoDistance(ofPerson, ofVacancy) : Double.NaN;
    boolean areOccupations = taxonomy.kind(ofPerson) == ConceptKind.OCCUPATION
        && taxonomy.kind(ofVacancy) == ConceptKind.OCCUPATION;
    double overlap = !areOccupations
        ? Double.NaN
        : ofPerson == ofVacancy ? 1 : taxonomy.skillOverlap(ofPerson, ofVacancy);
    return new Pair(taxonomy.uri(ofPerson), taxonomy.uri(ofVacancy), distance, overlap, confidence,
        evidence);
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

  double codeConfidence() {
    return code == null ? Double.NaN : code.confidence();
  }

  Reason heldReason(double contribution) {
    return new Reason.HeldOccupation(held == null ? null : held.ofPerson, ofVacancy(held),
        held == null ? null : held.evidence, contribution);
  }

  Reason wantedReason(double contribution) {
    return new Reason.WantedOccupation(wanted == null ? null : wanted.ofPerson, ofVacancy(wanted),
        contribution);
  }

  private @Nullable String ofVacancy(@Nullable Pair pair) {
    return pair != null ? pair.ofVacancy : code == null ? null : code.uri();
  }
}
