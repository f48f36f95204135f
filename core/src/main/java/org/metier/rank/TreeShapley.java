package org.metier.rank;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
   * That is done for all leaves below a node at once (as Linear TreeSHAP does with other polynomials,
   * Yu et al. 2022 [2]). On the way down P is the product of the factors above the node at each point; on
   * the way up H is the sum over the leaves below it of v and the factors on the way there. A node that
   * tests a new feature, with the factors f and g of its children, has
   *
   *   H = f H_left + g H_right, and gives its feature (o_left - z_left) P (H_left - H_right)
   *
   * summed over the points, because o and z of both children add up to 1. Where the feature was tested
   * further up, the factor F from there is replaced: with Q = P / F,
   *
   *   H = (f H_left + g H_right) / F, and the feature gets
   *   (o_left - z_left) Q H_left + (o_right - z_right) Q H_right - (o - z) Q H
   *
   * where the last term takes back what the edge from above gives for these leaves.
   *
   * Time O(nodes * longest path) for a row and tree. The inner loops run over all points and rows, with
   * nothing between them that depends on the data.
   *
   * [1] https://arxiv.org/abs/1802.03888, and Lundberg et al., "From local explanations to global
   *     understanding with explainable AI for trees", Nature Machine Intelligence 2 (2020).
   * [2] https://arxiv.org/abs/2209.08192
   */
  private static final int NONE = -1;

  private final int rows;
  /// Feature by feature, as all that follows, then row by row; infinite where a value is missing, on the
  /// side to which it goes.
  private final double[] missingLow;
  private final double[] missingHigh;
  /// Feature by feature, then point by point, then row by row.
  private final double[] @Nullable [] values;

  /* By the depth of a node, at each point for all rows. */
  private final double[][] product;
  private final double[][] below;
  /// What is left of `below` of the left child while the right one is visited.
  private final double[][] belowLeft;

  /* Of the edge that the walk has taken from the node, and all decisions on its feature above. */
  private final double[][] agrees;
  private final double[][] factor;
  private final double[] share;
  /// Whether the row goes left at the node.
  private final double[][] goesLeft;
  /// The depth of the node above that tested a feature last.
  private final int[] lastTest;

  private final double[] inside;
  private final double[] outside;
  private final int room;
  private int places;

  /// @param features of the rows, feature by feature
  /// @param rows how many
  /// @param depth the most decisions above a leaf of any tree to come
  /// @param points the most points of any rule to come
  TreeShapley(double[] features, int rows, int depth, int points) {
    this.rows = rows;
    missingLow = features.clone();
    missingHigh = features.clone();
    for (int i = 0; i < features.length; i++) {
      if (Double.isNaN(features[i])) {
        missingLow[i] = Double.NEGATIVE_INFINITY;
        missingHigh[i] = Double.POSITIVE_INFINITY;
      }
    }
    room = points * rows;
    values = new double[features.length / rows][];
    product = new double[depth + 1][room];
    below = new double[depth + 1][room];
    belowLeft = new double[depth + 1][room];
    agrees = new double[depth + 1][room];
    factor = new double[depth + 1][room];
    goesLeft = new double[depth + 1][room];
    share = new double[depth + 1];
    lastTest = new int[values.length];
    Arrays.fill(lastTest, NONE);
    inside = new double[room];
    outside = new double[room];
  }

  /// What all trees so far gave a feature.
  double value(int feature, int row) {
    double[] ofFeature = values[feature];
    double value = 0;
    for (int i = row; ofFeature != null && i < room; i += rows) {
      value += ofFeature[i];
    }
    return value;
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
    visit(tree, 0, 0);
  }

  /// Writes `below` of the node.
  private void visit(Tree tree, int node, int depth) {
    if (tree.isLeaf(node)) {
      Arrays.fill(below[depth], 0, places, tree.value[node]);
      return;
    }
    int feature = tree.feature[node];
    int above = lastTest[feature];
    decide(tree, node, goesLeft[depth]);
    lastTest[feature] = depth;
    follow(tree, node, tree.left[node], depth, above);
    double[] left = below[depth + 1];
    below[depth + 1] = belowLeft[depth];
    belowLeft[depth] = left;
    follow(tree, node, tree.right[node], depth, above);
    lastTest[feature] = above;
    double shareLeft = tree.share(node, tree.left[node]);
    if (above == NONE) {
      give(ofFeature(feature), depth, shareLeft);
    } else {
      giveAgain(ofFeature(feature), depth, above, shareLeft);
    }
  }

  private double[] ofFeature(int feature) {
    double[] ofFeature = values[feature];
    if (ofFeature == null) {
      ofFeature = new double[room];
      values[feature] = ofFeature;
    }
    return ofFeature;
  }

  /// 1 where the row goes left, else 0: as [PackedTrees] decides.
  private void decide(Tree tree, int node, double[] goesLeft) {
    double[] x = tree.missingGoesLeft[node] ? missingLow : missingHigh;
    int at = tree.feature[node] * rows;
    double threshold = tree.threshold[node] + 0.0; // -0.0 becomes 0.0
    for (int r = 0; r < rows; r++) {
      goesLeft[r] = 1 - (Double.doubleToRawLongBits(threshold - x[at + r]) >>> 63);
    }
    for (int filled = rows; filled < places; filled += rows) {
      System.arraycopy(goesLeft, 0, goesLeft, filled, rows);
    }
  }

  private void follow(Tree tree, int node, int child, int depth, int above) {
    if (!tree.isLeaf(child)) {
      boolean isLeft = child == tree.left[node];
      share[depth] = tree.share(node, child) * (above == NONE ? 1 : share[above]);
      agree(isLeft, agrees[depth], goesLeft[depth], above);
      if (above == NONE) {
        multiply(depth);
      } else {
        replace(depth, above);
      }
    }
    visit(tree, child, depth + 1);
  }

  private void agree(boolean isLeft, double[] agrees, double[] goesLeft, int above) {
    double offset = isLeft ? 0 : 1;
    double sign = isLeft ? 1 : -1;
    for (int i = 0; i < places; i++) {
      agrees[i] = offset + sign * goesLeft[i];
    }
    if (above != NONE) {
      double[] agreesAbove = this.agrees[above];
      for (int i = 0; i < places; i++) {
        agrees[i] *= agreesAbove[i];
      }
    }
  }

  private void multiply(int depth) {
    double[] before = product[depth];
    double[] after = product[depth + 1];
    double[] factor = this.factor[depth];
    double[] agrees = this.agrees[depth];
    double share = this.share[depth];
    for (int i = 0; i < places; i++) {
      double f = inside[i] * agrees[i] + outside[i] * share;
      factor[i] = f;
      after[i] = before[i] * f;
    }
  }

  private void replace(int depth, int above) {
    double[] before = product[depth];
    double[] after = product[depth + 1];
    double[] factor = this.factor[depth];
    double[] replaced = this.factor[above];
    double[] agrees = this.agrees[depth];
    double share = this.share[depth];
    for (int i = 0; i < places; i++) {
      double f = inside[i] * agrees[i] + outside[i] * share;
      factor[i] = f;
      after[i] = before[i] / replaced[i] * f;
    }
  }

  private void give(double[] values, int depth, double shareLeft) {
    double[] product = this.product[depth];
    double[] goesLeft = this.goesLeft[depth];
    double[] left = belowLeft[depth];
    double[] right = below[depth + 1];
    double[] below = this.below[depth];
    double shareRight = 1 - shareLeft;
    for (int i = 0; i < places; i++) {
      double o = goesLeft[i];
      double f = inside[i] * o + outside[i] * shareLeft;
      double g = inside[i] * (1 - o) + outside[i] * shareRight;
      values[i] += (o - shareLeft) * product[i] * (left[i] - right[i]);
      below[i] = f * left[i] + g * right[i];
    }
  }

  private void giveAgain(double[] values, int depth, int above, double shareLeft) {
    double[] product = this.product[depth];
    double[] goesLeft = this.goesLeft[depth];
    double[] left = belowLeft[depth];
    double[] right = below[depth + 1];
    double[] below = this.below[depth];
    double[] factorAbove = factor[above];
    double[] agreesAbove = agrees[above];
    double shareAbove = share[above];
    double zLeft = shareAbove * shareLeft;
    double zRight = shareAbove * (1 - shareLeft);
    for (int i = 0; i < places; i++) {
      double o = agreesAbove[i];
      double oLeft = o * goesLeft[i];
      double oRight = o * (1 - goesLeft[i]);
      double inverse = 1 / factorAbove[i];
      double replaced = product[i] * inverse;
      double f = inside[i] * oLeft + outside[i] * zLeft;
      double g = inside[i] * oRight + outside[i] * zRight;
      double h = (f * left[i] + g * right[i]) * inverse;
      values[i] += ((oLeft - zLeft) * left[i] + (oRight - zRight) * right[i]
          - (o - shareAbove) * h) * replaced;
      below[i] = h;
    }
  }
}
