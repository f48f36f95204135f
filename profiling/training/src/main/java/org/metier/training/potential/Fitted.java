package org.metier.training.potential;

import java.util.List;
import org.metier.potential.Family;
import org.metier.rank.Forest;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.internal.boosting.GradientBoosting;

/// A candidate fitted to some people, not yet calibrated.
final class Fitted {
  private static final double SHRINKAGE = 0.05;
  private static final int LEAST_LEAF = 20;
  private static final double L2 = 5;
  private static final double FEATURE_SHARE = 0.7;
  private static final int SCORED_AT_ONCE = 4_096;

  final Candidate candidate;
  final Design design;
  final LinearFit linear;
  final Forest forest;
  private final double treeShift;
  private final Spells spells;

  private Fitted(Candidate candidate, Spells spells, Design design, LinearFit linear,
      Forest forest, double treeShift) {
    this.candidate = candidate;
    this.spells = spells;
    this.design = design;
    this.linear = linear;
    this.forest = forest;
    this.treeShift = treeShift;
  }

  static Fitted fit(Spells spells, int[] people, Candidate candidate, long seed) {
    Design design = Design.of(spells, people, candidate.shape());
    RowLikelihood likelihood = likelihood(spells, people, candidate);
    LinearFit linear = new LinearFit(spells, people, design, likelihood, candidate.ridge()).fit();
    if (candidate.trees() == 0) {
      return new Fitted(candidate, spells, design, linear, nothing(spells), 0);
    }
    double[] scores = linear.scores().clone();
    Forest forest = GradientBoosting.fit(spells.columns(people), slopes(likelihood), scores,
        settings(candidate, people.length, seed), (trees, ignored) -> true);
    return new Fitted(candidate, spells, design, linear, forest, likelihood.settle(scores));
  }

  private static Forest nothing(Spells spells) {
    return Forest.of(Math.max(1, spells.features()), 0, List.of());
  }

  private static RowLikelihood likelihood(Spells spells, int[] people, Candidate candidate) {
    int horizon = spells.specification().outcome().horizonUnits();
    return switch (candidate.family()) {
      case HAZARD ->
        new GroupedHazard(spells, people, (int) Math.round(candidate.followHorizons() * horizon));
      case LOGISTIC -> new IpcwLogistic(HorizonOutcomes.of(spells, people, people));
    };
  }

  private static ForestSettings settings(Candidate candidate, int people, long seed) {
    return ForestSettings.builder()
        .trees(candidate.trees())
        .leaves(candidate.leaves())
        .shrinkage(SHRINKAGE)
        .minLeafRows(Math.max(LEAST_LEAF, people / 100))
        .l2(L2)
        .featureShare(FEATURE_SHARE)
        .seed(seed)
        .build();
  }

  private static GradientBoosting.Likelihood slopes(RowLikelihood likelihood) {
    double[] cell = new double[2];
    return (scores, slope, bend) -> {
      for (int row = 0; row < scores.length; row++) {
        likelihood.at(row, scores[row], cell);
        slope[row] = cell[0];
        bend[row] = cell[1];
      }
    };
  }

  Family family() {
    return candidate.family();
  }

  /// Of the mean person, before trees.
  double intercept() {
    return linear.centredIntercept() + treeShift;
  }

  double[] scores(int[] people) {
    double[] scores = linear.scores(people);
    if (forest.trees().isEmpty()) {
      return scores;
    }
    FeatureColumns columns = spells.columns(people);
    double[] rows = new double[SCORED_AT_ONCE * columns.features()];
    double[] ofTrees = new double[SCORED_AT_ONCE];
    for (int from = 0; from < people.length; from += SCORED_AT_ONCE) {
      int count = Math.min(SCORED_AT_ONCE, people.length - from);
      for (int i = 0; i < count * columns.features(); i++) {
        rows[i] = columns.value(from + i / columns.features(), i % columns.features());
      }
      forest.score(rows, count, ofTrees);
      for (int i = 0; i < count; i++) {
        scores[from + i] += treeShift + ofTrees[i];
      }
    }
    return scores;
  }
}
