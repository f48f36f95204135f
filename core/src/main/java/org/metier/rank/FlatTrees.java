package org.metier.rank;

import java.util.List;

/// Trees end to end in arrays, walked one after another: the engine for one row of a small forest, and
/// what every other engine has to agree with to the bit. Immutable and thread-safe.
final class FlatTrees {
  private final int[] roots;
  private final int[] feature;
  private final boolean[] missingGoesLeft;
  private final int[] left;
  private final int[] right;
  /// The threshold of an inner node, the value of a leaf.
  private final double[] number;

  FlatTrees(List<Tree> trees) {
    int nodes = trees.stream().mapToInt(Tree::nodeCount).sum();
    roots = new int[trees.size()];
    feature = new int[nodes];
    missingGoesLeft = new boolean[nodes];
    left = new int[nodes];
    right = new int[nodes];
    number = new double[nodes];
    int first = 0;
    for (int t = 0; t < roots.length; t++) {
      Tree tree = trees.get(t);
      roots[t] = first;
      append(tree, first);
      first += tree.nodeCount();
    }
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

  /// The sum over the trees, from 0 and in their order.
  ///
  /// @param rows one value per feature, NaN where missing
  /// @param at where the row starts
  double sum(double[] rows, int at) {
    double sum = 0;
    for (int root : roots) {
      int node = root;
      int tested = feature[node];
      while (tested >= 0) {
        double x = rows[at + tested];
        boolean goesLeft = x <= number[node] || (Double.isNaN(x) && missingGoesLeft[node]);
        node = goesLeft ? left[node] : right[node];
        tested = feature[node];
      }
      sum += number[node];
    }
    return sum;
  }
}
