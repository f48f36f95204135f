package org.metier.training;

import java.util.Arrays;

/// Gain and discount of NDCG: `2^grade - 1` and `1 / log2(rank + 1)`, rank from 1 (Burges et al.,
/// "Learning to Rank using Gradient Descent", ICML 2005).
final class Gain {
  private static final double LN_2 = StrictMath.log(2);

  /// The discounts of most ranks that are ever asked for; a logarithm each time took a third of training.
  private static final double[] DISCOUNTS = new double[1_001];

  static {
    for (int rank = 1; rank < DISCOUNTS.length; rank++) {
      DISCOUNTS[rank] = computedDiscount(rank);
    }
  }

  private Gain() {}

  static double ofGrade(int grade) {
    return (1 << grade) - 1;
  }

  /// @param rank from 1
  static double discount(int rank) {
    return rank < DISCOUNTS.length ? DISCOUNTS[rank] : computedDiscount(rank);
  }

  private static double computedDiscount(int rank) {
    return LN_2 / StrictMath.log(rank + 1.0);
  }

  /// The best discounted gain that these grades allow within the first `k` ranks.
  static double ideal(int k, int[] grades) {
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
    double sum = 0;
    for (int rank = 1; rank <= Math.min(k, grades.length); rank++) {
      sum += ofGrade(grades[rank - 1]) * discount(rank);
    }
    return sum;
  }
}
