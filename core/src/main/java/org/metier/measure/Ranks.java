package org.metier.measure;

/// What the measures ask of their arguments.
final class Ranks {
  private Ranks() {}

  static void requireCutOff(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("the cut-off must be at least 1, was " + k);
    }
  }

  static void requireRanks(int[] ranks) {
    for (int rank : ranks) {
      if (rank < 0) {
        throw new IllegalArgumentException("a rank must be at least 1, or 0 for none, was " + rank);
      }
    }
  }

  /// @return how many of the first `k` are relevant
  static int found(int k, boolean[] ranked) {
    int found = 0;
    for (int i = 0; i < Math.min(k, ranked.length); i++) {
      found += ranked[i] ? 1 : 0;
    }
    return found;
  }

  /// @param relevant how many there are, ranked or not
  static void requireRelevant(boolean[] ranked, int relevant) {
    int found = found(ranked.length, ranked);
    if (relevant < found) {
      throw new IllegalArgumentException("relevant must be at least the " + found
          + " relevant ones that were ranked, was " + relevant);
    }
  }
}
