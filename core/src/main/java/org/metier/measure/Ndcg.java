package org.metier.measure;

import java.util.Arrays;

/// Normalised discounted cumulative gain.
///
/// A ranking is taken as it is, so whoever ranks decides what comes first among equal scores (see [Ranking],
/// which keeps the order of the rows: let it not follow the grades).
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
    double ideal = Gain.ideal(k, all);
    return ideal == 0 ? 1 : Gain.discounted(k, ranked) / ideal;
  }

  /// The same of gains that are no powers of two, such as gains divided by how likely they were to come about.
  ///
  /// @param gains in ranked order, each at least 0 and finite
  public static double ofGains(int k, double... gains) {
    Ranks.requireCutOff(k);
    double[] ascending = gains.clone();
    Arrays.sort(ascending);
    double ideal = 0;
    double gain = 0;
    for (int rank = 1; rank <= Math.min(k, gains.length); rank++) {
      ideal += ascending[gains.length - rank] * Gain.discount(rank);
      gain += gains[rank - 1] * Gain.discount(rank);
    }
    if (gains.length > 0 && (!(ascending[0] >= 0) || !Double.isFinite(ideal))) {
      throw new IllegalArgumentException("gains must be at least 0 and finite, were from "
          + ascending[0] + " to " + ascending[gains.length - 1]);
    }
    return ideal == 0 ? 1 : gain / ideal;
  }
}
