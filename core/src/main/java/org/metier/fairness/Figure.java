package org.metier.fairness;

/// What is measured of a group. Each has a definition that can be looked up: Barocas, Hardt, Narayanan,
/// "Fairness and Machine Learning", 2023, chapter 3; exposure after Singh, Joachims, KDD 2018.
public enum Figure {
  /// Of all people, who are selected: P(selected).
  SELECTION_RATE(Basis.PEOPLE),
  /// Of the exposure of the first ranks, the group's part, over its part of the people; 1 is proportional.
  EXPOSURE_RATIO(Basis.SCORED),
  /// Of all people, who got no score.
  ABSTENTION_RATE(Basis.PEOPLE),
  /// Mean score of those who got one.
  MEAN_SCORE(Basis.SCORED),
  /// Of those whose outcome is known, for whom it came about: P(outcome).
  BASE_RATE(Basis.OUTCOMES),
  /// Mean forecast less base rate, of those with both; above 0 the group is overestimated.
  CALIBRATION_GAP(Basis.OUTCOMES),
  /// Expected calibration error within the group, see [org.metier.measure.Calibration]. Chance alone lifts
  /// it above 0, in small groups and in the draws of its interval most.
  CALIBRATION_ERROR(Basis.OUTCOMES),
  /// Mean squared distance of forecast and outcome.
  BRIER(Basis.OUTCOMES),
  /// Chance that of two people of the group the one with the outcome has the higher score.
  AUC(Basis.ERRORS),
  /// Of those with the outcome, who are selected: P(selected | outcome).
  TRUE_POSITIVE_RATE(Basis.ERRORS),
  /// Of those with the outcome, who are not selected: 1 less the true positive rate.
  MISS_RATE(Basis.ERRORS),
  /// Of those without the outcome, who are selected: P(selected | no outcome).
  FALSE_POSITIVE_RATE(Basis.ERRORS),
  /// Of the selected, for whom the outcome came about: P(outcome | selected).
  PRECISION(Basis.ERRORS);

  private final Basis basis;

  Figure(Basis basis) {
    this.basis = basis;
  }

  /// The people that the figure rests on; figures of one basis are shown or hidden together, as one of them
  /// gives away another.
  public Basis basis() {
    return basis;
  }

  /// Whether a score must be a chance, 0 to 1, for this to mean anything.
  boolean isOfChances() {
    return switch (this) {
      case CALIBRATION_GAP, CALIBRATION_ERROR, BRIER -> true;
      case SELECTION_RATE, EXPOSURE_RATIO, ABSTENTION_RATE, MEAN_SCORE, BASE_RATE, AUC, TRUE_POSITIVE_RATE, MISS_RATE, FALSE_POSITIVE_RATE, PRECISION ->
        false;
    };
  }

  /// Whether it is a share of people, so that one of 0 or 1 is no sure thing.
  boolean isShare() {
    return switch (this) {
      case SELECTION_RATE, ABSTENTION_RATE, BASE_RATE, TRUE_POSITIVE_RATE, MISS_RATE, FALSE_POSITIVE_RATE, PRECISION ->
        true;
      case EXPOSURE_RATIO, MEAN_SCORE, CALIBRATION_GAP, CALIBRATION_ERROR, BRIER, AUC -> false;
    };
  }

  /// Whom figures rest on.
  public enum Basis {
    /// Everybody in the group.
    PEOPLE,
    /// Those who got a score.
    SCORED,
    /// Those whose outcome is known, with a score or not.
    OUTCOMES,
    /// Those with the outcome, those without it, and the selected among both.
    ERRORS
  }
}
