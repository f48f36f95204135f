package org.metier.training.internal.boosting;

/// Makes a tree monotone in chosen features by pulling its leaves' values together: at each split by such a
/// feature, no leaf below the left child may say more than the middle of both sides, and none below the
/// right child less (as LightGBM's "basic" monotone constraints do; the other way round for a falling
/// feature). Where the two sides are in the wrong order, both get their common mean.
///
/// A split that only tells missing values from known ones is left alone: unknown is neither much nor
/// little.
final class MonotoneTree {
  private final GrownTree tree;
  private final int[] directions;

  private MonotoneTree(GrownTree tree, int[] directions) {
    this.tree = tree;
    this.directions = directions;
  }

  /// A copy of the tree whose output never falls as a known value of a rising feature grows, nor rises with
  /// one of a falling feature.
  ///
  /// @param directions per feature: 1 rising, -1 falling, 0 free
  static GrownTree of(GrownTree tree, int[] directions) {
    GrownTree copy = tree.scaled(1);
    new MonotoneTree(copy, directions).bound(0, Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
    return copy;
  }

  private void bound(int node, double low, double high) {
    int feature = tree.feature()[node];
    if (feature < 0) {
      tree.value()[node] = Math.clamp(tree.value()[node], low, high);
      return;
    }
    int left = tree.left()[node];
    int right = tree.right()[node];
    int direction = tree.threshold()[node] < -SmileTrees.LARGEST_VALUE ? 0 : directions[feature];
    if (direction == 0) {
      bound(left, low, high);
      bound(right, low, high);
      return;
    }
    double middle = Math.clamp(middle(left, right, direction), low, high);
    bound(left, direction > 0 ? low : middle, direction > 0 ? middle : high);
    bound(right, direction > 0 ? middle : low, direction > 0 ? high : middle);
  }

  private double middle(int left, int right, int direction) {
    double ofLeft = sum(left) / tree.cover()[left];
    double ofRight = sum(right) / tree.cover()[right];
    return direction * (ofRight - ofLeft) >= 0
        ? (ofLeft + ofRight) / 2
        : (sum(left) + sum(right)) / (tree.cover()[left] + tree.cover()[right]);
  }

  /// The values of the leaves below a node, each times its cover.
  private double sum(int node) {
    return tree.feature()[node] < 0
        ? tree.value()[node] * tree.cover()[node]
        : sum(tree.left()[node]) + sum(tree.right()[node]);
  }
}
