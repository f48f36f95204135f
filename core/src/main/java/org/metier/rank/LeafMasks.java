package org.metier.rank;

import java.util.ArrayList;
import java.util.List;

/// Trees as QuickScorer holds them: a bit for each leaf, from left to right, and for each node the leaves
/// that are out of reach for a row that goes right there, which are those of its left subtree. The first
/// leaf that no node rules out is the row's. (Lucchese et al., "QuickScorer: a fast algorithm to rank
/// documents with additive ensembles of regression trees", SIGIR 2015.)
///
/// The bits are kept by planes of eight leaves; a node is an entry in each plane in which it rules out a
/// leaf. Immutable and thread-safe.
final class LeafMasks {
  static final int LEAVES_PER_PLANE = 8;
  /// What a byte can number.
  static final int MAX_LEAVES = 256;

  /// The first plane of each tree, and the number of planes at the end.
  final int[] planes;
  /// The first entry of each plane, and the number of entries at the end.
  final int[] entries;
  /// Where the entry's byte column starts in [Block#bins].
  final int[] bins;
  /// The rank that the column is compared with, less 128.
  final byte[] rank;
  /// The leaves that stay within reach of rows with a greater rank.
  final byte[] keep;
  /// The first value of each tree.
  final int[] firstValue;
  /// How many places the tree's values take: 16, 32, 64 or, for more leaves, [#MAX_LEAVES].
  final int[] room;
  /// The outputs of the leaves, from left to right.
  final double[] values;

  LeafMasks(List<Tree> trees, Thresholds thresholds) {
    planes = new int[trees.size() + 1];
    firstValue = new int[trees.size()];
    room = new int[trees.size()];
    List<Leaves> all = trees.stream().map(Leaves::new).toList();
    int places = 0;
    for (int t = 0; t < firstValue.length; t++) {
      int leaves = all.get(t).count;
      planes[t + 1] = planes[t] + Math.ceilDiv(leaves, LEAVES_PER_PLANE);
      firstValue[t] = places;
      room[t] = leaves > 64 ? MAX_LEAVES : Math.max(16, Integer.highestOneBit(2 * leaves - 1));
      places += room[t];
    }
    values = new double[places];
    entries = new int[planes[trees.size()] + 1];
    List<int[]> found = new ArrayList<>();
    for (int t = 0; t < firstValue.length; t++) {
      all.get(t).copyValues(values, firstValue[t]);
      for (int plane = planes[t]; plane < planes[t + 1]; plane++) {
        all.get(t).addEntries(plane - planes[t], thresholds, found);
        entries[plane + 1] = found.size();
      }
    }
    bins = found.stream().mapToInt(entry -> entry[0] * Block.ROWS).toArray();
    rank = new byte[found.size()];
    keep = new byte[found.size()];
    for (int e = 0; e < rank.length; e++) {
      rank[e] = (byte) (found.get(e)[1] + Byte.MIN_VALUE);
      keep[e] = (byte) found.get(e)[2];
    }
  }

  int treeCount() {
    return firstValue.length;
  }

  /// Whether bytes can number the leaves of every tree.
  static boolean canHold(List<Tree> trees) {
    return trees.stream().allMatch(tree -> tree.nodeCount() / 2 + 1 <= MAX_LEAVES);
  }

  /// The leaves of one tree, numbered from left to right.
  private static final class Leaves {
    private final Tree tree;
    /// The first leaf below a node.
    private final int[] first;
    private final int count;

    Leaves(Tree tree) {
      this.tree = tree;
      first = new int[tree.nodeCount()];
      count = number(0, 0);
    }

    private int number(int node, int next) {
      first[node] = next;
      return tree.isLeaf(node)
          ? next + 1
          : number(tree.right(node), number(tree.left(node), next));
    }

    void copyValues(double[] values, int at) {
      for (int node = 0; node < first.length; node++) {
        if (tree.isLeaf(node)) {
          values[at + first[node]] = tree.value(node);
        }
      }
    }

    void addEntries(int plane, Thresholds thresholds, List<int[]> entries) {
      for (int node = 0; node < first.length; node++) {
        if (!tree.isLeaf(node)) {
          int keep = 0xFF & ~outOfReach(node, plane);
          if (keep != 0xFF) {
            entries.add(
                new int[]{thresholds.column(tree, node), thresholds.rank(tree, node), keep});
          }
        }
      }
    }

    /// The leaves of a plane that are below the left child.
    private int outOfReach(int node, int plane) {
      int from = Math.max(0, first[tree.left(node)] - LEAVES_PER_PLANE * plane);
      int to = Math.min(LEAVES_PER_PLANE, first[tree.right(node)] - LEAVES_PER_PLANE * plane);
      return from >= to ? 0 : (1 << to) - (1 << from);
    }
  }
}
