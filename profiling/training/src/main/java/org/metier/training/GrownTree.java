package org.metier.training;

import org.metier.rank.Tree;

/// A regression tree as arrays, as it was grown: node 0 is the root, children come after their parent, a
/// leaf has feature -1. A value that is at most the threshold goes left, and so does a missing one.
/// Not copied: whoever makes one fills the arrays, and then leaves them alone.
final class GrownTree {
  private final int[] feature;
  private final double[] threshold;
  private final int[] left;
  private final int[] right;
  private final double[] value;
  private final double[] cover;

  /// @param cover training pairs that reached the node
  GrownTree(int[] feature, double[] threshold, int[] left, int[] right, double[] value,
      double[] cover) {
    this.feature = feature;
    this.threshold = threshold;
    this.left = left;
    this.right = right;
    this.value = value;
    this.cover = cover;
  }

  int[] feature() {
    return feature;
  }

  double[] threshold() {
    return threshold;
  }

  int[] left() {
    return left;
  }

  int[] right() {
    return right;
  }

  double[] value() {
    return value;
  }

  double[] cover() {
    return cover;
  }

  /// What the tree says of a row.
  ///
  /// @param row features, NaN where missing
  double output(double[] row) {
    int node = 0;
    while (feature[node] >= 0) {
      // not "x <= threshold": a missing value fails every comparison and goes left
      node = row[feature[node]] > threshold[node] ? right[node] : left[node];
    }
    return value[node];
  }

  /// The same tree with every output scaled.
  GrownTree scaled(double factor) {
    double[] scaled = new double[value.length];
    for (int node = 0; node < scaled.length; node++) {
      scaled[node] = value[node] * factor;
    }
    return new GrownTree(feature, threshold, left, right, scaled, cover);
  }

  Tree toTree() {
    boolean[] missingGoesLeft = new boolean[feature.length];
    for (int node = 0; node < feature.length; node++) {
      missingGoesLeft[node] = feature[node] >= 0;
    }
    return new Tree(feature, threshold, missingGoesLeft, left, right, value, cover);
  }
}
