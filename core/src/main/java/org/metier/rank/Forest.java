package org.metier.rank;

import java.util.List;

/// A sum of regression trees: `offset` plus the trees' outputs. Immutable and thread-safe.
public final class Forest {
  private final int featureCount;
  private final double offset;
  private final List<Tree> trees;

  private Forest(int featureCount, double offset, List<Tree> trees) {
    this.featureCount = featureCount;
    this.offset = offset;
    this.trees = List.copyOf(trees);
  }

  public static Forest of(int featureCount, double offset, List<Tree> trees) {
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

  /// @param features one per feature, NaN where missing
  public double score(double[] features) {
    return offset;
  }
}
