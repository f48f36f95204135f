package org.metier.rank;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What the trees of a forest compare each feature with, and the byte columns that say the same: a
/// comparison `x > threshold` is `rank(x) > number of the threshold`, where the rank of `x` is the number
/// of thresholds below it. A byte holds ranks up to 255, so a feature with more thresholds has several
/// columns, each with the ranks of its stretch of 255 thresholds; and it has these twice if its nodes do
/// not all send missing values to the same side. Immutable and thread-safe.
final class Thresholds {
  static final int PER_COLUMN = 255;

  /// Those that a tree tests, ascending.
  final int[] features;
  /// Where a feature's thresholds start in [#sorted], by position in [#features].
  final int[] start;
  /// How many places a feature's thresholds take, a power of two greater than their number.
  final int[] room;
  /// How many thresholds a feature has.
  final int[] count;
  /// Ascending by feature, filled up with infinity; none is -0.0.
  final double[] sorted;
  /// The first byte column for missing values that go right, -1 if there are none.
  final int[] missingRight;
  /// The first byte column for missing values that go left, -1 if there are none.
  final int[] missingLeft;
  final int columnCount;

  private final int[] positionOfFeature;

  Thresholds(int featureCount, List<Tree> trees) {
    List<TreeSet<Double>> distinct = IntStream.range(0, featureCount)
        .mapToObj(f -> new TreeSet<Double>())
        .toList();
    BitSet goRight = new BitSet();
    BitSet goLeft = new BitSet();
    for (Tree tree : trees) {
      for (int node = 0; node < tree.nodeCount(); node++) {
        if (!tree.isLeaf(node)) {
          distinct.get(tree.feature(node)).add(tree.threshold(node) + 0.0); // -0.0 becomes 0.0
          (tree.missingGoesLeft(node) ? goLeft : goRight).set(tree.feature(node));
        }
      }
    }
    features = IntStream.range(0, featureCount).filter(f -> !distinct.get(f).isEmpty()).toArray();
    positionOfFeature = new int[featureCount];
    start = new int[features.length];
    room = new int[features.length];
    count = new int[features.length];
    missingRight = new int[features.length];
    missingLeft = new int[features.length];
    int places = 0;
    int columns = 0;
    for (int p = 0; p < features.length; p++) {
      int feature = features[p];
      positionOfFeature[feature] = p;
      count[p] = distinct.get(feature).size();
      start[p] = places;
      room[p] = Math.max(16, 2 * Integer.highestOneBit(count[p]));
      places += room[p];
      int stretches = Math.ceilDiv(count[p], PER_COLUMN);
      missingRight[p] = goRight.get(feature) ? columns : -1;
      columns += goRight.get(feature) ? stretches : 0;
      missingLeft[p] = goLeft.get(feature) ? columns : -1;
      columns += goLeft.get(feature) ? stretches : 0;
    }
    columnCount = columns;
    sorted = new double[places];
    Arrays.fill(sorted, Double.POSITIVE_INFINITY);
    for (int p = 0; p < features.length; p++) {
      int at = start[p];
      for (double threshold : distinct.get(features[p])) {
        sorted[at++] = threshold;
      }
    }
  }

  /// The byte column that an inner node compares.
  int column(Tree tree, int node) {
    int position = positionOfFeature[tree.feature(node)];
    int first = tree.missingGoesLeft(node) ? missingLeft[position] : missingRight[position];
    return first + number(tree, node) / PER_COLUMN;
  }

  /// What an inner node compares its byte column with: greater ranks go right.
  int rank(Tree tree, int node) {
    return number(tree, node) % PER_COLUMN;
  }

  private int number(Tree tree, int node) {
    int p = positionOfFeature[tree.feature(node)];
    return Arrays.binarySearch(sorted, start[p], start[p] + count[p], tree.threshold(node) + 0.0)
        - start[p];
  }
}
