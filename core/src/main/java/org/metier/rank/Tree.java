package org.metier.rank;

import java.util.Arrays;
import java.util.BitSet;

/// A regression tree as parallel arrays. Node 0 is the root; children come after their parent.
///
/// An inner node sends a value to the left if it is at most the threshold, a missing one (NaN) where
/// `missingGoesLeft` says.
///
/// Immutable and thread-safe. Two trees are equal if they have the same nodes in the same order.
public final class Tree {
  /// The most decisions between the root and a leaf.
  public static final int MAX_DEPTH = 64;

  /// How far the covers of two children may be from their parent's, relative to it: what summing
  /// weights in another order can do, and no more.
  private static final double COVER_TOLERANCE = 1e-6;

  private static final int LEAF = -1;

  final int[] feature;
  final double[] threshold;
  final boolean[] missingGoesLeft;
  final int[] left;
  final int[] right;
  final double[] value;
  final double[] cover;

  /// Copies and checks the arrays, all of one length. What a node does not use (the threshold and
  /// children of a leaf, the value of an inner node) is ignored.
  ///
  /// @param feature number of the feature that a node tests, -1 for a leaf
  /// @param threshold of an inner node, finite
  /// @param left number of the left child, greater than its parent's
  /// @param right number of the right child, greater than its parent's
  /// @param value output of a leaf, finite
  /// @param cover weight of the training rows that reached the node, greater than 0; that of an inner
  ///     node is the sum of its children's
  /// @throws IllegalArgumentException if the arrays are not a tree; the message names the node
  public Tree(int[] feature, double[] threshold, boolean[] missingGoesLeft, int[] left, int[] right,
      double[] value, double[] cover) {
    this.feature = feature.clone();
    this.threshold = threshold.clone();
    this.missingGoesLeft = missingGoesLeft.clone();
    this.left = left.clone();
    this.right = right.clone();
    this.value = value.clone();
    this.cover = cover.clone();
    requireOneLength();
    requireTree();
    for (int node = 0; node < nodeCount(); node++) {
      requireNumbers(node);
      clearUnused(node);
    }
  }

  public int nodeCount() {
    return feature.length;
  }

  public boolean isLeaf(int node) {
    return feature[node] == LEAF;
  }

  /// @return -1 for a leaf
  public int feature(int node) {
    return feature[node];
  }

  /// @return 0 for a leaf
  public double threshold(int node) {
    return threshold[node];
  }

  /// @return false for a leaf
  public boolean missingGoesLeft(int node) {
    return missingGoesLeft[node];
  }

  /// @return -1 for a leaf
  public int left(int node) {
    return left[node];
  }

  /// @return -1 for a leaf
  public int right(int node) {
    return right[node];
  }

  /// @return 0 for an inner node
  public double value(int node) {
    return value[node];
  }

  public double cover(int node) {
    return cover[node];
  }

  /// The child that a row goes to from an inner node.
  int child(int node, double[] features) {
    double x = features[feature[node]];
    boolean goesLeft = Double.isNaN(x) ? missingGoesLeft[node] : x <= threshold[node];
    return goesLeft ? left[node] : right[node];
  }

  /// The share of an inner node's training rows that went to one of its children. The shares of both
  /// children add up to 1, whatever rounding did to the covers.
  double share(int node, int child) {
    return cover[child] / (cover[left[node]] + cover[right[node]]);
  }

  /// The mean output over the training rows.
  double mean() {
    double[] mean = value.clone();
    for (int node = nodeCount() - 1; node >= 0; node--) {
      if (!isLeaf(node)) {
        mean[node] = share(node, left[node]) * mean[left[node]]
            + share(node, right[node]) * mean[right[node]];
      }
    }
    return mean[0];
  }

  /// The most decisions on one way from the root to a leaf.
  int depth() {
    int[] depth = new int[nodeCount()];
    int deepest = 0;
    for (int node = 0; node < nodeCount(); node++) {
      if (!isLeaf(node)) {
        depth[left[node]] = depth[node] + 1;
        depth[right[node]] = depth[node] + 1;
        deepest = Math.max(deepest, depth[node] + 1);
      }
    }
    return deepest;
  }

  /// The most different features on one way from the root to a leaf.
  int longestPath() {
    return longestPath(0, new BitSet());
  }

  private int longestPath(int node, BitSet seen) {
    if (isLeaf(node)) {
      return seen.cardinality();
    }
    boolean isNew = !seen.get(feature[node]);
    seen.set(feature[node]);
    int longest = Math.max(longestPath(left[node], seen), longestPath(right[node], seen));
    if (isNew) {
      seen.clear(feature[node]);
    }
    return longest;
  }

  private void requireOneLength() {
    int nodes = feature.length;
    if (nodes == 0) {
      throw new IllegalArgumentException("a tree needs at least one node");
    }
    int[] lengths = {threshold.length, missingGoesLeft.length, left.length, right.length,
      value.length, cover.length};
    for (int length : lengths) {
      if (length != nodes) {
        throw new IllegalArgumentException("the arrays of a tree must have one length, but feature"
            + " has " + nodes
            + " and threshold, missingGoesLeft, left, right, value, cover have "
            + Arrays.toString(lengths));
      }
    }
  }

  private void requireTree() {
    int[] depth = new int[nodeCount()];
    BitSet reached = new BitSet();
    reached.set(0);
    for (int node = 0; node < nodeCount(); node++) {
      if (!reached.get(node)) {
        throw bad(node, "no earlier node leads to it");
      }
      if (feature[node] < LEAF) {
        throw bad(node, "feature must be -1 for a leaf, or the number of a feature, was "
            + feature[node]);
      }
      if (isLeaf(node)) {
        continue;
      }
      if (depth[node] == MAX_DEPTH) {
        throw bad(node, "it is an inner node below " + MAX_DEPTH + " others, the most allowed");
      }
      for (int child : new int[]{left[node], right[node]}) {
        if (child <= node || child >= nodeCount()) {
          throw bad(node, "a child must be " + (node + 1) + " to " + (nodeCount() - 1) + ", was "
              + child);
        }
        if (reached.get(child)) {
          throw bad(child, "it has two parents");
        }
        reached.set(child);
        depth[child] = depth[node] + 1;
      }
    }
  }

  private void requireNumbers(int node) {
    if (!(cover[node] > 0 && cover[node] < Double.POSITIVE_INFINITY)) {
      throw bad(node, "cover must be greater than 0 and finite, was " + cover[node]);
    }
    if (isLeaf(node)) {
      if (!Double.isFinite(value[node])) {
        throw bad(node, "value must be finite, was " + value[node]);
      }
      return;
    }
    if (!Double.isFinite(threshold[node])) {
      throw bad(node, "threshold must be finite, was " + threshold[node]);
    }
    double sum = cover[left[node]] + cover[right[node]];
    if (!(Math.abs(sum - cover[node]) <= COVER_TOLERANCE * cover[node])) {
      throw bad(node, "cover must be the sum of its children's, " + sum + ", was " + cover[node]);
    }
  }

  private void clearUnused(int node) {
    if (isLeaf(node)) {
      threshold[node] = 0;
      missingGoesLeft[node] = false;
      left[node] = LEAF;
      right[node] = LEAF;
    } else {
      value[node] = 0;
    }
  }

  private static IllegalArgumentException bad(int node, String problem) {
    return new IllegalArgumentException("node " + node + " of a tree: " + problem);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree tree && Arrays.equals(feature, tree.feature)
        && Arrays.equals(threshold, tree.threshold)
        && Arrays.equals(missingGoesLeft, tree.missingGoesLeft)
        && Arrays.equals(left, tree.left) && Arrays.equals(right, tree.right)
        && Arrays.equals(value, tree.value) && Arrays.equals(cover, tree.cover);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(feature) + 17 * Arrays.hashCode(threshold)
        + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "Tree[" + nodeCount() + " nodes]";
  }
}
