package org.metier.rank;

/// Shapley values by their definition, over all coalitions: for the tests, and for few features.
final class BruteForceShapley {
  private BruteForceShapley() {}

  static double[] values(Forest forest, double[] row) {
    int features = forest.featureCount();
    double[] values = new double[features];
    for (int f = 0; f < features; f++) {
      for (int coalition = 0; coalition < 1 << features; coalition++) {
        if ((coalition & 1 << f) == 0) {
          int size = Integer.bitCount(coalition);
          double weight = factorial(size) * factorial(features - 1 - size) / factorial(features);
          values[f] += weight * (expectation(forest, row, coalition | 1 << f)
              - expectation(forest, row, coalition));
        }
      }
    }
    return values;
  }

  /// The mean score when only the features of a coalition are known (Lundberg et al. 2018,
  /// Algorithm 1).
  static double expectation(Forest forest, double[] row, int coalition) {
    double sum = forest.offset();
    for (Tree tree : forest.trees()) {
      sum += expectation(tree, 0, row, coalition);
    }
    return sum;
  }

  private static double expectation(Tree tree, int node, double[] row, int coalition) {
    if (tree.isLeaf(node)) {
      return tree.value(node);
    }
    int f = tree.feature(node);
    int left = tree.left(node);
    int right = tree.right(node);
    if ((coalition & 1 << f) != 0) {
      boolean goesLeft = Double.isNaN(row[f])
          ? tree.missingGoesLeft(node)
          : row[f] <= tree.threshold(node);
      return expectation(tree, goesLeft ? left : right, row, coalition);
    }
    return (tree.cover(left) * expectation(tree, left, row, coalition)
        + tree.cover(right) * expectation(tree, right, row, coalition)) / tree.cover(node);
  }

  private static double factorial(int n) {
    double product = 1;
    for (int i = 2; i <= n; i++) {
      product *= i;
    }
    return product;
  }
}
