package org.metier.benchmarks.forest;

import java.util.List;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// A forest as node objects, walked one row and tree after another: as search engines' ranking plugins do
/// it. Immutable and thread-safe.
final class ObjectTrees {
  private final List<Node> roots;
  private final double offset;

  ObjectTrees(Forest forest) {
    roots = forest.trees().stream().map(tree -> node(tree, 0)).toList();
    offset = forest.offset();
  }

  private sealed interface Node {
    record Inner(int feature, double threshold, boolean missingGoesLeft, Node left,
        Node right) implements Node {}

    record Leaf(double value) implements Node {}
  }

  private static Node node(Tree tree, int node) {
    return tree.isLeaf(node)
        ? new Node.Leaf(tree.value(node))
        : new Node.Inner(tree.feature(node), tree.threshold(node), tree.missingGoesLeft(node),
            node(tree, tree.left(node)), node(tree, tree.right(node)));
  }

  /// @param at where the row starts
  double score(double[] rows, int at) {
    double sum = 0;
    for (Node root : roots) {
      Node node = root;
      while (node instanceof Node.Inner inner) {
        double x = rows[at + inner.feature];
        boolean goesLeft = Double.isNaN(x) ? inner.missingGoesLeft : x <= inner.threshold;
        node = goesLeft ? inner.left : inner.right;
      }
      sum += ((Node.Leaf) node).value;
    }
    return offset + sum;
  }
}
