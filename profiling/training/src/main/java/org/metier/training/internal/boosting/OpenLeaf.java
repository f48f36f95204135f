package org.metier.training.internal.boosting;

/// A leaf that may still be split, and the best split found for it. Not thread-safe.
final class OpenLeaf {
  final int number;
  final int depth;
  /// Its rows are those at `from` to `to` of the tree's order.
  final int from;
  final int to;
  /// See [Histograms]; empty if the leaf is not to be split.
  long[] sums = {};
  long lambda;
  long hessian;
  /// No output below the leaf may leave these bounds.
  double low = Double.NEGATIVE_INFINITY;
  double high = Double.POSITIVE_INFINITY;

  /// What the best split takes off the loss; 0 if there is none.
  double gain;
  int feature = -1;
  /// Known bins up to this one go left.
  int bin;
  boolean doesMissingGoLeft;
  long leftLambda;
  long leftHessian;

  OpenLeaf(int number, int depth, int from, int to) {
    this.number = number;
    this.depth = depth;
    this.from = from;
    this.to = to;
  }

  int rows() {
    return to - from;
  }

  boolean isBounded() {
    return low > Double.NEGATIVE_INFINITY || high < Double.POSITIVE_INFINITY;
  }
}
