package org.metier.measure;

/// How much of what is relevant stands at the top.
public final class Recall {
  private Recall() {}

  /// The share of the relevant items that are among the first `k`.
  ///
  /// @param k cut-off, at least 1
  /// @param ranked whether each item is relevant, in ranked order
  /// @return 0 to 1; 0 when none is relevant
  public static double at(int k, boolean... ranked) {
    return at(k, ranked, Ranks.found(ranked.length, ranked));
  }

  /// The same for a ranking that leaves items out.
  ///
  /// @param relevant how many relevant ones there are, ranked or not
  public static double at(int k, boolean[] ranked, int relevant) {
    Ranks.requireCutOff(k);
    Ranks.requireRelevant(ranked, relevant);
    return relevant == 0 ? 0 : (double) Ranks.found(k, ranked) / relevant;
  }
}
