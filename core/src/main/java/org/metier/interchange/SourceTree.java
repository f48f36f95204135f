package org.metier.interchange;

import java.util.ArrayList;
import java.util.List;
import org.metier.rank.Tree;

/// A tree as its file has it: nodes by any number, in any order.
abstract class SourceTree {
  abstract boolean isLeaf(int node);

  abstract int feature(int node);

  /// The highest double that goes to the left.
  abstract double threshold(int node);

  abstract boolean missingGoesLeft(int node);

  abstract int left(int node);

  abstract int right(int node);

  /// Of a leaf.
  abstract double value(int node);

  /// Of a leaf: the weight of the rows that reached it, at least 0.
  abstract double cover(int node);

  /// What a leaf weighs that no row reached, as a share of nothing: small enough not to count.
  private static final double NO_COVER = 1e-30;

  /// Parents first, left before right; an inner node's cover is the sum of its leaves', since single
  /// precision in the file may miss it.
  ///
  /// @throws IllegalArgumentException if the nodes are no tree
  final Tree toTree(int root) {
    List<Integer> order = new ArrayList<>();
    List<int[]> children = new ArrayList<>();
    List<int[]> open = new ArrayList<>();
    open.add(new int[]{root, -1, 0});
    while (!open.isEmpty()) {
      int[] next = open.removeLast();
      if (order.size() >= ForeignModel.MAX_NODES) {
        throw new IllegalArgumentException("has a tree that goes in circles or has more than "
            + ForeignModel.MAX_NODES + " nodes");
      }
      int number = order.size();
      order.add(next[0]);
      children.add(new int[]{-1, -1});
      if (next[1] >= 0) {
        children.get(next[1])[next[2]] = number;
      }
      if (!isLeaf(next[0])) {
        open.add(new int[]{right(next[0]), number, 1});
        open.add(new int[]{left(next[0]), number, 0});
      }
    }
    return build(order, children);
  }

  private Tree build(List<Integer> order, List<int[]> children) {
    int nodes = order.size();
    int[] feature = new int[nodes];
    double[] threshold = new double[nodes];
    boolean[] missingGoesLeft = new boolean[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    double[] value = new double[nodes];
    double[] cover = new double[nodes];
    for (int n = nodes - 1; n >= 0; n--) {
      int node = order.get(n);
      left[n] = children.get(n)[0];
      right[n] = children.get(n)[1];
      if (isLeaf(node)) {
        feature[n] = -1;
        value[n] = value(node);
        cover[n] = Math.max(cover(node), NO_COVER);
      } else {
        feature[n] = feature(node);
        threshold[n] = threshold(node);
        missingGoesLeft[n] = missingGoesLeft(node);
        cover[n] = cover[left[n]] + cover[right[n]];
      }
    }
    return new Tree(feature, threshold, missingGoesLeft, left, right, value, cover);
  }
}
