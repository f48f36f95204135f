package org.metier.measure;

/// How much of what could be right at the top is right.
public final class RPrecision {
  private RPrecision() {}

  /// `RP@k`: the right ones among the first `k`, by the smaller of `k` and how many there are (Chalkidis et
  /// al., "Large-Scale Multi-Label Text Classification on EU Legislation", ACL 2019; used for linking skills
  /// by Decorte et al., "Design of Negative Sampling Strategies for Distantly Supervised Skill Extraction",
  /// 2022).
  ///
  /// @param k cut-off, at least 1
  /// @param ranks of the right ones that were ranked, from 1
  /// @param right how many right ones there are, ranked or not, at least 1
  /// @return 0 to 1
  public static double at(int k, int[] ranks, int right) {
    Ranks.requireCutOff(k);
    if (right < 1 || ranks.length > right) {
      throw new IllegalArgumentException(
          "right must be at least 1 and the number of ranks, was " + right + " for "
              + ranks.length + " ranks");
    }
    int found = 0;
    for (int rank : ranks) {
      if (rank < 1) {
        throw new IllegalArgumentException("a rank must be at least 1, was " + rank);
      }
      found += rank <= k ? 1 : 0;
    }
    return (double) found / Math.min(k, right);
  }
}
