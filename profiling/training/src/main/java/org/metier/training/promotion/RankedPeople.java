package org.metier.training.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.metier.measure.AveragePrecision;
import org.metier.measure.Exposure;
import org.metier.measure.Gain;
import org.metier.measure.Ndcg;
import org.metier.measure.Ranking;
import org.metier.measure.Recall;
import org.metier.measure.ReciprocalRank;
import org.metier.rank.Forest;

/// What one ranker makes of the held-out people. Immutable; costs one score per candidate.
final class RankedPeople {
  /// What a person is shown at a glance.
  static final int TOP = 10;

  /// From this grade on a vacancy is relevant: an application.
  static final int RELEVANT_GRADE = 2;

  private static final int BINS = 10;

  private final List<HeldOutPerson> people;
  private final double[][] scores;
  private final int[][] orders;
  private final double[] forecasts;

  private RankedPeople(List<HeldOutPerson> people, double[][] scores, double[] forecasts) {
    this.people = people;
    this.scores = scores;
    orders = new int[scores.length][];
    for (int person = 0; person < scores.length; person++) {
      orders[person] = Ranking.order(scores[person]);
    }
    this.forecasts = forecasts;
  }

  static RankedPeople of(Forest forest, HeldOutPeople heldOut) {
    double[][] scores = scores(forest, heldOut.measured());
    double[] forecasts = new double[0];
    if (!heldOut.calibrating().isEmpty()) {
      ScoreChances chances = ScoreChances.fit(
          flat(heldOut.calibrating(), scores(forest, heldOut.calibrating())),
          outcomes(heldOut.calibrating()), looks(heldOut.calibrating()));
      double[] flat = flat(heldOut.measured(), scores);
      double[] looks = looks(heldOut.measured());
      forecasts = new double[flat.length];
      for (int row = 0; row < flat.length; row++) {
        forecasts[row] = chances.of(flat[row]) * looks[row];
      }
    }
    return new RankedPeople(heldOut.measured(), scores, forecasts);
  }

  private static double[][] scores(Forest forest, List<HeldOutPerson> people) {
    double[][] scores = new double[people.size()][];
    for (int person = 0; person < scores.length; person++) {
      double[][] rows = people.get(person).rows();
      scores[person] = new double[rows.length];
      for (int row = 0; row < rows.length; row++) {
        scores[person][row] = forest.score(rows[row]);
      }
    }
    return scores;
  }

  private static double[] flat(List<HeldOutPerson> people, double[][] values) {
    double[] flat = new double[people.stream().mapToInt(p -> p.rows().length).sum()];
    int next = 0;
    for (double[] own : values) {
      System.arraycopy(own, 0, flat, next, own.length);
      next += own.length;
    }
    return flat;
  }

  private static double[] looks(List<HeldOutPerson> people) {
    return flat(people,
        people.stream().map(HeldOutPerson::looks).toArray(double[][]::new));
  }

  private static double[] outcomes(List<HeldOutPerson> people) {
    double[][] outcomes = new double[people.size()][];
    for (int person = 0; person < outcomes.length; person++) {
      int[] grades = people.get(person).grades();
      outcomes[person] = new double[grades.length];
      for (int row = 0; row < grades.length; row++) {
        outcomes[person][row] = grades[row] >= RELEVANT_GRADE ? 1 : 0;
      }
    }
    return flat(people, outcomes);
  }

  /// @return rows of a person, best first
  int[] order(int person) {
    return orders[person];
  }

  double score(int person, int row) {
    return scores[person][row];
  }

  /// Ids of the vacancies that a person is shown first.
  List<String> top(int person) {
    List<String> top = new ArrayList<>();
    for (int i = 0; i < Math.min(TOP, orders[person].length); i++) {
      top.add(people.get(person).vacancies().get(orders[person][i]));
    }
    return top;
  }

  /// NDCG, each gain by how likely it was to come about.
  double ndcg(int k, int person) {
    HeldOutPerson own = people.get(person);
    double[] gains = new double[own.grades().length];
    for (int i = 0; i < gains.length; i++) {
      int row = orders[person][i];
      gains[i] = Gain.ofGrade(own.grades()[row]) / own.looks()[row];
    }
    return Ndcg.ofGains(k, gains);
  }

  double averagePrecision(int person) {
    return AveragePrecision.of(relevant(person));
  }

  double reciprocalRank(int person) {
    return ReciprocalRank.of(relevant(person));
  }

  double recall(int person) {
    return Recall.at(TOP, relevant(person));
  }

  private boolean[] relevant(int person) {
    int[] grades = people.get(person).grades();
    boolean[] relevant = new boolean[grades.length];
    for (int i = 0; i < grades.length; i++) {
      relevant[i] = grades[orders[person][i]] >= RELEVANT_GRADE;
    }
    return relevant;
  }

  /// The share of a person's attention, within the first ten, that each group of vacancies gets; groups that get
  /// none are left out.
  ///
  /// @param group of a vacancy
  Map<String, Double> exposure(int person, UnaryOperator<String> group) {
    return Exposure.shares(Exposure.of(TOP, List.of(top(person)), group));
  }

  /// One value per person of a set, in its order.
  static double[] each(int[] of, IntToDoubleFunction measure) {
    double[] values = new double[of.length];
    for (int i = 0; i < of.length; i++) {
      values[i] = measure.applyAsDouble(of[i]);
    }
    return values;
  }

  boolean hasForecasts() {
    return forecasts.length > 0;
  }

  /// Of the forecast that a person will apply for what the person is shown: the chance that the score means,
  /// times the chance that the person looks. What it is of a draw of people is computed over the bins of all, so
  /// that thousands of draws cost little.
  BinnedForecasts calibration() {
    double[] outcomes = outcomes(people);
    int[] personOf = new int[outcomes.length];
    int next = 0;
    for (int person = 0; person < people.size(); person++) {
      for (int row = 0; row < people.get(person).rows().length; row++) {
        personOf[next++] = person;
      }
    }
    return BinnedForecasts.of(forecasts, outcomes, personOf, people.size(), BINS);
  }
}
