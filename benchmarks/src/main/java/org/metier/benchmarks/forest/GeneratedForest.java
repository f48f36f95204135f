package org.metier.benchmarks.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.metier.rank.Forest;
import org.metier.rank.Tree;

/// Seeded forests and rows, so that any shape can be measured without training it. Not thread-safe.
///
/// As histogram trainers grow them, a feature has at most 255 thresholds. Trees and rows are random: real
/// rows agree more with each other, so that real walks are predicted better.
final class GeneratedForest {
  private static final int THRESHOLDS = 255;

  private final Random random;
  private final int features;

  GeneratedForest(long seed, int features) {
    random = new Random(seed);
    this.features = features;
  }

  Forest forest(int trees, int leaves) {
    List<Tree> grown = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      grown.add(tree(leaves));
    }
    return Forest.of(features, 0, grown);
  }

  /// Splits a random leaf until there are enough.
  private Tree tree(int leaves) {
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
      feature[node] = random.nextInt(features);
      threshold[node] = threshold();
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
      value[leaf] = (float) (random.nextGaussian() / 10);
    }
    return new Tree(feature, threshold, missing, left, right, value, cover);
  }

  /// A float, which all peers can hold: XGBoost has no others.
  private float threshold() {
    return (1 + random.nextInt(THRESHOLDS)) / (float) (THRESHOLDS + 1);
  }

  /// Rows one after another, floats for the same reason; a tenth of the values is missing.
  double[] rows(int count) {
    return random.doubles((long) count * features)
        .map(x -> random.nextInt(10) == 0 ? Double.NaN : (float) x)
        .toArray();
  }
}
