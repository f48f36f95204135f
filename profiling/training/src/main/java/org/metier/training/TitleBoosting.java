package org.metier.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Boosts a fixed number of trees on the lambdas of titles: see [LambdaMart], whose people are titles here.
final class TitleBoosting {
  private static final double FEATURES = 0.6;

  private TitleBoosting() {}

  /// @throws TrainingDataException if no title has a right candidate beside a wrong one
  static List<GrownTree> grow(List<JudgedTitle> titles, BoostingSettings settings) {
    RankedLists lists = lists(titles);
    if (lists.people() == 0) {
      throw new TrainingDataException("none of " + titles.size()
          + " titles has its right concept among its candidates; are titles and corpus of this taxonomy?");
    }
    Lambdas lambdas = new Lambdas(lists);
    BinnedTrees trees = new BinnedTrees(lists.rows());
    Dice dice = new Dice(settings.seed());
    double[] scores = new double[lists.rows().length];
    List<GrownTree> grown = new ArrayList<>();
    while (grown.size() < settings.trees()) {
      lambdas.compute(scores);
      GrownTree tree = trees
          .grow(lambdas.lambda(), lambdas.hessian(), drawn(lists, dice, settings),
              features(lists.features(), dice), settings)
          .scaled(settings.shrinkage());
      grown.add(tree);
      for (int row = 0; row < scores.length; row++) {
        scores[row] += tree.output(lists.rows()[row]);
      }
    }
    return grown;
  }

  /// A share of the features in ascending order, for one tree to look at (Ho, "The Random Subspace Method",
  /// 1998).
  private static int[] features(int count, Dice dice) {
    return dice.shuffled(IntStream.range(0, count).boxed().toList())
        .stream()
        .limit(Math.max(1, Math.round(FEATURES * count)))
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static int[] drawn(RankedLists lists, Dice dice, BoostingSettings settings) {
    int[] counts = new int[lists.rows().length];
    int left = (int) Math.ceil(settings.sample() * lists.people());
    for (int title : dice.shuffled(IntStream.range(0, lists.people()).boxed().toList())) {
      if (left-- > 0) {
        Arrays.fill(counts, lists.starts()[title], lists.starts()[title + 1], 1);
      }
    }
    return counts;
  }

  private static RankedLists lists(List<JudgedTitle> titles) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> grades = new ArrayList<>();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (JudgedTitle title : titles) {
      if (title.hasRight()) {
        for (int i = 0; i < title.rows().length; i++) {
          rows.add(title.rows()[i]);
          grades.add(title.isRight()[i] ? 1 : 0);
        }
        starts.add(rows.size());
      }
    }
    return new RankedLists(rows.toArray(double[][]::new),
        grades.stream().mapToInt(Integer::intValue).toArray(),
        starts.stream().mapToInt(Integer::intValue).toArray());
  }

  static double[] scores(List<GrownTree> trees, JudgedTitle title) {
    double[] scores = new double[title.rows().length];
    for (GrownTree tree : trees) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] += tree.output(title.rows()[i]);
      }
    }
    return scores;
  }
}
