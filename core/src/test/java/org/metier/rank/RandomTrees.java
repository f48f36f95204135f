package org.metier.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded random trees, forests and rows. Not thread-safe.
final class RandomTrees {
  private final Random random;
  private final int features;

  private final List<Integer> feature = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();
  private final List<Integer> right = new ArrayList<>();
  private final List<Double> cover = new ArrayList<>();

  RandomTrees(Random random, int features) {
    this.random = random;
    this.features = features;
  }

  Forest forest(int trees, int maxDepth) {
    List<Tree> all = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      all.add(tree(maxDepth));
    }
    return Forest.of(features, random.nextGaussian(), all);
  }

  /// Values on a coarse grid, so that some equal a threshold; a fifth is missing.
  double[] row() {
    double[] row = new double[features];
    for (int f = 0; f < features; f++) {
      row[f] = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(9) / 8.0;
    }
    return row;
  }

  Tree tree(int maxDepth) {
    feature.clear();
    left.clear();
    right.clear();
    cover.clear();
    grow(maxDepth, 1 + random.nextInt(1000));
    return build();
  }

  /// A tree that tests every feature once on its way down, one leaf at each step.
  Tree chain() {
    feature.clear();
    left.clear();
    right.clear();
    cover.clear();
    int parent = add(0, 1);
    for (int depth = 0; depth < features; depth++) {
      double share = 0.01 + 0.98 * random.nextDouble();
      double whole = cover.get(parent);
      feature.set(parent, depth);
      left.set(parent, add(-1, whole * share));
      int next = add(-1, whole - whole * share);
      right.set(parent, next);
      parent = next;
    }
    return build();
  }

  private int grow(int depth, double weight) {
    int node = add(-1, weight);
    if (depth > 0 && random.nextInt(6) > 0) {
      feature.set(node, random.nextInt(features));
      double share = 0.05 + 0.9 * random.nextDouble();
      left.set(node, grow(depth - 1, weight * share));
      right.set(node, grow(depth - 1, weight - weight * share));
    }
    return node;
  }

  private int add(int tested, double weight) {
    feature.add(tested);
    left.add(-1);
    right.add(-1);
    cover.add(weight);
    return feature.size() - 1;
  }

  private Tree build() {
    int nodes = feature.size();
    double[] threshold = new double[nodes];
    boolean[] missing = new boolean[nodes];
    double[] value = new double[nodes];
    for (int n = 0; n < nodes; n++) {
      threshold[n] = random.nextInt(9) / 8.0;
      missing[n] = random.nextBoolean();
      value[n] = random.nextGaussian();
    }
    return new Tree(ints(feature), threshold, missing, ints(left), ints(right), value,
        cover.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
