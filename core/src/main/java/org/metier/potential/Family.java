package org.metier.potential;

/// How the linear part of a model was fitted.
public enum Family {
  /// Discrete-time proportional hazards on person-periods, with a baseline for each interval and a complementary log-log
  /// link (Prentice, Gloeckler, "Regression Analysis of Grouped Survival Data", Biometrics 34, 1978). A censored spell
  /// counts for as long as it was seen.
  HAZARD(Link.CLOGLOG),
  /// Logistic regression on the outcome at the horizon, each person whose outcome is known weighted by the inverse of
  /// the chance that it became known (Robins, Rotnitzky 1992).
  LOGISTIC(Link.LOGIT);

  private final Link link;

  Family(Link link) {
    this.link = link;
  }

  /// By which the fit's own scores turn into chances; calibration may have found another that fits better.
  public Link link() {
    return link;
  }
}
