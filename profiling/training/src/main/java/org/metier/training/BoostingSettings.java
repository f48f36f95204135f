package org.metier.training;

import java.util.Arrays;
import org.metier.rank.fitting.ForestSettings;

/// How a ranker is grown on judged pairs, and what orders the candidates of a title or a mention. Immutable. What
/// else can be set of [LambdaMart] is in [ForestSettings].
///
/// @param trees at most this many, 1 to 5,000; time and model size grow linearly
/// @param leaves of one tree at most, 2 to 256; more follow finer interactions and overfit sooner
/// @param minLeaf training pairs that each leaf must hold at least, 1 or more
/// @param shrinkage share of each tree's Newton step that is taken, above 0 and at most 1
/// @param sample share of the people whose pairs each tree is grown on, drawn anew for each, above 0 and at
///     most 1 (Friedman, "Stochastic Gradient Boosting", 2002); less is faster and smoother
/// @param patience trees without a better validation NDCG@10 after which growing ends, 1 or more
/// @param seed of the split by person and of whatever else is left to chance
public record BoostingSettings(int trees, int leaves, int minLeaf, double shrinkage,
    double sample, int patience, long seed) {
  /// Good for some tens of thousands of judged pairs.
  public static final BoostingSettings DEFAULT = new BoostingSettings(150, 12, 100, 0.1, 0.7, 30,
      1);

  public BoostingSettings {
    requireRange("trees", trees, 1, 5_000);
    requireRange("leaves", leaves, 2, 256);
    requireRange("minLeaf", minLeaf, 1, Integer.MAX_VALUE);
    requireRange("patience", patience, 1, Integer.MAX_VALUE);
    requireShare("shrinkage", shrinkage);
    requireShare("sample", sample);
  }

  /// The same for [LambdaMart], with exact sigmoids, leaves penalised by 1 and no least second derivative.
  ///
  /// @param directions per feature, see [ForestSettings.Builder#directions]
  ForestSettings toForestSettings(int[] directions) {
    return ForestSettings.builder()
        .trees(trees)
        .leaves(leaves)
        .minLeafRows(minLeaf)
        .minLeafHessian(0)
        .l2(1)
        .shrinkage(shrinkage)
        .listShare(sample)
        .patience(patience)
        .sigmoid(ForestSettings.Sigmoid.EXACT)
        .directions(Arrays.stream(directions).boxed().toList())
        .seed(seed)
        .build();
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          name + " must be above 0 and at most 1, was " + value);
    }
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be " + low + " to " + high + ", was " + value);
    }
  }
}
