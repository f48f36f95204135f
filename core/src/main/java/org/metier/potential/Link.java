package org.metier.potential;

/// How a score turns into a chance.
public enum Link {
  /// The score is the complementary log-log of the chance: `log(-log(1 - chance))`. Under proportional hazards, what a
  /// feature adds to it multiplies the hazard of every interval.
  CLOGLOG {
    @Override
    public double chance(double score) {
      return -Math.expm1(-Math.exp(Math.min(score, MAX_SCORE)));
    }

    @Override
    public double score(double chance) {
      return Math.log(-Math.log1p(-chance));
    }
  },
  /// The score is the log-odds of the chance.
  LOGIT {
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
