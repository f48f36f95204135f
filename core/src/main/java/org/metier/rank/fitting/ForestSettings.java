package org.metier.rank.fitting;

import java.util.BitSet;
import java.util.List;

/// How a forest is grown on lambdas of NDCG. Immutable. Made by a [#builder], which says what each setting
/// means.
public record ForestSettings(Growth growth, int trees, int leaves, int minLeafRows,
    double minLeafHessian, double l2, double shrinkage, double listShare, double featureShare,
    int patience, int truncation, PairWeights pairWeights, Sigmoid sigmoid,
    List<Integer> directions, List<List<Integer>> oneSetPerTree, long seed) {
  /// What grows a tree.
  public enum Growth {
    /// Metier's own: splits between at most 254 bins of each feature, each by the gain of a Newton step, with
    /// missing values on the side where they gain more and monotone features bounded while the tree grows.
    HISTOGRAM,
    /// Smile's regression trees: every split is tried, the gain knows of no second derivatives, missing
    /// values go left, and monotone features are mended afterwards. Some fifteen times as slow.
    SMILE
  }

  /// What a pair of rows weighs.
  public enum PairWeights {
    /// The NDCG that swapping them would change.
    PLAIN,
    /// The same by `0.01 + |difference of scores|`, and each list's sum tamed by a logarithm, as LightGBM's
    /// `lambdarank_norm` does.
    NORMALISED
  }

  /// How `1 / (1 + e^x)` is computed.
  public enum Sigmoid {
    /// By `StrictMath`.
    EXACT,
    /// From a table, within 1e-6, several times as fast.
    TABLE
  }

  public ForestSettings {
    directions = List.copyOf(directions);
    oneSetPerTree = oneSetPerTree.stream().map(List::copyOf).toList();
    requireRange("trees", trees, 1, 10_000);
    requireRange("leaves", leaves, 2, 1_024);
    requireRange("minLeafRows", minLeafRows, 1, Integer.MAX_VALUE);
    requireRange("patience", patience, 1, Integer.MAX_VALUE);
    requireRange("truncation", truncation, 1, Integer.MAX_VALUE);
    requireNotNegative("minLeafHessian", minLeafHessian);
    requireNotNegative("l2", l2);
    requireShare("shrinkage", shrinkage);
    requireShare("listShare", listShare);
    requireShare("featureShare", featureShare);
    for (int direction : directions) {
      requireRange("a direction", direction, -1, 1);
    }
    requireDisjoint(oneSetPerTree);
  }

  private static void requireDisjoint(List<List<Integer>> sets) {
    BitSet seen = new BitSet();
    for (List<Integer> set : sets) {
      if (set.isEmpty()) {
        throw new IllegalArgumentException("a set of features in oneSetPerTree is empty");
      }
      for (int feature : set) {
        requireRange("a feature of oneSetPerTree", feature, 0, Integer.MAX_VALUE - 1);
        if (seen.get(feature)) {
          throw new IllegalArgumentException(
              "feature " + feature + " is twice in oneSetPerTree; expected it in one set");
        }
        seen.set(feature);
      }
    }
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + value);
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be above 0 and at most 1, was " + value);
    }
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be " + low + " to " + high + ", was " + value);
    }
  }

  /// With the defaults that each method of the builder states.
  public static Builder builder() {
    return new Builder();
  }

  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.growth = growth;
    builder.trees = trees;
    builder.leaves = leaves;
    builder.minLeafRows = minLeafRows;
    builder.minLeafHessian = minLeafHessian;
    builder.l2 = l2;
    builder.shrinkage = shrinkage;
    builder.listShare = listShare;
    builder.featureShare = featureShare;
    builder.patience = patience;
    builder.truncation = truncation;
    builder.pairWeights = pairWeights;
    builder.sigmoid = sigmoid;
    builder.directions = directions;
    builder.oneSetPerTree = oneSetPerTree;
    builder.seed = seed;
    return builder;
  }

  /// Collects the settings; every one is optional. Not thread-safe.
  public static final class Builder {
    private Growth growth = Growth.HISTOGRAM;
    private int trees = 100;
    private int leaves = 31;
    private int minLeafRows = 20;
    private double minLeafHessian = 1e-3;
    private double l2;
    private double shrinkage = 0.1;
    private double listShare = 1;
    private double featureShare = 1;
    private int patience = 30;
    private int truncation = 30;
    private PairWeights pairWeights = PairWeights.NORMALISED;
    private Sigmoid sigmoid = Sigmoid.TABLE;
    private List<Integer> directions = List.of();
    private List<List<Integer>> oneSetPerTree = List.of();
    private long seed = 1;

    private Builder() {}

    /// What grows the trees; [Growth#HISTOGRAM] by default.
    public Builder growth(Growth growth) {
      this.growth = growth;
      return this;
    }

    /// At most this many, 1 to 10,000; time and size grow linearly. 100 by default.
    public Builder trees(int trees) {
      this.trees = trees;
      return this;
    }

    /// Of one tree at most, 2 to 1,024; more follow finer interactions and overfit sooner. 31 by default.
    public Builder leaves(int leaves) {
      this.leaves = leaves;
      return this;
    }

    /// Rows that each leaf holds at least, whatever they weigh; 20 by default.
    public Builder minLeafRows(int rows) {
      minLeafRows = rows;
      return this;
    }

    /// Sum of second derivatives that each leaf holds at least, not negative; 0.001 by default. Smile knows
    /// of none.
    public Builder minLeafHessian(double sum) {
      minLeafHessian = sum;
      return this;
    }

    /// Added to the second derivatives of a leaf, so that few rows alone never jump far; not negative, 0 by
    /// default. Smile adds 1 whatever this says.
    public Builder l2(double l2) {
      this.l2 = l2;
      return this;
    }

    /// Share of each tree's Newton step that is taken, above 0 and at most 1; 0.1 by default.
    public Builder shrinkage(double shrinkage) {
      this.shrinkage = shrinkage;
      return this;
    }

    /// Share of the lists that each tree is grown on, drawn anew for each (Friedman, "Stochastic Gradient
    /// Boosting", 2002); 1 by default.
    public Builder listShare(double share) {
      listShare = share;
      return this;
    }

    /// Share of the features that each tree may look at, drawn anew for each (Ho, "The Random Subspace
    /// Method", 1998), at least one; 1 by default.
    public Builder featureShare(double share) {
      featureShare = share;
      return this;
    }

    /// Trees without a better validation NDCG@10 after which growing ends; 30 by default.
    public Builder patience(int trees) {
      patience = trees;
      return this;
    }

    /// Pairs count if one of the two ranks among so many; 30 by default.
    public Builder truncation(int ranks) {
      truncation = ranks;
      return this;
    }

    /// [PairWeights#NORMALISED] by default.
    public Builder pairWeights(PairWeights weights) {
      pairWeights = weights;
      return this;
    }

    /// [Sigmoid#TABLE] by default.
    public Builder sigmoid(Sigmoid sigmoid) {
      this.sigmoid = sigmoid;
      return this;
    }

    /// Per feature: 1 if more of it may never lower the score, -1 if less may not, 0 if either may. Missing
    /// values are neither more nor less. Empty, the default, leaves all free.
    public Builder directions(List<Integer> directions) {
      this.directions = directions;
      return this;
    }

    /// Each tree tests features of one of these disjoint sets only, the one with the best first split, so that
    /// the score is the sum of one score per set. Every feature is in one of them, or there are none, the
    /// default.
    public Builder oneSetPerTree(List<List<Integer>> sets) {
      oneSetPerTree = sets;
      return this;
    }

    /// Every random choice derives from it; 1 by default.
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    public ForestSettings build() {
      return new ForestSettings(growth, trees, leaves, minLeafRows, minLeafHessian, l2, shrinkage,
          listShare, featureShare, patience, truncation, pairWeights, sigmoid, directions,
          oneSetPerTree, seed);
    }
  }
}
