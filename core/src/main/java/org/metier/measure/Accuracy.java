package org.metier.measure;

/// How often a right answer is among the first.
public final class Accuracy {
  private Accuracy() {}

  /// The share of queries with a right answer among the first `k`.
  ///
  /// @param k cut-off, at least 1
  /// @param ranks of the first right answer of each query, from 1; 0 where there is none
  /// @return 0 to 1; 0 without queries
  public static double at(int k, int... ranks) {
    Ranks.requireCutOff(k);
    Ranks.requireRanks(ranks);
    int found = 0;
    for (int rank : ranks) {
      found += rank >= 1 && rank <= k ? 1 : 0;
    }
    return ranks.length == 0 ? 0 : (double) found / ranks.length;
  }
}
