package org.metier.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded random forests of any shape, with the numbers at which engines could disagree. Not thread-safe.
final class GrownForests {
  private static final double[] NASTY = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE,
    Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 1, Math.nextUp(1.0), Math.nextDown(1.0),
    0.1, (float) 0.1, Math.nextUp(0.1), 1e-300, 16777217, -1e30};

  private final Random random;
  private final int features;
  private final List<Double> thresholds = new ArrayList<>();

  GrownForests(Random random, int features) {
    this.random = random;
    this.features = features;
  }

  /// @param mostLeaves of a tree; one in eight trees has a single one
  Forest forest(int trees, int mostLeaves, Shape shape) {
    List<Tree> grown = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      int leaves = random.nextInt(8) == 0 ? 1 : 1 + random.nextInt(mostLeaves);
      grown.add(tree(leaves, shape));
    }
    return Forest.of(features, random.nextGaussian(), grown);
  }

  /// Where the next leaf is split.
  enum Shape {
    /// The deepest one: a chain to the left.
    LEFT_CHAIN,
    /// The deepest one: a chain to the right.
    RIGHT_CHAIN,
    /// Any.
    BUSHY
  }

  Tree tree(int leaves, Shape shape) {
    int nodes = 2 * leaves - 1;
    int[] feature = new int[nodes];
    double[] threshold = new double[nodes];
    boolean[] missing = new boolean[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    double[] value = new double[nodes];
    double[] cover = new double[nodes];
    int[] depth = new int[nodes];
    cover[0] = 1000;
    List<Integer> open = new ArrayList<>(List.of(0));
    for (int next = 1; next < nodes; next += 2) {
      int at = pick(open, shape, depth);
      int node = open.get(at);
      open.subList(at, at + 1).clear();
      feature[node] = random.nextInt(features);
      threshold[node] = threshold();
      missing[node] = random.nextBoolean();
      left[node] = next;
      right[node] = next + 1;
      cover[next] = cover[node] * (0.3 + 0.4 * random.nextDouble());
      cover[next + 1] = cover[node] - cover[next];
      depth[next] = depth[node] + 1;
      depth[next + 1] = depth[node] + 1;
      open.add(next);
      open.add(next + 1);
    }
    for (int leaf : open) {
      feature[leaf] = -1;
      value[leaf] = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 3);
    }
    return new Tree(feature, threshold, missing, left, right, value, cover);
  }

  private int pick(List<Integer> open, Shape shape, int[] depth) {
    int any = random.nextInt(open.size());
    int pick = switch (shape) {
      case LEFT_CHAIN -> Math.max(0, open.size() - 2);
      case RIGHT_CHAIN -> open.size() - 1;
      case BUSHY -> any;
    };
    return depth[open.get(pick)] < Tree.MAX_DEPTH ? pick : shallowest(open, depth);
  }

  private static int shallowest(List<Integer> open, int[] depth) {
    int shallowest = 0;
    for (int i = 1; i < open.size(); i++) {
      if (depth[open.get(i)] < depth[open.get(shallowest)]) {
        shallowest = i;
      }
    }
    return shallowest;
  }

  private double threshold() {
    double threshold = switch (random.nextInt(4)) {
      case 0 -> NASTY[random.nextInt(NASTY.length)];
      case 1 -> random.nextInt(20) / 10.0;
      default -> random.nextGaussian();
    };
    thresholds.add(threshold);
    return threshold;
  }

  /// Rows one after another: thresholds, their neighbours, the numbers above, infinities and missing ones.
  double[] rows(int count) {
    double[] rows = new double[count * features];
    for (int i = 0; i < rows.length; i++) {
      double near = thresholds.isEmpty()
          ? 0
          : thresholds.get(random.nextInt(thresholds.size()));
      rows[i] = switch (random.nextInt(10)) {
        case 0 -> near;
        case 1 -> Math.nextUp(near);
        case 2 -> Math.nextDown(near);
        case 3 -> NASTY[random.nextInt(NASTY.length)];
        case 4 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        case 5, 6 -> Double.NaN;
        default -> random.nextGaussian();
      };
    }
    return rows;
  }
}
