package org.metier.training.internal.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.internal.Dice;

/// Boosts a fixed number of trees on the lambdas of texts: see [LambdaMart], whose people are texts here.
/// Several such forests, which differ in what was drawn for their trees, can be averaged: the average hangs less on
/// the draw, and orders a little better than most of them (Breiman, "Bagging Predictors", 1996).
///
/// Every tree that the settings ask for is grown: there is no patience, and no feature has a direction.
public final class TextBoosting {
  private TextBoosting() {}

  /// @param lists of one text or more
  public static List<GrownTree> grow(RankedLists lists, ForestSettings settings) {
    Lambdas lambdas = new Lambdas(lists, settings);
    BinnedTrees trees = new BinnedTrees(lists.rows());
    Dice dice = new Dice(settings.seed());
    double[] scores = new double[lists.rows().length];
    List<GrownTree> grown = new ArrayList<>();
    while (grown.size() < settings.trees()) {
      lambdas.compute(scores);
      GrownTree tree = trees
          .grow(lambdas.lambda(), lambdas.hessian(), drawn(lists, dice, settings),
              FeatureSets.drawn(lists.features(), settings.featureShare(), dice), settings)
          .scaled(settings.shrinkage());
      grown.add(tree);
      for (int row = 0; row < scores.length; row++) {
        scores[row] += tree.output(lists.rows()[row]);
      }
    }
    return grown;
  }

  /// The average of several forests: all their trees, with outputs divided by their number. The seeds are that of the
  /// settings and those that follow it.
  ///
  /// @param forests how many, 1 or more; time and model size grow linearly
  public static List<GrownTree> average(RankedLists lists, ForestSettings settings, int forests) {
    List<GrownTree> all = new ArrayList<>();
    for (int forest = 0; forest < forests; forest++) {
      ForestSettings own = settings.toBuilder().seed(settings.seed() + forest).build();
      for (GrownTree tree : grow(lists, own)) {
        all.add(tree.scaled(1.0 / forests));
      }
    }
    return all;
  }

  private static int[] drawn(RankedLists lists, Dice dice, ForestSettings settings) {
    int[] counts = new int[lists.rows().length];
    int left = (int) Math.ceil(settings.listShare() * lists.people());
    for (int text : dice.shuffled(IntStream.range(0, lists.people()).boxed().toList())) {
      if (left-- > 0) {
        Arrays.fill(counts, lists.starts()[text], lists.starts()[text + 1], 1);
      }
    }
    return counts;
  }

  /// What some trees say of the candidates of one text.
  ///
  /// @param rows features per candidate
  public static double[] scores(List<GrownTree> trees, double[][] rows) {
    double[] scores = new double[rows.length];
    for (GrownTree tree : trees) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] += tree.output(rows[i]);
      }
    }
    return scores;
  }
}
