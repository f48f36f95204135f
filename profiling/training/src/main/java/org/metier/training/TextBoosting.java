package org.metier.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.rank.fitting.ForestSettings;

/// Boosts a fixed number of trees on the lambdas of texts: see [LambdaMart], whose people are texts here.
/// Several such forests, which differ in what was drawn for their trees, can be averaged: the average hangs less on
/// the draw, and orders a little better than most of them (Breiman, "Bagging Predictors", 1996).
///
/// Every tree that the settings ask for is grown: there is no patience, and no feature has a direction.
final class TextBoosting {
  private TextBoosting() {}

  /// @throws TrainingDataException if no text has a right candidate beside a wrong one
  static List<GrownTree> grow(List<JudgedText> texts, ForestSettings settings) {
    RankedLists lists = lists(texts);
    if (lists.people() == 0) {
      throw new TrainingDataException("none of " + texts.size()
          + " texts has its right concept among its candidates; are they of this taxonomy?");
    }
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
  /// @throws TrainingDataException if no text has a right candidate beside a wrong one
  static List<GrownTree> average(List<JudgedText> texts, ForestSettings settings, int forests) {
    List<GrownTree> all = new ArrayList<>();
    for (int forest = 0; forest < forests; forest++) {
      ForestSettings own = settings.toBuilder().seed(settings.seed() + forest).build();
      for (GrownTree tree : grow(texts, own)) {
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

  private static RankedLists lists(List<JudgedText> texts) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> grades = new ArrayList<>();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (JudgedText text : texts) {
      if (text.hasRight()) {
        for (int i = 0; i < text.rows().length; i++) {
          rows.add(text.rows()[i]);
          grades.add(text.isRight()[i] ? 1 : 0);
        }
        starts.add(rows.size());
      }
    }
    return new RankedLists(rows.toArray(double[][]::new),
        grades.stream().mapToInt(Integer::intValue).toArray(),
        starts.stream().mapToInt(Integer::intValue).toArray());
  }

  static double[] scores(List<GrownTree> trees, JudgedText text) {
    double[] scores = new double[text.rows().length];
    for (GrownTree tree : trees) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] += tree.output(text.rows()[i]);
      }
    }
    return scores;
  }
}
