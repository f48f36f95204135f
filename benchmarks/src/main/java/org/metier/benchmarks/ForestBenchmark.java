package org.metier.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;
import org.metier.rank.Tree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Scoring and explaining one row of 40 features by a forest, against a walk through node objects, as
/// search engines' ranking plugins do it. Features are given, so that their computation does not count.
///
/// Trees and rows are random: real rows agree more with each other, so that real walks are predicted
/// better and all of these numbers are somewhat high. Rows rotate; one repeated row would let the branch
/// predictor learn it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
public class ForestBenchmark {
  private static final int FEATURES = 40;
  private static final int ROWS = 8_192;

  @Param({"100", "300"})
  int trees;

  @Param({"32"})
  int leaves;

  private final List<double[]> rows = new ArrayList<>();
  private final List<Node> roots = new ArrayList<>();
  private Forest forest = Forest.of(FEATURES, 0, List.of());
  private int next;

  /// A tree as objects.
  private sealed interface Node {
    record Inner(int feature, double threshold, boolean missingGoesLeft, Node left,
        Node right) implements Node {}

    record Leaf(double value) implements Node {}
  }

  @Setup
  public void grow() {
    var random = new Random(42);
    List<Tree> grown = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      Tree tree = tree(random);
      grown.add(tree);
      roots.add(node(tree, 0));
    }
    forest = Forest.of(FEATURES, 0, grown);
    for (int r = 0; r < ROWS; r++) {
      rows.add(random.doubles(FEATURES)
          .map(x -> random.nextInt(10) == 0 ? Double.NaN : x)
          .toArray());
    }
    requireSameScores();
  }

  private void requireSameScores() {
    for (double[] row : rows) {
      if (walk(row) != forest.score(row)) {
        throw new IllegalStateException("the engines disagree");
      }
    }
    for (double[] row : rows.subList(0, 100)) {
      if (!(Math.abs(forest.explain(row).residual()) < 1e-12)) {
        throw new IllegalStateException("the contributions do not add up");
      }
    }
  }

  /// Splits a random leaf until there are enough.
  private Tree tree(Random random) {
    int nodes = 2 * leaves - 1;
    int[] feature = new int[nodes];
    double[] threshold = new double[nodes];
    boolean[] missing = new boolean[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    double[] value = new double[nodes];
    double[] cover = new double[nodes];
    cover[0] = 1;
    List<Integer> open = new ArrayList<>(List.of(0));
    int count = 1;
    while (count < nodes) {
      int pick = random.nextInt(open.size());
      int node = open.set(pick, open.getLast());
      open.removeLast();
      double share = 0.2 + 0.6 * random.nextDouble();
      feature[node] = random.nextInt(FEATURES);
      threshold[node] = random.nextDouble();
      missing[node] = random.nextBoolean();
      left[node] = count++;
      right[node] = count++;
      cover[left[node]] = cover[node] * share;
      cover[right[node]] = cover[node] - cover[left[node]];
      open.add(left[node]);
      open.add(right[node]);
    }
    for (int leaf : open) {
      feature[leaf] = -1;
      value[leaf] = random.nextGaussian() / 10;
    }
    return new Tree(feature, threshold, missing, left, right, value, cover);
  }

  private static Node node(Tree tree, int node) {
    return tree.isLeaf(node)
        ? new Node.Leaf(tree.value(node))
        : new Node.Inner(tree.feature(node), tree.threshold(node), tree.missingGoesLeft(node),
            node(tree, tree.left(node)), node(tree, tree.right(node)));
  }

  private double[] row() {
    next = (next + 1) & (ROWS - 1);
    return rows.get(next);
  }

  private double walk(double[] row) {
    double score = 0;
    for (Node root : roots) {
      Node node = root;
      while (node instanceof Node.Inner inner) {
        double x = row[inner.feature];
        boolean goesLeft = Double.isNaN(x) ? inner.missingGoesLeft : x <= inner.threshold;
        node = goesLeft ? inner.left : inner.right;
      }
      score += ((Node.Leaf) node).value;
    }
    return score;
  }

  @Benchmark
  public double objectTrees() {
    return walk(row());
  }

  @Benchmark
  public double flatArrays() {
    return forest.score(row());
  }

  @Benchmark
  public Contributions explanation() {
    return forest.explain(row());
  }
}
