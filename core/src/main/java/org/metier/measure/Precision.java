package org.metier.measure;

/// How much of the top is relevant.
public final class Precision {
  private Precision() {}

  /// The share of the first `k` ranks that hold a relevant item; a rank that holds nothing counts against it.
  ///
  /// @param k cut-off, at least 1
  /// @param ranked whether each item is relevant, in ranked order
  /// @return 0 to 1
  public static double at(int k, boolean... ranked) {
    Ranks.requireCutOff(k);
    return (double) Ranks.found(k, ranked) / k;
  }
}
