package org.metier.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sum of regression trees. Immutable and thread-safe.
///
/// How a score is added up is defined, so that every way of scoring gives the same bits: `constant()` is the
/// offset plus the trees of one leaf, which test nothing; a sum starts at 0 and adds the other trees in the
/// order of [#trees]; the score is `constant()` plus this sum.
///
/// Scoring a row costs one walk per tree and allocates nothing; scoring a batch costs far less per row;
/// explaining costs, per tree, its nodes times half its depth.
public final class Forest {
  /// Explained at once: what keeps the scratch for a tree in the processor's first cache.
  private static final int MOST_EXPLAINED = 24;

  private final int featureCount;
  private final double offset;
  private final List<Tree> trees;
  private final SummedTrees summed;
  private final Engines engines;
  private final double base;
  private final int depth;
  private final List<UnitQuadrature> rules;

  private Forest(int featureCount, double offset, List<Tree> trees) {
    this.featureCount = featureCount;
    this.offset = offset;
    this.trees = List.copyOf(trees);
    summed = SummedTrees.of(offset, this.trees);
    engines = new Engines(featureCount, summed);
    double means = 0;
    for (Tree tree : summed.trees()) {
      means += tree.mean();
    }
    base = summed.constant() + means;
    depth = summed.trees().stream().mapToInt(Tree::depth).max().orElse(0);
    Map<Integer, UnitQuadrature> ofSize = new HashMap<>();
    rules = summed.trees()
        .stream()
        .map(tree -> Math.max(1, (tree.longestPath() + 1) / 2))
        .map(points -> ofSize.computeIfAbsent(points, UnitQuadrature::ofPoints))
        .toList();
  }

  /// @param featureCount of a row, at least 1; every tree tests features below it
  /// @param offset finite
  /// @throws IllegalArgumentException if a tree tests a feature beyond `featureCount`
  public static Forest of(int featureCount, double offset, List<Tree> trees) {
    if (featureCount < 1) {
      throw new IllegalArgumentException("featureCount must be at least 1, was " + featureCount);
    }
    if (!Double.isFinite(offset)) {
      throw new IllegalArgumentException("offset must be finite, was " + offset);
    }
    for (int t = 0; t < trees.size(); t++) {
      for (int node = 0; node < trees.get(t).nodeCount(); node++) {
        if (trees.get(t).feature(node) >= featureCount) {
          throw new IllegalArgumentException(
              "node " + node + " of tree " + t + " tests feature " + trees.get(t).feature(node)
                  + ", but a row has features 0 to " + (featureCount - 1));
        }
      }
    }
    return new Forest(featureCount, offset, trees);
  }

  public int featureCount() {
    return featureCount;
  }

  public double offset() {
    return offset;
  }

  public List<Tree> trees() {
    return trees;
  }

  /// What every row scores, whatever its features: the offset plus the trees of one leaf.
  public double constant() {
    return summed.constant();
  }

  /// The mean score over the training rows: each tree's outputs, weighted by cover.
  public double base() {
    return base;
  }

  /// @param features one per feature, NaN where missing
  public double score(double[] features) {
    requireRow(features);
    return engines.score(features);
  }

  /// Scores many rows at once: each as [#score(double[])] does, to the bit, but many times faster. Allocates
  /// nothing, but for the first call of a thread and while vectors are being tried; by vectors on an x86
  /// processor without AVX2, some bytes for each row and tree.
  ///
  /// @param rows one after another, each with one value per feature, NaN where missing
  /// @param count how many rows of the array to score, 0 or more
  /// @param scores filled from the start, one per row; what is behind them is left as it is
  public void score(double[] rows, int count, double[] scores) {
    requireRows(rows, count);
    requireRoom("scores", scores.length, count);
    engines.score(rows, featureCount, count, scores);
  }

  /// How batches are scored now, for reports: `vector` on the incubating Vector API, `packed` by a walk
  /// without branches, `flat` by one row and tree after another. A forest that can be scored by vectors
  /// starts as `packed` and changes once they are compiled and faster.
  public String engine() {
    return engines.name();
  }

  /// The score of a row and the exact share of each feature in it: Shapley values of the game in which a
  /// feature outside of the coalition follows the training rows down both branches (path-dependent
  /// TreeSHAP, from the trees' covers; not the interventional variant, which needs background rows).
  ///
  /// @param features one per feature, NaN where missing
  public Contributions explain(double[] features) {
    requireRow(features);
    return explain(features, 1).getFirst();
  }

  /// Explains many rows at once: each as [#explain(double[])] does, to the bit, but several times faster.
  ///
  /// @param rows one after another, each with one value per feature, NaN where missing
  /// @param count how many rows of the array to explain, 0 or more
  /// @return one for each row, in their order
  public List<Contributions> explain(double[] rows, int count) {
    requireRows(rows, count);
    double[] scores = new double[count];
    score(rows, count, scores);
    List<Contributions> explained = new ArrayList<>(count);
    for (int first = 0; first < count; first += MOST_EXPLAINED) {
      explain(rows, first, Math.min(MOST_EXPLAINED, count - first), scores, explained);
    }
    return explained;
  }

  private void explain(double[] rows, int first, int count, double[] scores,
      List<Contributions> explained) {
    double[] columns = new double[featureCount * count];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = rows[(first + i % count) * featureCount + i / count];
    }
    int points = rules.stream().mapToInt(rule -> rule.points.length).max().orElse(0);
    var shapley = new TreeShapley(columns, count, depth, points);
    for (int t = 0; t < summed.trees().size(); t++) {
      shapley.add(summed.trees().get(t), rules.get(t));
    }
    for (int r = 0; r < count; r++) {
      double[] values = new double[featureCount];
      for (int f = 0; f < featureCount; f++) {
        values[f] = shapley.value(f, r);
      }
      explained.add(new Contributions(scores[first + r], base, values));
    }
  }

  private void requireRow(double[] features) {
    if (features.length != featureCount) {
      throw new IllegalArgumentException(
          "a row must have " + featureCount + " features, had " + features.length);
    }
  }

  private void requireRows(double[] rows, int count) {
    if (count < 0 || (long) count * featureCount > rows.length) {
      throw new IllegalArgumentException("count must be 0 to " + rows.length / featureCount
          + ", the rows of " + featureCount + " features that the array holds, was " + count);
    }
  }

  private static void requireRoom(String name, int room, int count) {
    if (room < count) {
      throw new IllegalArgumentException(
          name + " must have room for " + count + " rows, had " + room);
    }
  }

  /// Forests are equal if they have the same features, offset and trees.
  @Override
  public boolean equals(Object other) {
    return other instanceof Forest forest && featureCount == forest.featureCount
        && Double.compare(offset, forest.offset) == 0 && trees.equals(forest.trees);
  }

  @Override
  public int hashCode() {
    return 31 * trees.hashCode() + Double.hashCode(offset);
  }

  @Override
  public String toString() {
    return "Forest[" + trees.size() + " trees over " + featureCount + " features]";
  }
}
