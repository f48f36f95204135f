package org.metier.training.internal.boosting;

import java.util.Arrays;
import org.metier.measure.Gain;
import org.metier.rank.fitting.ForestSettings;
import org.metier.rank.fitting.ForestSettings.PairWeights;
import org.metier.rank.fitting.ForestSettings.Sigmoid;

/// The pull on each candidate's score that would raise NDCG, and how fast that pull fades: LambdaMART's
/// first and second derivatives (Burges, "From RankNet to LambdaRank to LambdaMART: An Overview",
/// Microsoft Research TR-2010-82).
///
/// Each pair of one person's candidates with different grades pulls the better one up and the worse one
/// down by `rho * |ΔNDCG|`, where `rho = 1 / (1 + e^(better - worse))`, if one of the two ranks among
/// the first of the truncation. With normalised pair weights, as by LightGBM's `lambdarank_norm`, a pair's
/// weight is divided by `0.01 + |better - worse|` unless all scores are equal, and a person's lambdas are scaled
/// by `log2(1 + s) / s`, `s` being their absolute sum, so that no person with many candidates outweighs the
/// others.
///
/// A pair then counts as much as the [RankedLists#rowWeight] of its better row times the
/// [RankedLists#listWeight] of its person; `s` knows of no weights, so that they act as they are.
///
/// Time O(truncation n) for n candidates of a person, and a sort. Not thread-safe.
final class Lambdas {
  private static final double LN_2 = StrictMath.log(2);

  private final RankedLists lists;
  private final int truncation;
  private final boolean isNormalised;
  private final Sigmoid sigmoid;
  private final double[] ideal;
  private final double[] lambda;
  private final double[] hessian;
  private final ScoreOrder order;

  /* Of one person, in ranked order. */
  private final double[] score;
  private final double[] gain;
  private final double[] weight;
  private final double[] discount;
  private final double[] pull;
  private final double[] fade;

  Lambdas(RankedLists lists, ForestSettings settings) {
    this(lists, settings.truncation(), settings.pairWeights(), settings.sigmoid());
  }

  private Lambdas(RankedLists lists, int truncation, PairWeights pairWeights, Sigmoid sigmoid) {
    this.lists = lists;
    this.truncation = truncation;
    this.isNormalised = switch (pairWeights) {
      case NORMALISED -> true;
      case PLAIN -> false;
    };
    this.sigmoid = sigmoid;
    ideal = new double[lists.people()];
    int longest = 0;
    for (int person = 0; person < ideal.length; person++) {
      int from = lists.starts()[person];
      int to = lists.starts()[person + 1];
      ideal[person] = Gain.ideal(truncation, Arrays.copyOfRange(lists.grades(), from, to));
      longest = Math.max(longest, to - from);
    }
    lambda = new double[lists.size()];
    hessian = new double[lists.size()];
    order = new ScoreOrder(lists);
    score = new double[longest];
    gain = new double[longest];
    weight = new double[longest];
    discount = new double[longest];
    Arrays.setAll(discount, i -> Gain.discount(i + 1));
    pull = new double[longest];
    fade = new double[longest];
  }

  /// Computes both derivatives anew.
  ///
  /// @param scores one per row of the lists
  void compute(double[] scores) {
    for (int person = 0; person < ideal.length; person++) {
      int from = lists.starts()[person];
      int to = lists.starts()[person + 1];
      if (ideal[person] > 0) {
        computePerson(person, from, to - from, scores);
      } else {
        Arrays.fill(lambda, from, to, 0);
        Arrays.fill(hessian, from, to, 0);
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

  private void computePerson(int person, int from, int count, double[] scores) {
    int[] rows = order.of(person, scores);
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      score[i] = scores[row];
      gain[i] = Gain.ofGrade(lists.grades()[row]);
      weight[i] = lists.rowWeight(row);
      pull[i] = 0;
      fade[i] = 0;
    }
    boolean isSpread = isNormalised && score[0] != score[count - 1];
    double sum = 0;
    for (int i = 0; i < Math.min(truncation, count - 1); i++) {
      sum = pullOfRank(i, count, ideal[person], isSpread, sum);
    }
    double scale = lists.listWeight(person);
    if (isNormalised && sum > 0) {
      scale = StrictMath.log(1 + sum) / LN_2 / sum * scale;
    }
    for (int i = 0; i < count; i++) {
      int row = rows[from + i];
      lambda[row] = pull[i] * scale;
      hessian[row] = fade[i] * scale;
    }
  }

  /// Adds the pairs of one rank with all later ones.
  ///
  /// @param i rank, from 0
  /// @param sumSoFar the absolute sum of the lambdas, but for weights
  /// @return that sum with these pairs
  private double pullOfRank(int i, int count, double best, boolean isSpread, double sumSoFar) {
    double ownScore = score[i];
    double ownGain = gain[i];
    double ownDiscount = discount[i];
    double ownPull = pull[i];
    double ownFade = fade[i];
    double sum = sumSoFar;
    for (int j = i + 1; j < count; j++) {
      double more = ownGain - gain[j];
      if (more == 0) {
        continue;
      }
      double gap = ownScore - score[j];
      double delta = Math.abs(more) * (ownDiscount - discount[j]) / best;
      if (isSpread) {
        delta /= 0.01 + gap;
      }
      boolean isInOrder = more > 0;
      double rho = Sigmoids.of(sigmoid, isInOrder ? gap : -gap);
      double step = rho * delta;
      double pairWeight = isInOrder ? weight[i] : weight[j];
      double weighted = step * pairWeight;
      double fading = rho * (1 - rho) * delta * pairWeight;
      ownPull += isInOrder ? weighted : -weighted;
      pull[j] -= isInOrder ? weighted : -weighted;
      ownFade += fading;
      fade[j] += fading;
      sum += 2 * step;
    }
    pull[i] = ownPull;
    fade[i] = ownFade;
    return sum;
  }
}
