package org.metier.training.internal.boosting;

import java.util.Arrays;
import org.metier.rank.Tree;
import org.metier.rank.fitting.FeatureColumns;

/// A regression tree as arrays, as it was grown: node 0 is the root, children come after their parent, a
/// leaf has feature -1. A value that is at most the threshold goes left, a missing one where the node says.
/// Not copied: whoever makes one fills the arrays, and then leaves them alone.
public final class GrownTree {
  private final int[] feature;
  private final double[] threshold;
  private final boolean[] missingGoesLeft;
  private final int[] left;
  private final int[] right;
  private final double[] value;
  private final double[] cover;

  /// A tree whose missing values all go left.
  ///
  /// @param cover training pairs that reached the node
  GrownTree(int[] feature, double[] threshold, int[] left, int[] right, double[] value,
      double[] cover) {
    this(feature, threshold, allTrue(feature.length), left, right, value, cover);
  }

  GrownTree(int[] feature, double[] threshold, boolean[] missingGoesLeft, int[] left, int[] right,
      double[] value, double[] cover) {
    this.feature = feature;
    this.threshold = threshold;
    this.missingGoesLeft = missingGoesLeft;
    this.left = left;
    this.right = right;
    this.value = value;
    this.cover = cover;
  }

  /// The same tree.
  static GrownTree of(Tree tree) {
    int count = tree.nodeCount();
    GrownTree same = new GrownTree(new int[count], new double[count], new boolean[count],
        new int[count], new int[count], new double[count], new double[count]);
    for (int node = 0; node < count; node++) {
      same.feature[node] = tree.feature(node);
      same.threshold[node] = tree.threshold(node);
      same.missingGoesLeft[node] = tree.missingGoesLeft(node);
      same.left[node] = tree.left(node);
      same.right[node] = tree.right(node);
      same.value[node] = tree.value(node);
      same.cover[node] = tree.cover(node);
    }
    return same;
  }

  private static boolean[] allTrue(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }

  int[] feature() {
    return feature;
  }

  double[] threshold() {
    return threshold;
  }

  int[] left() {
    return left;
  }

  int[] right() {
    return right;
  }

  double[] value() {
    return value;
  }

  double[] cover() {
    return cover;
  }

  boolean[] missingGoesLeft() {
    return missingGoesLeft;
  }

  /// What the tree says of a row.
  ///
  /// @param row features, NaN where missing
  double output(double[] row) {
    int node = 0;
    while (feature[node] >= 0) {
      node = child(node, row[feature[node]]);
    }
    return value[node];
  }

  /// The number of the leaf that a row reaches.
  int leaf(FeatureColumns columns, int row) {
    int node = 0;
    while (feature[node] >= 0) {
      node = child(node, columns.value(row, feature[node]));
    }
    return node;
  }

  private int child(int node, double x) {
    boolean goesRight = x > threshold[node] || (Double.isNaN(x) && !missingGoesLeft[node]);
    return goesRight ? right[node] : left[node];
  }

  /// The same tree with every output scaled.
  GrownTree scaled(double factor) {
    double[] scaled = new double[value.length];
    for (int node = 0; node < scaled.length; node++) {
      scaled[node] = value[node] * factor;
    }
    return new GrownTree(feature, threshold, missingGoesLeft, left, right, scaled, cover);
  }

  /// The same tree of other features.
  ///
  /// @param numbers the new number of each feature that it tests
  GrownTree renumbered(int[] numbers) {
    int[] renumbered = Arrays.stream(feature).map(f -> f < 0 ? f : numbers[f]).toArray();
    return new GrownTree(renumbered, threshold, missingGoesLeft, left, right, value, cover);
  }

  public Tree toTree() {
    boolean[] goesLeft = new boolean[feature.length];
    for (int node = 0; node < feature.length; node++) {
      goesLeft[node] = feature[node] >= 0 && missingGoesLeft[node];
    }
    return new Tree(feature, threshold, goesLeft, left, right, value, cover);
  }
}
