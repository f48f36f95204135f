package org.metier.rank;

/// What each feature added to or took from one row's score: its Shapley value, where a feature that is
/// not in the coalition follows the training rows down both branches (path-dependent expectations).
///
/// `base()` plus all values is `score()`, but for rounding: the values are computed on their own, and
/// nothing is added to one of them to make the sum fit. What is left over is [#residual]; with scores
/// up to 10,000 it stays below 1e-10.
///
/// Immutable and thread-safe.
public final class Contributions {
  private final double score;
  private final double base;
  private final double[] values;

  /// @param values kept, not copied
  Contributions(double score, double base, double[] values) {
    this.score = score;
    this.base = base;
    this.values = values;
  }

  /// The same as [Forest#score] of the row, to the bit.
  public double score() {
    return score;
  }

  /// The mean score over the training rows.
  public double base() {
    return base;
  }

  /// The share of one feature; 0 for a feature that no tree tests.
  public double value(int feature) {
    return values[feature];
  }

  public int featureCount() {
    return values.length;
  }

  /// What rounding left over: the score less base and values, summed in the order of the features.
  public double residual() {
    double sum = base;
    for (double value : values) {
      sum += value;
    }
    return score - sum;
  }
}
