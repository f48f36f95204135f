package org.metier.potential;

import java.util.List;

/// What else a model could have said, had other people been in its training data: bootstrap replicates.
public sealed interface Uncertainty {
  /// The linear part anew for each replicate; for models without trees.
  ///
  /// @param refits 2 to 200, with as many weights as the model has columns
  record Refits(List<Refit> refits) implements Uncertainty {
    private static final int MAX_REFITS = 200;

    public Refits {
      refits = List.copyOf(refits);
      if (refits.size() < 2 || refits.size() > MAX_REFITS) {
        throw new IllegalArgumentException(
            "there must be 2 to " + MAX_REFITS + " refits, was " + refits.size());
      }
    }
  }

  /// One replicate of a linear part.
  record Refit(double intercept, List<Double> weights) {
    public Refit {
      weights = List.copyOf(weights);
      requireFinite(intercept);
      weights.forEach(Uncertainty::requireFinite);
    }
  }

  /// The level of scores anew for each replicate; for models with trees, of which it says less: how sure the chance of
  /// people with a score is, not how sure the score of a person.
  ///
  /// @param standardErrors of the chance's score along the scores, at least one point, by ascending score
  record Levels(List<Level> standardErrors) implements Uncertainty {
    public Levels {
      standardErrors = List.copyOf(standardErrors);
      if (standardErrors.isEmpty()) {
        throw new IllegalArgumentException("there must be at least one level, was none");
      }
    }

    double standardError(double score) {
      double error = standardErrors.getFirst().standardError();
      for (Level level : standardErrors) {
        error = level.score() <= score ? level.standardError() : error;
      }
      return error;
    }
  }

  /// The standard error at a score and above, up to the next level.
  record Level(double score, double standardError) {
    public Level {
      requireFinite(score);
      requireFinite(standardError);
    }
  }

  private static void requireFinite(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a replicate must be finite, was " + number);
    }
  }
}
