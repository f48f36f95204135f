package org.metier.benchmarks.measures;

/// What the measures have in common.
final class Measures {
  private Measures() {}

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
}
