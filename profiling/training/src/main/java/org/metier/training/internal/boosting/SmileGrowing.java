package org.metier.training.internal.boosting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metier.rank.fitting.ForestSettings;

/// Grows trees by [SmileTrees] and mends them by [MonotoneTree].
///
/// Smile neither knows sets of features nor a share of them per tree: for each set a tree of its own is
/// grown, and the one whose leaves gain most is taken.
final class SmileGrowing implements TreeGrowing {
  private final RankedLists lists;
  private final ForestSettings settings;
  private final int[] directions;
  /// By the features that it sees.
  private final Map<List<Integer>, SmileTrees> smile = new HashMap<>();

  SmileGrowing(RankedLists lists, ForestSettings settings) {
    this.lists = lists;
    this.settings = settings;
    directions = FeatureSets.directions(settings, lists.features());
  }

  @Override
  public GrownTree grow(double[] lambda, double[] hessian, int[] counts, int[] among) {
    GrownTree best = null;
    double most = Double.NEGATIVE_INFINITY;
    for (int[] set : FeatureSets.within(settings, among)) {
      GrownTree tree = trees(set).grow(lambda, hessian, counts, settings).renumbered(set);
      double gain = gain(tree, lambda, hessian, counts);
      if (best == null || gain > most) {
        best = tree;
        most = gain;
      }
    }
    return MonotoneTree.of(java.util.Objects.requireNonNull(best, "one set at least"), directions)
        .scaled(settings.shrinkage());
  }

  private SmileTrees trees(int[] set) {
    return smile.computeIfAbsent(Arrays.stream(set).boxed().toList(),
        s -> new SmileTrees(columns(set)));
  }

  private double[][] columns(int[] set) {
    double[][] rows = new double[lists.size()][set.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < set.length; i++) {
        rows[row][i] = lists.columns().value(row, set[i]);
      }
    }
    return rows;
  }

  /// What the tree takes off the second order loss: the sum of `2 g w - (h + l2) w^2` over the leaves.
  private double gain(GrownTree tree, double[] lambda, double[] hessian, int[] counts) {
    double gain = 0;
    boolean[] isPenalised = new boolean[tree.feature().length];
    for (int row = 0; row < lambda.length; row++) {
      if (counts[row] > 0) {
        int leaf = tree.leaf(lists.columns(), row);
        double step = tree.value()[leaf];
        double penalty = isPenalised[leaf] ? 0 : settings.l2();
        isPenalised[leaf] = true;
        gain += 2 * lambda[row] * step - (hessian[row] + penalty) * step * step;
      }
    }
    return gain;
  }

  @Override
  public void add(GrownTree tree, double[] scores) {
    for (int row = 0; row < scores.length; row++) {
      scores[row] += tree.value()[tree.leaf(lists.columns(), row)];
    }
  }
}
