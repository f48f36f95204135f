package org.metier.training.potential;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.metier.potential.Family;
import org.metier.potential.Link;

/// Chooses between candidates by the weighted log-loss at the horizon of people whom they were not fitted on.
final class Choosing {
  private static final double[] RIDGES = {3, 10, 30, 100, 300};
  /// Of many people, for whom a ridge hardly matters.
  private static final double[] RIDGES_OF_MANY = {10, 100};
  private static final int MANY = 5_000;
  private static final double[] FOLLOW = {1, 2};
  private static final int[][] TREES = {{20, 4}, {60, 4}, {20, 8}, {60, 8}, {150, 4}};
  private static final double SMALLEST = 1e-4;

  private final Spells spells;
  private final Folds folds;
  private final int[] people;
  private final HorizonOutcomes outcomes;
  private final long seed;

  Choosing(Spells spells, int[] people, TrainingSettings settings) {
    this.spells = spells;
    this.people = people;
    seed = settings.seed();
    folds = Folds.of(spells, people, settings.folds(), seed);
    outcomes = HorizonOutcomes.of(spells, people, people);
  }

  /// A candidate and how it did.
  record Tried(Candidate candidate, double loss) {}

  /// @return the best of what the settings allow, first the linear ones, then trees on the best of them
  Tried best(TrainingSettings settings) {
    List<Candidate> candidates = new ArrayList<>();
    for (Family family : Family.values()) {
      if (settings.families().contains(family)) {
        for (Shape shape : Shape.values()) {
          for (double ridge : people.length > MANY ? RIDGES_OF_MANY : RIDGES) {
            for (double follow : family == Family.HAZARD ? FOLLOW : new double[]{1}) {
              candidates.add(new Candidate(family, shape, ridge, follow, 0, 0));
            }
          }
        }
      }
    }
    Tried linear = best(candidates);
    if (!settings.hasTrees()) {
      return linear;
    }
    List<Candidate> grown = new ArrayList<>();
    for (int[] size : TREES) {
      grown.add(linear.candidate.withTrees(size[0], size[1]));
    }
    return best(grown);
  }

  private Tried best(List<Candidate> candidates) {
    return candidates.stream()
        .map(c -> new Tried(c, loss(c)))
        .min(Comparator.comparingDouble(Tried::loss))
        .orElseThrow();
  }

  private double loss(Candidate candidate) {
    return loss(candidate.family().link(), outOfFold(spells, folds, people.length, candidate, seed),
        outcomes);
  }

  /// Scores of each person by a fit on the other folds.
  static double[] outOfFold(Spells spells, Folds folds, int people, Candidate candidate,
      long seed) {
    double[] scores = new double[people];
    for (int fold = 0; fold < folds.count; fold++) {
      Fitted fitted = Fitted.fit(spells, folds.others(fold), candidate, seed);
      double[] held = fitted.scores(folds.heldOut(fold));
      int[] places = folds.places(fold);
      for (int i = 0; i < held.length; i++) {
        scores[places[i]] = held[i];
      }
    }
    return scores;
  }

  static double loss(Link link, double[] scores, HorizonOutcomes outcomes) {
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < scores.length; i++) {
      double chance = Math.min(Math.max(link.chance(scores[i]), SMALLEST), 1 - SMALLEST);
      sum -= outcomes.weight[i] * Math.log(outcomes.isPositive[i] ? chance : 1 - chance);
      weight += outcomes.weight[i];
    }
    return sum / weight;
  }
}
