package org.metier.rank;

/// A regression tree as parallel arrays. Node 0 is the root; children come after their parent.
///
/// An inner node sends a value to the left if it is at most the threshold, a missing one (NaN) where
/// `missingGoesLeft` says.
///
/// Immutable and thread-safe.
public final class Tree {
  final int[] feature;
  final double[] threshold;
  final boolean[] missingGoesLeft;
  final int[] left;
  final int[] right;
  final double[] value;
  final double[] cover;

  /// Copies and checks the arrays, all of one length.
  ///
  /// @param feature number of the feature that a node tests, -1 for a leaf
  /// @param left number of the left child, ignored for a leaf
  /// @param value output of a leaf, ignored for an inner node
  /// @param cover weight of the training rows that reached the node, greater than 0
  public Tree(int[] feature, double[] threshold, boolean[] missingGoesLeft, int[] left, int[] right,
      double[] value, double[] cover) {
    this.feature = feature.clone();
    this.threshold = threshold.clone();
    this.missingGoesLeft = missingGoesLeft.clone();
    this.left = left.clone();
    this.right = right.clone();
    this.value = value.clone();
    this.cover = cover.clone();
  }
}
