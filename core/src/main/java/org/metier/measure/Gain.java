package org.metier.measure;

import java.util.Arrays;

/// Gain and discount of NDCG: `2^grade - 1` and `1 / log2(rank + 1)`, rank from 1 (Burges et al.,
/// "Learning to Rank using Gradient Descent", ICML 2005).
public final class Gain {
  /// The highest grade whose gain can be told.
  public static final int MAX_GRADE = 30;

  private static final double LN_2 = StrictMath.log(2);

  /// The discounts of most ranks that are ever asked for; a logarithm each time took a third of training.
  private static final double[] DISCOUNTS = new double[1_001];

  static {
    for (int rank = 1; rank < DISCOUNTS.length; rank++) {
      DISCOUNTS[rank] = computedDiscount(rank);
    }
  }

  private Gain() {}

  /// @param grade 0 (irrelevant) to [#MAX_GRADE]
  /// @return 0 to 2^30 - 1
  public static double ofGrade(int grade) {
    if (grade < 0 || grade > MAX_GRADE) {
      throw new IllegalArgumentException("grade must be 0 to 30, was " + grade);
    }
    return (1 << grade) - 1;
  }

  /// @param rank from 1
  /// @return above 0, and 1 for the first
  public static double discount(int rank) {
    if (rank < 1) {
      throw new IllegalArgumentException("a rank must be at least 1, was " + rank);
    }
    return rank < DISCOUNTS.length ? DISCOUNTS[rank] : computedDiscount(rank);
  }

  private static double computedDiscount(int rank) {
    return LN_2 / StrictMath.log(rank + 1.0);
  }

  /// The best discounted gain that these grades allow within the first `k` ranks. Time O(n log n).
  ///
  /// @param grades in any order
  public static double ideal(int k, int[] grades) {
    Ranks.requireCutOff(k);
    int[] ascending = grades.clone();
    Arrays.sort(ascending);
    double sum = 0;
    for (int rank = 1; rank <= Math.min(k, grades.length); rank++) {
      sum += ofGrade(ascending[grades.length - rank]) * discount(rank);
    }
    return sum;
  }

  /// The discounted gain of grades in ranked order within the first `k` ranks.
  static double discounted(int k, int[] grades) {
    Ranks.requireCutOff(k);
    double sum = 0;
    for (int rank = 1; rank <= Math.min(k, grades.length); rank++) {
      sum += ofGrade(grades[rank - 1]) * discount(rank);
    }
    return sum;
  }
}
