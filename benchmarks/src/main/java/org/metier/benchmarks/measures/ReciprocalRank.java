package org.metier.benchmarks.measures;

/// How near the top the first right answer stands.
public final class ReciprocalRank {
  private ReciprocalRank() {}

  /// The mean of `1 / rank` over queries (Voorhees, "The TREC-8 Question Answering Track Report", 1999).
  ///
  /// @param ranks of the first right answer of each query, from 1; 0 where there is none, which counts 0
  /// @return 0 to 1; 0 without queries
  public static double mean(int... ranks) {
    Measures.requireRanks(ranks);
    double sum = 0;
    for (int rank : ranks) {
      sum += rank == 0 ? 0 : 1.0 / rank;
    }
    return ranks.length == 0 ? 0 : sum / ranks.length;
  }
}
