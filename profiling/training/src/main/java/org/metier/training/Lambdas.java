package org.metier.training;

/// The pull on each candidate's score that would raise NDCG, and how fast that pull fades: LambdaMART's
/// first and second derivatives (Burges, "From RankNet to LambdaRank to LambdaMART: An Overview",
/// Microsoft Research TR-2010-82).
///
/// Each pair of one person's candidates with different grades pulls the better one up and the worse one
/// down by `rho * |ΔNDCG|`, where `rho = 1 / (1 + e^(better - worse))`, if one of the two ranks among
/// the first [#TRUNCATION]. As in LightGBM's `lambdarank_norm`, a pair's weight is divided by
/// `0.01 + |better - worse|`, and a person's lambdas are scaled by `log2(1 + s) / s`, `s` being their
/// absolute sum, so that no person with many candidates outweighs the others.
///
/// A pair then counts as much as the [RankedLists#rowWeight] of its better row times the
/// [RankedLists#listWeight] of its person; `s` knows of no weights, so that they act as they are.
///
/// Time O([#TRUNCATION] n) for n candidates of a person, and a sort. Not thread-safe.
final class Lambdas {
  static final int TRUNCATION = 30;

  private static final double LN_2 = StrictMath.log(2);

  private final RankedLists lists;
  private final double[] ideal;
  private final double[] lambda;
  private final double[] hessian;

  Lambdas(RankedLists lists) {
    this.lists = lists;
    ideal = new double[lists.people()];
    for (int person = 0; person < ideal.length; person++) {
      int from = lists.starts()[person];
      int to = lists.starts()[person + 1];
      ideal[person] = Gain.ideal(TRUNCATION,
          java.util.Arrays.copyOfRange(lists.grades(), from, to));
    }
    lambda = new double[lists.rows().length];
    hessian = new double[lists.rows().length];
  }

  /// Computes both derivatives anew.
  ///
  /// @param scores one per row of the lists
  void compute(double[] scores) {
    java.util.Arrays.fill(lambda, 0);
    java.util.Arrays.fill(hessian, 0);
    for (int person = 0; person < ideal.length; person++) {
      if (ideal[person] > 0) {
        computePerson(person, scores);
      }
    }
  }

  /// Positive where the score should rise; overwritten by the next [#compute].
  double[] lambda() {
    return lambda;
  }

  /// Never negative; overwritten by the next [#compute].
  double[] hessian() {
    return hessian;
  }

  private void computePerson(int person, double[] scores) {
    int from = lists.starts()[person];
    int to = lists.starts()[person + 1];
    int[] order = RankedLists.order(scores, from, to);
    boolean isSpread = scores[order[0]] != scores[order[order.length - 1]];
    double sum = 0;
    for (int i = 0; i < Math.min(TRUNCATION, order.length - 1); i++) {
      for (int j = i + 1; j < order.length; j++) {
        sum += pull(order[i], order[j], i + 1, j + 1, ideal[person], isSpread, scores);
      }
    }
    if (sum > 0) {
      double scale = StrictMath.log(1 + sum) / LN_2 / sum * lists.listWeight(person);
      for (int row = from; row < to; row++) {
        lambda[row] *= scale;
        hessian[row] *= scale;
      }
    }
  }

  /// Adds one pair; `rankA` is before `rankB`.
  ///
  /// @return by how much the absolute sum of the lambdas grew
  private double pull(int a, int b, int rankA, int rankB, double best, boolean isSpread,
      double[] scores) {
    int gradeA = lists.grades()[a];
    int gradeB = lists.grades()[b];
    if (gradeA == gradeB) {
      return 0;
    }
    int better = gradeA > gradeB ? a : b;
    int worse = gradeA > gradeB ? b : a;
    double lead = scores[better] - scores[worse];
    double delta = Math.abs(Gain.ofGrade(gradeA) - Gain.ofGrade(gradeB))
        * (Gain.discount(rankA) - Gain.discount(rankB)) / best;
    if (isSpread) {
      delta /= 0.01 + Math.abs(lead);
    }
    double rho = 1 / (1 + StrictMath.exp(lead));
    double pull = rho * delta;
    double weight = lists.rowWeight(better);
    double fade = rho * (1 - rho) * delta * weight;
    lambda[better] += pull * weight;
    lambda[worse] -= pull * weight;
    hessian[better] += fade;
    hessian[worse] += fade;
    return 2 * pull;
  }
}
