package org.metier.benchmarks.measures;

import java.util.Arrays;

/// Normalised discounted cumulative gain.
public final class Ndcg {
  private Ndcg() {}

  /// Gain `2^grade - 1`, discount `log2(rank + 1)`, rank from 1 (Burges et al., "Learning to Rank
  /// using Gradient Descent", ICML 2005). A list without a relevant item scores 1, because no order
  /// of it is worse than another.
  ///
  /// Time O(n log n), for the ideal order; allocates one copy of `grades`.
  ///
  /// @param k cut-off, at least 1
  /// @param grades relevance in ranked order, each 0 (irrelevant) to 30
  /// @return 0 to 1, and 1 for the ideal order
  public static double at(int k, int... grades) {
    return at(k, grades, grades);
  }

  /// The same for a ranking that leaves items out: the ideal order is taken from all that there are.
  ///
  /// @param ranked relevance in ranked order
  /// @param all relevance of every item, ranked or not, in any order
  public static double at(int k, int[] ranked, int[] all) {
    Measures.requireCutOff(k);
    int[] ascending = all.clone();
    Arrays.sort(ascending);
    double ideal = 0;
    for (int i = 0; i < Math.min(k, ascending.length); i++) {
      ideal += discounted(ascending[ascending.length - 1 - i], i);
    }
    double gain = 0;
    for (int i = 0; i < Math.min(k, ranked.length); i++) {
      gain += discounted(ranked[i], i);
    }
    return ideal == 0 ? 1 : gain / ideal;
  }

  private static double discounted(int grade, int index) {
    if (grade < 0 || grade > 30) {
      throw new IllegalArgumentException("grade must be 0 to 30, was " + grade);
    }
    return ((1 << grade) - 1) * StrictMath.log(2) / StrictMath.log(index + 2);
  }
}
