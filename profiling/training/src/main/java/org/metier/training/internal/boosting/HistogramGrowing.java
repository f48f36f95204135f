package org.metier.training.internal.boosting;

import java.util.Arrays;
import java.util.List;
import org.metier.rank.Tree;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.rank.fitting.ForestSettings;

/// Grows trees on features in bins, always splitting the leaf that gains most; of two children only the smaller
/// one is counted, the other is the difference (Ke et al., "LightGBM", NIPS 2017).
///
/// One thread; equal input gives equal trees on every machine. Memory: a byte per value, about 60 bytes per
/// row, and 4 KB per feature and leaf. Not thread-safe.
final class HistogramGrowing implements TreeGrowing {
  private final FeatureColumns features;
  private final ForestSettings settings;
  private final BinnedColumns bins;
  private final Histograms histograms;
  private final SplitSearch search;
  /// The rows drawn for a tree, those of one leaf next to each other and ascending.
  private final int[] order;
  private final int[] aside;
  private final long[][] buffers;
  private int freeBuffers;

  private double[] lambda = {};
  private double[] hessian = {};
  private int[] among = {};
  private TreeDraft draft = new TreeDraft(1);
  private OpenLeaf[] leaves = {};
  private int leafCount;
  private int drawn;
  private GrownTree last = new TreeDraft(0).tree();

  HistogramGrowing(FeatureColumns features, ForestSettings settings) {
    this.features = features;
    this.settings = settings;
    bins = new BinnedColumns(features);
    histograms = new Histograms(bins);
    search = new SplitSearch(bins, histograms, settings);
    order = new int[bins.rows()];
    aside = new int[bins.rows()];
    buffers = new long[settings.leaves() + 1][];
  }

  @Override
  public GrownTree grow(double[] lambdas, double[] hessians, int[] counts, int[] features) {
    lambda = lambdas;
    hessian = hessians;
    among = features;
    draw(counts);
    histograms.quantise(lambda, hessian, order, drawn);
    draft = new TreeDraft(2 * settings.leaves() - 1);
    leaves = new OpenLeaf[settings.leaves()];
    leaves[0] = root();
    leafCount = 1;
    while (leafCount < leaves.length) {
      int best = 0;
      for (int i = 1; i < leafCount; i++) {
        best = leaves[i].gain > leaves[best].gain ? i : best;
      }
      if (leaves[best].feature < 0) {
        break;
      }
      split(best);
    }
    for (int i = 0; i < leafCount; i++) {
      release(leaves[i]);
      draft.output(leaves[i].number, settings.shrinkage() * newtonStep(leaves[i]));
    }
    last = draft.tree();
    return last;
  }

  private void draw(int[] counts) {
    drawn = 0;
    for (int row = 0; row < counts.length; row++) {
      if (counts[row] > 0) {
        order[drawn++] = row;
      }
    }
  }

  private OpenLeaf root() {
    OpenLeaf root = new OpenLeaf(draft.add(0, drawn), 0, 0, drawn);
    root.sums = buffer();
    histograms.fill(root.sums, order, 0, drawn, among);
    int first = among[0] * Histograms.WIDTH;
    for (int i = first; i < first + Histograms.WIDTH; i += 2) {
      root.lambda += root.sums[i];
      root.hessian += root.sums[i + 1];
    }
    if (search.isLargeEnough(drawn)) {
      search.search(root, among);
      if (root.feature >= 0) {
        among = setOf(root.feature);
      }
    }
    return root;
  }

  /// The features that a tree whose root tests this one may test.
  private int[] setOf(int feature) {
    List<int[]> sets = FeatureSets.within(settings, among);
    return sets.stream()
        .filter(set -> Arrays.binarySearch(set, feature) >= 0)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("feature " + feature + " is in no set"));
  }

  private void split(int at) {
    OpenLeaf parent = leaves[at];
    int middle = partition(parent);
    draft.split(parent.number, parent.feature, bins.threshold(parent.feature, parent.bin),
        parent.doesMissingGoLeft);
    OpenLeaf left = new OpenLeaf(draft.add(0, middle - parent.from), parent.depth + 1,
        parent.from, middle);
    OpenLeaf right = new OpenLeaf(draft.add(0, parent.to - middle), parent.depth + 1, middle,
        parent.to);
    draft.children(parent.number, left.number, right.number);
    left.lambda = parent.leftLambda;
    left.hessian = parent.leftHessian;
    right.lambda = parent.lambda - left.lambda;
    right.hessian = parent.hessian - left.hessian;
    bound(parent, left, right);
    leaves[at] = left;
    leaves[leafCount++] = right;
    if (leafCount < leaves.length) {
      count(parent, left, right);
    } else {
      release(parent);
    }
  }

  private void bound(OpenLeaf parent, OpenLeaf left, OpenLeaf right) {
    left.low = parent.low;
    left.high = parent.high;
    right.low = parent.low;
    right.high = parent.high;
    int direction = search.direction(parent);
    if (direction != 0) {
      double middle = (search.output(left, left.lambda, left.hessian)
          + search.output(right, right.lambda, right.hessian)) / 2;
      OpenLeaf lower = direction > 0 ? left : right;
      OpenLeaf upper = direction > 0 ? right : left;
      lower.high = middle;
      upper.low = middle;
    }
  }

  /// Sums up both children, unless neither can be split.
  private void count(OpenLeaf parent, OpenLeaf left, OpenLeaf right) {
    OpenLeaf smaller = left.rows() <= right.rows() ? left : right;
    OpenLeaf larger = smaller == left ? right : left;
    if (parent.depth + 1 == Tree.MAX_DEPTH || !search.isLargeEnough(larger.rows())) {
      release(parent);
      return;
    }
    smaller.sums = buffer();
    histograms.fill(smaller.sums, order, smaller.from, smaller.to, among);
    larger.sums = parent.sums;
    Histograms.subtract(larger.sums, smaller.sums, among);
    search.search(larger, among);
    if (search.isLargeEnough(smaller.rows())) {
      search.search(smaller, among);
    } else {
      release(smaller);
    }
  }

  /// Orders the leaf's rows: first those that go left.
  ///
  /// @return where those that go right begin
  private int partition(OpenLeaf leaf) {
    byte[] column = bins.column(leaf.feature);
    boolean doesMissingGoLeft = leaf.doesMissingGoLeft;
    int left = leaf.from;
    int right = 0;
    for (int i = leaf.from; i < leaf.to; i++) {
      int row = order[i];
      int bin = column[row] & 0xFF;
      boolean goesLeft = bin == 0 ? doesMissingGoLeft : bin <= leaf.bin;
      order[left] = row;
      aside[right] = row;
      left += goesLeft ? 1 : 0;
      right += goesLeft ? 0 : 1;
    }
    System.arraycopy(aside, 0, order, left, right);
    return left;
  }

  /// From the lambdas themselves rather than from whole numbers.
  private double newtonStep(OpenLeaf leaf) {
    double sum = 0;
    double bottom = settings.l2();
    for (int i = leaf.from; i < leaf.to; i++) {
      sum += lambda[order[i]];
      bottom += hessian[order[i]];
    }
    return bottom > 0 ? Math.min(Math.max(sum / bottom, leaf.low), leaf.high) : 0;
  }

  private long[] buffer() {
    if (freeBuffers == 0) {
      return new long[bins.features() * Histograms.WIDTH];
    }
    return buffers[--freeBuffers];
  }

  private void release(OpenLeaf leaf) {
    if (leaf.sums.length > 0 && freeBuffers < buffers.length) {
      buffers[freeBuffers++] = leaf.sums;
    }
    leaf.sums = new long[0];
  }

  @Override
  public void add(GrownTree tree, double[] scores) {
    if (tree != last) {
      for (int row = 0; row < scores.length; row++) {
        scores[row] += tree.value()[tree.leaf(features, row)];
      }
      return;
    }
    for (int i = 0; i < leafCount; i++) {
      double output = tree.value()[leaves[i].number];
      for (int at = leaves[i].from; at < leaves[i].to; at++) {
        scores[order[at]] += output;
      }
    }
    if (drawn < scores.length) {
      addToOthers(tree, scores);
    }
  }

  /// Rows that the tree was not grown on.
  private void addToOthers(GrownTree tree, double[] scores) {
    boolean[] isDrawn = new boolean[scores.length];
    for (int i = 0; i < drawn; i++) {
      isDrawn[order[i]] = true;
    }
    for (int row = 0; row < scores.length; row++) {
      if (!isDrawn[row]) {
        scores[row] += tree.value()[tree.leaf(features, row)];
      }
    }
  }
}
