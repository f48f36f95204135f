package org.metier.measure;

/// How near the top the first right answer stands.
public final class ReciprocalRank {
  private ReciprocalRank() {}

  /// `1 / rank` of the first relevant item (Voorhees, "The TREC-8 Question Answering Track Report", 1999).
  ///
  /// @param ranked whether each item is relevant, in ranked order
  /// @return 0 to 1; 0 when none is relevant
  public static double of(boolean... ranked) {
    for (int rank = 1; rank <= ranked.length; rank++) {
      if (ranked[rank - 1]) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  /// The mean of the same over queries: MRR.
  ///
  /// @param ranks of the first right answer of each query, from 1; 0 where there is none, which counts 0
  /// @return 0 to 1; 0 without queries
  public static double mean(int... ranks) {
    Ranks.requireRanks(ranks);
    double sum = 0;
    for (int rank : ranks) {
      sum += rank == 0 ? 0 : 1.0 / rank;
    }
    return ranks.length == 0 ? 0 : sum / ranks.length;
  }
}
