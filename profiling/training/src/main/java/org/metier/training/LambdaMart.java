package org.metier.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.metier.rank.Forest;

/// Boosts regression trees on lambdas (Burges 2010, see [Lambdas]) until a validation set stops getting
/// better.
///
/// Equal input and settings give equal trees on every machine: every random choice comes from the seed, no
/// order depends on threads, `StrictMath` throughout. Time O(trees x depth x pairs x features).
final class LambdaMart {
  /// What was grown.
  ///
  /// @param trees up to the best one on the validation set, scaled by the shrinkage
  /// @param features that every row has
  /// @param validationNdcgAt10 of these trees
  record Grown(List<GrownTree> trees, int features, double validationNdcgAt10) {
    Grown {
      trees = List.copyOf(trees);
    }

    Forest toForest() {
      return Forest.of(features, 0, trees.stream().map(GrownTree::toTree).toList());
    }

    double score(double[] row) {
      double sum = 0;
      for (GrownTree tree : trees) {
        sum += tree.output(row);
      }
      return sum;
    }

    double[] scores(RankedLists lists) {
      double[] scores = new double[lists.rows().length];
      for (int row = 0; row < scores.length; row++) {
        scores[row] = score(lists.rows()[row]);
      }
      return scores;
    }
  }

  private final BoostingSettings settings;
  private final int[] directions;
  private final TrainingProgress progress;

  /// @param directions per feature: 1 if more of it may never lower the score, -1 if less may not, 0 if
  ///     either may
  LambdaMart(BoostingSettings settings, int[] directions, TrainingProgress progress) {
    this.settings = settings;
    this.directions = directions.clone();
    this.progress = progress;
  }

  /// @throws TrainingDataException if no pair of one person differs in grade, so that there is nothing
  ///     to learn
  Grown fit(RankedLists training, RankedLists validation) {
    SmileTrees smile = new SmileTrees(training.rows());
    Lambdas lambdas = new Lambdas(training);
    double[] scores = new double[training.rows().length];
    double[] validationScores = new double[validation.rows().length];
    List<GrownTree> trees = new ArrayList<>();
    double best = -1;
    int bestCount = 0;
    Dice dice = new Dice(settings.seed());
    while (trees.size() < settings.trees() && trees.size() - bestCount < settings.patience()) {
      lambdas.compute(scores);
      GrownTree free = smile.grow(lambdas.lambda(), lambdas.hessian(), drawn(training, dice),
          settings);
      GrownTree tree = MonotoneTree.of(free, directions).scaled(settings.shrinkage());
      if (tree.feature().length == 1) {
        break; // no split is left that keeps minLeaf pairs on both sides
      }
      trees.add(tree);
      add(tree, training, scores);
      add(tree, validation, validationScores);
      double ndcg = Measures.meanNdcgAt10(validation, validationScores);
      if (ndcg > best) {
        best = ndcg;
        bestCount = trees.size();
      }
      progress.treeGrown(trees.size(), settings.trees(), ndcg);
    }
    if (trees.isEmpty()) {
      throw new TrainingDataException("nothing to learn from " + training.rows().length
          + " judged pairs: no split keeps minLeaf=" + settings.minLeaf()
          + " pairs on both sides and tells grades apart");
    }
    return new Grown(trees.subList(0, bestCount), training.features(), best);
  }

  /// 1 for each row of the people whose turn it is, 0 for the others.
  private int[] drawn(RankedLists lists, Dice dice) {
    int[] counts = new int[lists.rows().length];
    int left = (int) Math.ceil(settings.sample() * lists.people());
    for (int person : dice.shuffled(IntStream.range(0, lists.people()).boxed().toList())) {
      if (left-- > 0) {
        Arrays.fill(counts, lists.starts()[person], lists.starts()[person + 1], 1);
      }
    }
    return counts;
  }

  private static void add(GrownTree tree, RankedLists lists, double[] scores) {
    for (int row = 0; row < scores.length; row++) {
      scores[row] += tree.output(lists.rows()[row]);
    }
  }
}
