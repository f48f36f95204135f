package org.metier.potential;

/// How a model's score turns into the chance of the outcome within the horizon.
public enum Family {
  /// Discrete-time proportional hazards on person-periods, with a baseline for each interval (Prentice, Gloeckler,
  /// "Regression Analysis of Grouped Survival Data", Biometrics 34, 1978). In each interval the complementary log-log of
  /// the hazard is baseline plus score; so that of the chance within the horizon is the logarithm of the summed
  /// baselines plus score: what features add to the score, they add there exactly, and to every interval alike.
  HAZARD {
    @Override
    public double chance(double score) {
      return -Math.expm1(-Math.exp(Math.min(score, MAX_SCORE)));
    }

    @Override
    public double score(double chance) {
      return Math.log(-Math.log1p(-chance));
    }
  },
  /// Logistic regression on the outcome at the horizon, each person whose outcome is known weighted by the inverse of
  /// the chance that it became known (Robins, Rotnitzky 1992). What features add, they add to the log-odds.
  LOGISTIC {
    @Override
    public double chance(double score) {
      return 1 / (1 + Math.exp(-score));
    }

    @Override
    public double score(double chance) {
      return Math.log(chance / (1 - chance));
    }
  };

  private static final double MAX_SCORE = 50;

  /// @param score any finite number
  /// @return 0 to 1, and never less for a larger score
  public abstract double chance(double score);

  /// The score that has a chance.
  ///
  /// @param chance above 0 and below 1
  public abstract double score(double chance);
}
