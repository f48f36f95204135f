package org.metier.fairness;

import org.metier.measure.Gain;
import org.metier.measure.Ranking;

/// All cases by descending score, those without one last, and how much exposure each gets. A case's number is its place
/// in that order, so that whoever goes through a group reads memory from front to back: over a million cases that is ten
/// times as fast as any other order. Not thread-safe.
final class ScoreOrder {
  private final Cases cases;
  private final int scored;
  private final int ranks;
  /// Sum of the discounts of the first ranks.
  private final double[] discounts;
  private final Exposures exposures;

  /// @param unordered in any order
  /// @param ranks that are seen, at least 1
  ScoreOrder(Cases unordered, int ranks) {
    this.ranks = ranks;
    double[] scores = unordered.scores();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Double.isNaN(scores[i]) ? Double.NEGATIVE_INFINITY : scores[i];
    }
    cases = unordered.by(Ranking.order(scores));
    int count = 0;
    while (count < cases.size() && cases.isScored(count)) {
      count++;
    }
    scored = count;
    discounts = new double[Math.min(ranks, cases.size()) + 1];
    for (int rank = 1; rank < discounts.length; rank++) {
      discounts[rank] = discounts[rank - 1] + Gain.discount(rank);
    }
    exposures = new Exposures(new double[cases.size()]);
  }

  /// In order.
  Cases cases() {
    return cases;
  }

  int ranks() {
    return ranks;
  }

  /// The exposure of each case once, of all together, and how many were ranked.
  static final class Exposures {
    private final double[] ofCase;
    private double total;
    private double people;

    private Exposures(double[] ofCase) {
      this.ofCase = ofCase;
    }

    double ofCase(int item) {
      return ofCase[item];
    }

    double total() {
      return total;
    }

    double people() {
      return people;
    }
  }

  /// Exposures when each case counts several times and takes as many ranks; equal scores share theirs.
  ///
  /// @return the same object at every call
  Exposures exposures(int[] times) {
    int rank = 0;
    exposures.people = 0;
    for (int i = 0; i < scored;) {
      int from = i;
      int block = 0;
      double score = cases.score(i);
      for (; i < scored && cases.score(i) == score; i++) {
        block += times[i];
      }
      double shared = block == 0
          ? 0
          : (seen(rank + block) - seen(rank)) / block;
      for (int j = from; j < i; j++) {
        exposures.ofCase[j] = shared;
      }
      rank += block;
    }
    exposures.people = rank;
    exposures.total = seen(rank);
    return exposures;
  }

  private double seen(int rank) {
    return discounts[Math.min(rank, discounts.length - 1)];
  }
}
