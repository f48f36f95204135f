package org.metier.training.internal.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.internal.Dice;

/// Boosts trees on the slopes of any likelihood (Friedman, "Greedy Function Approximation", Annals of Statistics 29,
/// 2001), with Newton steps in the leaves, on histograms: see [HistogramGrowing] for its memory.
///
/// Equal input gives equal trees on every machine. One thread. Stateless.
public final class GradientBoosting {
  private GradientBoosting() {}

  /// What is to be made as large as possible.
  @FunctionalInterface
  public interface Likelihood {
    /// @param scores of each row so far
    /// @param slope to be filled: first derivative by the row's score
    /// @param bend to be filled: negative second derivative, not negative
    void slopes(double[] scores, double[] slope, double[] bend);
  }

  /// Hears of the scores after each tree.
  @FunctionalInterface
  public interface Watcher {
    /// @param scores of each row; the array is the same at every call
    /// @return whether to go on
    boolean grown(int trees, double[] scores);
  }

  /// As many trees as the settings ask for; `patience`, list settings and directions do not count here, but the share of
  /// lists is that of rows.
  ///
  /// @param scores before the first tree, one per row; after it, with all of them
  public static Forest fit(FeatureColumns features, Likelihood likelihood, double[] scores,
      ForestSettings settings, Watcher watcher) {
    var growing = new HistogramGrowing(features, settings);
    double[] slope = new double[features.rows()];
    double[] bend = new double[features.rows()];
    int[] counts = new int[features.rows()];
    Dice dice = new Dice(settings.seed());
    List<Tree> trees = new ArrayList<>();
    boolean isToGoOn = true;
    while (isToGoOn && trees.size() < settings.trees()) {
      likelihood.slopes(scores, slope, bend);
      draw(counts, settings.listShare(), dice);
      int[] among = FeatureSets.drawn(features.features(), settings.featureShare(), dice);
      GrownTree tree = growing.grow(slope, bend, counts, among);
      if (tree.feature().length == 1) {
        break; // no split is left that gains anything
      }
      growing.add(tree, scores);
      trees.add(tree.toTree());
      isToGoOn = watcher.grown(trees.size(), scores);
    }
    return Forest.of(features.features(), 0, trees);
  }

  private static void draw(int[] counts, double share, Dice dice) {
    if (share == 1) {
      Arrays.fill(counts, 1);
      return;
    }
    for (int row = 0; row < counts.length; row++) {
      counts[row] = dice.chance(share) ? 1 : 0;
    }
  }
}
