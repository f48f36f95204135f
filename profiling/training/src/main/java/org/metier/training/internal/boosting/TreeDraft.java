package org.metier.training.internal.boosting;

import java.util.Arrays;

/// A tree that grows: every new node is a leaf until it is split. Not thread-safe.
final class TreeDraft {
  private final int[] feature;
  private final double[] threshold;
  private final boolean[] missingGoesLeft;
  private final int[] left;
  private final int[] right;
  private final double[] value;
  private final double[] cover;
  private int size;

  /// @param most nodes that there may be
  TreeDraft(int most) {
    feature = new int[most];
    threshold = new double[most];
    missingGoesLeft = new boolean[most];
    left = new int[most];
    right = new int[most];
    value = new double[most];
    cover = new double[most];
  }

  /// Adds a leaf.
  ///
  /// @return its number
  int add(double output, double rows) {
    feature[size] = -1;
    value[size] = output;
    cover[size] = rows;
    return size++;
  }

  /// Splits a leaf; missing values go left.
  void split(int node, int by, double at) {
    split(node, by, at, true);
  }

  void split(int node, int by, double at, boolean doesMissingGoLeft) {
    feature[node] = by;
    threshold[node] = at;
    missingGoesLeft[node] = doesMissingGoLeft;
    value[node] = 0;
  }

  void output(int leaf, double output) {
    value[leaf] = output;
  }

  void children(int node, int leftChild, int rightChild) {
    left[node] = leftChild;
    right[node] = rightChild;
  }

  GrownTree tree() {
    return new GrownTree(Arrays.copyOf(feature, size), Arrays.copyOf(threshold, size),
        Arrays.copyOf(missingGoesLeft, size), Arrays.copyOf(left, size), Arrays.copyOf(right, size),
        Arrays.copyOf(value, size),
        Arrays.copyOf(cover, size));
  }
}
