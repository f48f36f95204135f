package org.metier.training.internal.boosting;

import org.metier.rank.fitting.ForestSettings;

/// Finds the split of a leaf that takes most off the loss, by the sums of its [Histograms].
///
/// A leaf with lambda `G` and hessian `H` and output `w` takes `2 G w - (H + l2) w^2` off (twice) the second
/// order loss, most with the Newton step `w = G / (H + l2)` (Chen, Guestrin, "XGBoost", KDD 2016, equations 5 to
/// 7, with lambdas as negative gradients). Missing values are tried on both sides (algorithm 3 there). A split
/// by a monotone feature whose outputs are in the wrong order is none, and outputs are kept in the leaf's bounds
/// (as by LightGBM's `monotone_constraints_method=basic`). Of equal splits the one of the lowest feature, then
/// the lowest bin is taken.
final class SplitSearch {
  /// A gain below this share of what the leaf itself takes off is rounding.
  private static final double ROUNDING = 1e-10;

  private final BinnedColumns bins;
  private final Histograms histograms;
  private final ForestSettings settings;
  private final int[] directions;

  SplitSearch(BinnedColumns bins, Histograms histograms, ForestSettings settings) {
    this.bins = bins;
    this.histograms = histograms;
    this.settings = settings;
    directions = FeatureSets.directions(settings, bins.features());
  }

  /// Whether a leaf of so many rows could be split at all.
  boolean isLargeEnough(int rows) {
    return rows / 2 >= settings.minLeafRows();
  }

  /// The output of a leaf with these sums, within its bounds.
  double output(OpenLeaf leaf, long lambda, long hessian) {
    double bottom = histograms.hessian(hessian) + settings.l2();
    double step = bottom > 0 ? histograms.lambda(lambda) / bottom : 0;
    return Math.min(Math.max(step, leaf.low), leaf.high);
  }

  /// Whether outputs on both sides of the leaf's split must be in order: not if it only tells missing values
  /// from known ones.
  int direction(OpenLeaf leaf) {
    return leaf.bin > 0 && leaf.bin < bins.knownBins(leaf.feature) ? directions[leaf.feature] : 0;
  }

  /// Writes the best split into the leaf.
  void search(OpenLeaf leaf, int[] among) {
    double own = taken(leaf, leaf.lambda, leaf.hessian);
    double least = own + ROUNDING * Math.abs(own);
    leaf.feature = -1;
    leaf.gain = 0;
    double best = least;
    for (int feature : among) {
      long missing = leaf.sums[feature * Histograms.WIDTH + 1];
      best = scan(leaf, feature, false, best);
      if (Histograms.count(missing) > 0) {
        best = scan(leaf, feature, true, best);
      }
    }
    if (leaf.feature >= 0) {
      leaf.gain = best - own;
    }
  }

  /// @param best that a split must take off more than
  /// @return what the best split takes off now
  private double scan(OpenLeaf leaf, int feature, boolean doesMissingGoLeft, double best) {
    long[] sums = leaf.sums;
    int start = feature * Histograms.WIDTH;
    long lambda = doesMissingGoLeft ? sums[start] : 0;
    long hessian = doesMissingGoLeft ? sums[start + 1] : 0;
    boolean hasMissing = Histograms.count(sums[start + 1]) > 0;
    int known = bins.knownBins(feature);
    int last = hasMissing && !doesMissingGoLeft ? known : known - 1;
    int rows = leaf.rows();
    boolean isFree = !leaf.isBounded();
    for (int bin = 1; bin <= last; bin++) {
      long more = sums[start + 2 * bin + 1];
      if (more == 0) {
        continue; // no row: the same split as before
      }
      lambda += sums[start + 2 * bin];
      hessian += more;
      int count = Histograms.count(hessian);
      if (count < settings.minLeafRows()) {
        continue;
      }
      if (rows - count < settings.minLeafRows()) {
        break;
      }
      int direction = bin < known ? directions[feature] : 0;
      double taken = isFree && direction == 0
          ? freelyTaken(leaf, lambda, hessian)
          : boundTaken(leaf, lambda, hessian, direction);
      if (taken > best) {
        best = taken;
        leaf.feature = feature;
        leaf.bin = bin;
        leaf.doesMissingGoLeft = hasMissing ? doesMissingGoLeft : 2 * count >= rows;
        leaf.leftLambda = lambda;
        leaf.leftHessian = hessian;
      }
    }
    return best;
  }

  private double freelyTaken(OpenLeaf leaf, long lambda, long hessian) {
    double left = histograms.hessian(hessian);
    double right = histograms.hessian(leaf.hessian - hessian);
    double least = settings.minLeafHessian();
    if (left < least || right < least || Math.min(left, right) + settings.l2() <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double ofLeft = histograms.lambda(lambda);
    double ofRight = histograms.lambda(leaf.lambda - lambda);
    return ofLeft * ofLeft / (left + settings.l2()) + ofRight * ofRight / (right + settings.l2());
  }

  private double boundTaken(OpenLeaf leaf, long lambda, long hessian, int direction) {
    long otherLambda = leaf.lambda - lambda;
    long otherHessian = leaf.hessian - hessian;
    if (histograms.hessian(hessian) < settings.minLeafHessian()
        || histograms.hessian(otherHessian) < settings.minLeafHessian()
        || direction
            * (output(leaf, otherLambda, otherHessian) - output(leaf, lambda, hessian)) < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return taken(leaf, lambda, hessian) + taken(leaf, otherLambda, otherHessian);
  }

  private double taken(OpenLeaf leaf, long lambda, long hessian) {
    double output = output(leaf, lambda, hessian);
    return 2 * histograms.lambda(lambda) * output
        - (histograms.hessian(hessian) + settings.l2()) * output * output;
  }
}
