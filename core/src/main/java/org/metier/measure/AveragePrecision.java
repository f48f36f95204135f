package org.metier.measure;

/// How pure the ranking is above each relevant item; its mean over queries is MAP.
public final class AveragePrecision {
  private AveragePrecision() {}

  /// The mean over the relevant items of the precision at the rank of each (Manning, Raghavan, Schütze,
  /// "Introduction to Information Retrieval", 2008, 8.4).
  ///
  /// @param ranked whether each item is relevant, in ranked order
  /// @return 0 to 1; 0 when none is relevant
  public static double of(boolean... ranked) {
    return of(ranked, Ranks.found(ranked.length, ranked));
  }

  /// The same for a ranking that leaves items out: those add 0.
  ///
  /// @param relevant how many relevant ones there are, ranked or not
  public static double of(boolean[] ranked, int relevant) {
    Ranks.requireRelevant(ranked, relevant);
    double sum = 0;
    int found = 0;
    for (int rank = 1; rank <= ranked.length; rank++) {
      if (ranked[rank - 1]) {
        found++;
        sum += (double) found / rank;
      }
    }
    return relevant == 0 ? 0 : sum / relevant;
  }
}
