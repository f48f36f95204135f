package org.metier.rank;

import java.util.Arrays;

/// The Shapley values of some rows in one tree after another. Scratch for these rows: not thread-safe.
final class TreeShapley {
  /* The values are those of path-dependent TreeSHAP, Lundberg, Erion and Lee, "Consistent Individualized
   * Feature Attribution for Tree Ensembles" (2018), Algorithm 2 [1]; they are computed in another way.
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
   *   integral over t of prod over j other than i of f_j(t), where f_j(t) = t o_j + (1 - t) z_j
   *
   * a polynomial of degree d - 1 in t, which d / 2 Gauss-Legendre points integrate exactly. Algorithm 2
   * holds the same polynomial by its coefficients and takes factors out again (UNWIND) by differences,
   * which loses digits with every level of depth. At a point inside of 0 to 1 every factor is greater than
   * 0, so that here it is divided out.
   *
   * That is done for all leaves below an edge at once (as Linear TreeSHAP does with other polynomials,
   * Yu et al. 2022 [2]): on the way down P is the product of the factors at each point; a leaf gives v P, an
   * edge S, the sum over the leaves below it; and the edge's feature gets (o - z) S / f, summed over the
   * points. Where a feature was tested further up already, its last factor replaces the one from there,
   * and what that edge is going to give for the leaves below this one is taken back.
   *
   * Time O(nodes * longest path) for a row and tree. The inner loops run over all points and rows, with
   * nothing between them that depends on the data.
   *
   * [1] https://arxiv.org/abs/1802.03888, and Lundberg et al., "From local explanations to global
   *     understanding with explainable AI for trees", Nature Machine Intelligence 2 (2020).
   * [2] https://arxiv.org/abs/2209.08192
   */
  private static final int NONE = 0;

  private final int rows;
  /// Feature by feature, as all that follows, then row by row.
  private final double[] features;
  private final double[] values;

  /* By the depth of an edge's lower end; at each point for all rows. */
  private final double[][] product;
  private final double[][] factor;
  private final double[][] agrees;
  private final double[][] sum;
  private final double[] share;
  /// The edge above that tested a feature last.
  private final int[] lastEdge;

  private final double[] quotient;
  private final double[] inside;
  private final double[] outside;
  private int places;

  /// @param features of the rows, feature by feature
  /// @param rows how many
  /// @param depth the most decisions above a leaf of any tree to come
  /// @param points the most points of any rule to come
  TreeShapley(double[] features, int rows, int depth, int points) {
    this.features = features;
    this.rows = rows;
    values = new double[features.length];
    product = new double[depth + 1][points * rows];
    factor = new double[depth + 1][points * rows];
    agrees = new double[depth + 1][points * rows];
    sum = new double[depth + 1][points * rows];
    share = new double[depth + 1];
    lastEdge = new int[features.length / rows];
    quotient = new double[points * rows];
    inside = new double[points * rows];
    outside = new double[points * rows];
  }

  /// What all trees so far gave, feature by feature, then row by row.
  double[] values() {
    return values;
  }

  /// Adds the contributions within one tree.
  ///
  /// @param rule with at least half as many points as the tree's longest path has features
  void add(Tree tree, UnitQuadrature rule) {
    places = rule.points.length * rows;
    for (int q = 0; q < rule.points.length; q++) {
      Arrays.fill(inside, q * rows, (q + 1) * rows, rule.points[q]);
      Arrays.fill(outside, q * rows, (q + 1) * rows, 1 - rule.points[q]);
      Arrays.fill(product[0], q * rows, (q + 1) * rows, rule.weights[q]);
    }
    descend(tree, 0, 0);
  }

  private void descend(Tree tree, int node, int depth) {
    if (tree.isLeaf(node)) {
      double output = tree.value[node];
      for (int i = 0; i < places; i++) {
        sum[depth][i] = output * product[depth][i];
      }
      return;
    }
    follow(tree, node, tree.left[node], depth);
    System.arraycopy(sum[depth + 1], 0, sum[depth], 0, places);
    follow(tree, node, tree.right[node], depth);
    add(sum[depth], sum[depth + 1], places);
  }

  /// Goes down one edge and gives its feature what the leaves below add to it.
  private void follow(Tree tree, int node, int child, int depth) {
    int feature = tree.feature[node];
    int above = lastEdge[feature];
    int edge = depth + 1;
    share[edge] = tree.share(node, child);
    agree(tree, node, child, edge);
    if (above == NONE) {
      multiply(edge);
    } else {
      share[edge] *= share[above];
      replace(edge, above);
    }
    lastEdge[feature] = edge;
    descend(tree, child, edge);
    lastEdge[feature] = above;
    give(feature, sum[edge], edge, 1);
    if (above != NONE) {
      give(feature, sum[edge], above, -1);
    }
  }

  private void agree(Tree tree, int node, int child, int edge) {
    int at = tree.feature[node] * rows;
    double threshold = tree.threshold[node];
    double ofMissing = tree.missingGoesLeft[node] == (child == tree.left[node]) ? 1 : 0;
    double ofLow = child == tree.left[node] ? 1 : 0;
    double[] agrees = this.agrees[edge];
    for (int r = 0; r < rows; r++) {
      double x = features[at + r];
      agrees[r] = x <= threshold ? ofLow : x > threshold ? 1 - ofLow : ofMissing;
    }
    for (int filled = rows; filled < places; filled += rows) {
      System.arraycopy(agrees, 0, agrees, filled, rows);
    }
  }

  private void multiply(int edge) {
    double[] before = product[edge - 1];
    double[] after = product[edge];
    double[] factor = this.factor[edge];
    double[] agrees = this.agrees[edge];
    double share = this.share[edge];
    for (int i = 0; i < places; i++) {
      double f = inside[i] * agrees[i] + outside[i] * share;
      factor[i] = f;
      after[i] = before[i] * f;
    }
  }

  private void replace(int edge, int above) {
    double[] before = product[edge - 1];
    double[] after = product[edge];
    double[] factor = this.factor[edge];
    double[] replaced = this.factor[above];
    double[] agrees = this.agrees[edge];
    double[] agreesAbove = this.agrees[above];
    double share = this.share[edge];
    for (int i = 0; i < places; i++) {
      double o = agrees[i] * agreesAbove[i];
      double f = inside[i] * o + outside[i] * share;
      agrees[i] = o;
      factor[i] = f;
      after[i] = before[i] / replaced[i] * f;
    }
  }

  private void give(int feature, double[] sum, int edge, double sign) {
    double[] factor = this.factor[edge];
    for (int i = 0; i < places; i++) {
      quotient[i] = sum[i] / factor[i];
    }
    for (int from = rows; from < places; from += rows) {
      for (int r = 0; r < rows; r++) {
        quotient[r] += quotient[from + r];
      }
    }
    double[] agrees = this.agrees[edge];
    double share = this.share[edge];
    int at = feature * rows;
    for (int r = 0; r < rows; r++) {
      values[at + r] += sign * (agrees[r] - share) * quotient[r];
    }
  }

  private static void add(double[] to, double[] from, int count) {
    for (int i = 0; i < count; i++) {
      to[i] += from[i];
    }
  }
}
