package org.metier.rank;

/// The Shapley values of one row in one tree after another. Scratch for one row: not thread-safe.
final class TreeShapley {
  /* The values are those of TreeSHAP, Lundberg, Erion and Lee, "Consistent Individualized Feature
   * Attribution for Tree Ensembles" (2018), Algorithm 2 [1]; they are computed in another way.
   *
   * Take one leaf with output v and the d different features on its path. For feature j let o_j be 1 if
   * the row agrees with all of the path's decisions on j, else 0, and z_j the share of training rows that
   * do. The leaf's part of the game is then v times the product of o_j inside and z_j outside of the
   * coalition, and the Shapley value of feature i in it is
   *
   *   v (o_i - z_i) sum over S of |S|! (d - 1 - |S|)! / d! prod(o_j in S) prod(z_j not in S)
   *
   * Since |S|! (d - 1 - |S|)! / d! is the integral of t^|S| (1 - t)^(d - 1 - |S|) over 0 to 1, the sum is
   *
   *   integral over t of prod over j other than i of (t o_j + (1 - t) z_j)
   *
   * a polynomial of degree d - 1 in t, which d / 2 Gauss-Legendre points integrate exactly. Algorithm 2
   * holds the same polynomial by its coefficients and takes factors out again (UNWIND) by differences,
   * which loses digits with every level of depth; here every term is positive or 0, and none is lost.
   *
   * Time O(leaves * d * d) for a tree.
   *
   * [1] https://arxiv.org/abs/1802.03888, and Lundberg et al., "From local explanations to global
   *     understanding with explainable AI for trees", Nature Machine Intelligence 2 (2020).
   */
  private final double[] features;
  private final double[] values;

  private final int[] path;
  private final boolean[] isOnPath;
  private final double[] agrees;
  private final double[] share;
  private final double[] before;

  /// @param features of the row
  /// @param values to add the contributions to
  /// @param longestPath the most different features on a path of any tree to come
  TreeShapley(double[] features, double[] values, int longestPath) {
    this.features = features;
    this.values = values;
    path = new int[longestPath];
    isOnPath = new boolean[features.length];
    agrees = new double[features.length];
    share = new double[features.length];
    before = new double[longestPath + 1];
  }

  /// Adds the contributions within one tree.
  ///
  /// @param rule with at least half as many points as the tree's longest path has features
  void add(Tree tree, UnitQuadrature rule) {
    descend(tree, rule, 0, 0);
  }

  private void descend(Tree tree, UnitQuadrature rule, int node, int length) {
    if (tree.isLeaf(node)) {
      addLeaf(tree.value[node], rule, length);
      return;
    }
    int feature = tree.feature[node];
    boolean isNew = !isOnPath[feature];
    double agreesAbove = isNew ? 1 : agrees[feature];
    double shareAbove = isNew ? 1 : share[feature];
    int below = length;
    if (isNew) {
      isOnPath[feature] = true;
      path[below++] = feature;
    }
    int followed = tree.child(node, features);
    int left = tree.left[node];
    int right = tree.right[node];
    agrees[feature] = followed == left ? agreesAbove : 0;
    share[feature] = shareAbove * tree.share(node, left);
    descend(tree, rule, left, below);
    agrees[feature] = followed == right ? agreesAbove : 0;
    share[feature] = shareAbove * tree.share(node, right);
    descend(tree, rule, right, below);
    agrees[feature] = agreesAbove;
    share[feature] = shareAbove;
    isOnPath[feature] = !isNew;
  }

  private void addLeaf(double output, UnitQuadrature rule, int length) {
    for (int q = 0; q < rule.points.length; q++) {
      double t = rule.points[q];
      before[0] = 1;
      for (int j = 0; j < length; j++) {
        before[j + 1] = before[j] * factor(t, path[j]);
      }
      double weighted = output * rule.weights[q];
      double after = 1;
      for (int j = length - 1; j >= 0; j--) {
        int feature = path[j];
        values[feature] += weighted * (agrees[feature] - share[feature]) * before[j] * after;
        after *= factor(t, feature);
      }
    }
  }

  private double factor(double t, int feature) {
    return t * agrees[feature] + (1 - t) * share[feature];
  }
}
