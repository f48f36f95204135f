package org.metier.rank;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sum of regression trees: `offset` plus the trees' outputs. Immutable and thread-safe.
///
/// Scoring costs one walk per tree and allocates nothing; explaining costs, per tree, its leaves times
/// the square of its depth.
public final class Forest {
  private final int featureCount;
  private final double offset;
  private final List<Tree> trees;
  private final double base;

  /// All trees end to end; children are counted from the first node of the first tree.
  private final int[] roots;
  private final int[] feature;
  private final boolean[] missingGoesLeft;
  private final int[] left;
  private final int[] right;
  /// The threshold of an inner node, the value of a leaf.
  private final double[] number;

  private final int longestPath;
  private final List<UnitQuadrature> rules;

  private Forest(int featureCount, double offset, List<Tree> trees) {
    this.featureCount = featureCount;
    this.offset = offset;
    this.trees = List.copyOf(trees);
    int nodes = trees.stream().mapToInt(Tree::nodeCount).sum();
    roots = new int[trees.size()];
    feature = new int[nodes];
    missingGoesLeft = new boolean[nodes];
    left = new int[nodes];
    right = new int[nodes];
    number = new double[nodes];
    int first = 0;
    double mean = offset;
    for (int t = 0; t < roots.length; t++) {
      Tree tree = this.trees.get(t);
      roots[t] = first;
      append(tree, first);
      first += tree.nodeCount();
      mean += tree.mean();
    }
    base = mean;
    int[] longestPaths = this.trees.stream().mapToInt(Tree::longestPath).toArray();
    longestPath = Arrays.stream(longestPaths).max().orElse(0);
    Map<Integer, UnitQuadrature> ofSize = new HashMap<>();
    rules = Arrays.stream(longestPaths)
        .mapToObj(l -> ofSize.computeIfAbsent(Math.max(1, (l + 1) / 2), UnitQuadrature::ofPoints))
        .toList();
  }

  /// @param featureCount of a row, at least 1; every tree tests features below it
  /// @param offset finite
  /// @throws IllegalArgumentException if a tree tests a feature beyond `featureCount`
  public static Forest of(int featureCount, double offset, List<Tree> trees) {
    if (featureCount < 1) {
      throw new IllegalArgumentException("featureCount must be at least 1, was " + featureCount);
    }
    if (!Double.isFinite(offset)) {
      throw new IllegalArgumentException("offset must be finite, was " + offset);
    }
    for (int t = 0; t < trees.size(); t++) {
      for (int node = 0; node < trees.get(t).nodeCount(); node++) {
        if (trees.get(t).feature(node) >= featureCount) {
          throw new IllegalArgumentException(
              "node " + node + " of tree " + t + " tests feature " + trees.get(t).feature(node)
                  + ", but a row has features 0 to " + (featureCount - 1));
        }
      }
    }
    return new Forest(featureCount, offset, trees);
  }

  private void append(Tree tree, int first) {
    for (int node = 0; node < tree.nodeCount(); node++) {
      boolean isLeaf = tree.isLeaf(node);
      feature[first + node] = tree.feature(node);
      missingGoesLeft[first + node] = tree.missingGoesLeft(node);
      left[first + node] = first + tree.left(node);
      right[first + node] = first + tree.right(node);
      number[first + node] = isLeaf ? tree.value(node) : tree.threshold(node);
    }
  }

  public int featureCount() {
    return featureCount;
  }

  public double offset() {
    return offset;
  }

  public List<Tree> trees() {
    return trees;
  }

  /// The mean score over the training rows: offset plus each tree's outputs, weighted by cover.
  public double base() {
    return base;
  }

  /// @param features one per feature, NaN where missing
  public double score(double[] features) {
    requireRow(features);
    double score = offset;
    for (int root : roots) {
      int node = root;
      int tested = feature[node];
      while (tested >= 0) {
        double x = features[tested];
        boolean goesLeft = x <= number[node] || (Double.isNaN(x) && missingGoesLeft[node]);
        node = goesLeft ? left[node] : right[node];
        tested = feature[node];
      }
      score += number[node];
    }
    return score;
  }

  /// The score of a row and the exact share of each feature in it.
  ///
  /// @param features one per feature, NaN where missing
  public Contributions explain(double[] features) {
    requireRow(features);
    double[] values = new double[featureCount];
    TreeShapley shapley = new TreeShapley(features, values, longestPath);
    for (int t = 0; t < roots.length; t++) {
      shapley.add(trees.get(t), rules.get(t));
    }
    return new Contributions(score(features), base, values);
  }

  private void requireRow(double[] features) {
    if (features.length != featureCount) {
      throw new IllegalArgumentException(
          "a row must have " + featureCount + " features, had " + features.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Forest forest && featureCount == forest.featureCount
        && Double.compare(offset, forest.offset) == 0 && trees.equals(forest.trees);
  }

  @Override
  public int hashCode() {
    return 31 * trees.hashCode() + Double.hashCode(offset);
  }

  @Override
  public String toString() {
    return "Forest[" + trees.size() + " trees over " + featureCount + " features]";
  }
}
