package org.metier.rank;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Trees whose walk has no branch to mispredict, in plain Java: eight walks at once, of eight rows through
/// one tree or of one row through eight trees. Immutable and thread-safe.
final class PackedTrees implements Engine {
  /* A step is
   *
   *   node = child[node] + sign bit of (threshold[node] - x[column[node]])
   *
   * with the right child behind the left one. It decides as x <= threshold does, for all doubles: under
   * gradual underflow a difference is 0 only between equals, and then it is +0, because thresholds are
   * never -0.0; and as thresholds are finite, it is never NaN as long as x is not.
   *
   * So missing values must be gone before the walk: a column is a feature together with the side to which
   * a missing value goes, and holds an infinity where the value is missing. A feature whose nodes do not
   * all send missing values to one side has two columns.
   *
   * Every walk takes as many steps as its tree is deep. A leaf leads to itself: it tests the last column,
   * which is 0, against 0.
   *
   * `cond ? 1 : 0` instead of the sign bit would be a branch or a conditional move as the compiler likes
   * it, from one run to the next.
   */
  private static final int WALKS = 8;
  /// To the column's number from the upper half of a node's `way`, which holds its place in a block.
  private static final int TO_COLUMN = 32 + Integer.numberOfTrailingZeros(Block.ROWS);

  private final int[] roots;
  private final int[] depths;
  /// 0 for a leaf.
  private final double[] threshold;
  /// The place of the column in the upper half, the left child in the lower.
  private final long[] way;
  /// 0 for an inner node.
  private final double[] value;

  private final int[] featureOfColumn;
  private final boolean[] missingGoesLeft;

  PackedTrees(List<Tree> trees) {
    int nodes = trees.stream().mapToInt(Tree::nodeCount).sum();
    roots = new int[trees.size()];
    depths = new int[trees.size()];
    threshold = new double[nodes];
    way = new long[nodes];
    value = new double[nodes];
    Map<Integer, Integer> columns = columns(trees);
    featureOfColumn = new int[columns.size()];
    missingGoesLeft = new boolean[columns.size()];
    columns.forEach((key, column) -> {
      featureOfColumn[column] = key / 2;
      missingGoesLeft[column] = key % 2 == 1;
    });
    int first = 0;
    for (int t = 0; t < roots.length; t++) {
      roots[t] = first;
      depths[t] = pack(trees.get(t), first, columns);
      first += trees.get(t).nodeCount();
    }
  }

  private static Map<Integer, Integer> columns(List<Tree> trees) {
    Map<Integer, Integer> columns = new HashMap<>();
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodeCount(); node++) {
        if (!tree.isLeaf(node)) {
          columns.putIfAbsent(key(tree, node), columns.size());
        }
      }
    }
    return columns;
  }

  private static int key(Tree tree, int node) {
    return 2 * tree.feature(node) + (tree.missingGoesLeft(node) ? 1 : 0);
  }

  /// Level by level, which puts siblings side by side.
  ///
  /// @return the depth of the tree
  private int pack(Tree tree, int first, Map<Integer, Integer> columns) {
    Deque<Integer> level = new ArrayDeque<>(List.of(0));
    List<Integer> next = new ArrayList<>();
    int at = first;
    int children = first + 1;
    int depth = 0;
    while (!level.isEmpty()) {
      int node = level.remove();
      boolean isLeaf = tree.isLeaf(node);
      int column = isLeaf ? featureOfColumn.length : columns.getOrDefault(key(tree, node), 0);
      threshold[at] = isLeaf ? 0 : tree.threshold(node) + 0.0; // -0.0 becomes 0.0
      value[at] = tree.value(node);
      way[at] = (((long) column * Block.ROWS) << 32) | (isLeaf ? at : children);
      at++;
      if (!isLeaf) {
        next.add(tree.left(node));
        next.add(tree.right(node));
        children += 2;
      }
      if (level.isEmpty() && !next.isEmpty()) {
        level.addAll(next);
        next.clear();
        depth++;
      }
    }
    return depth;
  }

  /// How many columns a block needs for the walk.
  int columnCount() {
    return featureOfColumn.length + 1;
  }

  @Override
  public void sum(Block block, int count) {
    double[] resolved = block.resolved;
    for (int c = 0; c < featureOfColumn.length; c++) {
      double missing = missingGoesLeft[c] ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      int from = featureOfColumn[c] * Block.ROWS;
      int to = c * Block.ROWS;
      for (int r = 0; r < count; r++) {
        double x = block.features[from + r];
        resolved[to + r] = Double.isNaN(x) ? missing : x;
      }
    }
    for (int r = 0; r < count; r++) {
      block.sums[r] = 0;
    }
    for (int t = 0; t < roots.length; t++) {
      for (int r = 0; r < count; r += WALKS) {
        walkRows(t, resolved, r, block.sums);
      }
    }
  }

  private void walkRows(int tree, double[] x, int r, double[] sums) {
    int a = roots[tree];
    int b = a;
    int c = a;
    int d = a;
    int e = a;
    int f = a;
    int g = a;
    int h = a;
    for (int step = depths[tree]; step > 0; step--) {
      a = next(a, x, r);
      b = next(b, x, r + 1);
      c = next(c, x, r + 2);
      d = next(d, x, r + 3);
      e = next(e, x, r + 4);
      f = next(f, x, r + 5);
      g = next(g, x, r + 6);
      h = next(h, x, r + 7);
    }
    sums[r] += value[a];
    sums[r + 1] += value[b];
    sums[r + 2] += value[c];
    sums[r + 3] += value[d];
    sums[r + 4] += value[e];
    sums[r + 5] += value[f];
    sums[r + 6] += value[g];
    sums[r + 7] += value[h];
  }

  private int next(int node, double[] x, int row) {
    long leads = way[node];
    double over = threshold[node] - x[(int) (leads >>> 32) + row];
    return (int) leads + (int) (Double.doubleToRawLongBits(over) >>> 63);
  }

  /// Prepares one row for the walk.
  ///
  /// @param row one value per feature, NaN where missing
  /// @param x room for a value per column
  void resolve(double[] row, double[] x) {
    for (int c = 0; c < featureOfColumn.length; c++) {
      double missing = missingGoesLeft[c] ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      double value = row[featureOfColumn[c]];
      x[c] = Double.isNaN(value) ? missing : value;
    }
    x[featureOfColumn.length] = 0;
  }

  /// The sum for one row, from 0 and in the order of the trees.
  ///
  /// @param x a row as [#resolve] writes it
  double sum(double[] x) {
    double sum = 0;
    int t = 0;
    for (; t + WALKS <= roots.length; t += WALKS) {
      sum = walkTrees(t, x, sum);
    }
    for (; t < roots.length; t++) {
      int node = roots[t];
      for (int step = depths[t]; step > 0; step--) {
        node = next(node, x);
      }
      sum += value[node];
    }
    return sum;
  }

  private double walkTrees(int tree, double[] x, double before) {
    int a = roots[tree];
    int b = roots[tree + 1];
    int c = roots[tree + 2];
    int d = roots[tree + 3];
    int e = roots[tree + 4];
    int f = roots[tree + 5];
    int g = roots[tree + 6];
    int h = roots[tree + 7];
    for (int step = deepest(tree); step > 0; step--) {
      a = next(a, x);
      b = next(b, x);
      c = next(c, x);
      d = next(d, x);
      e = next(e, x);
      f = next(f, x);
      g = next(g, x);
      h = next(h, x);
    }
    return before + value[a] + value[b] + value[c] + value[d] + value[e] + value[f] + value[g]
        + value[h];
  }

  private int deepest(int tree) {
    int deepest = 0;
    for (int t = tree; t < tree + WALKS; t++) {
      deepest = Math.max(deepest, depths[t]);
    }
    return deepest;
  }

  private int next(int node, double[] x) {
    long leads = way[node];
    double over = threshold[node] - x[(int) (leads >>> TO_COLUMN)];
    return (int) leads + (int) (Double.doubleToRawLongBits(over) >>> 63);
  }
}
