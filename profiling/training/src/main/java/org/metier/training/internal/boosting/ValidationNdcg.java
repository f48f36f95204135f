package org.metier.training.internal.boosting;

import java.util.Arrays;
import org.metier.measure.Gain;

/// The mean NDCG@10 of the same lists for one set of scores after another; as [Measures#meanNdcgAt10], but that
/// a person counts as often as their [RankedLists#listWeight] says, and a gain as often as its
/// [RankedLists#rowWeight]. Not thread-safe.
final class ValidationNdcg {
  private static final int CUT_OFF = 10;

  private final RankedLists lists;
  private final ScoreOrder order;
  /// 0 where there is nothing to order.
  private final double[] ideal;

  ValidationNdcg(RankedLists lists) {
    this.lists = lists;
    order = new ScoreOrder(lists);
    ideal = new double[lists.people()];
    for (int person = 0; person < ideal.length; person++) {
      int from = lists.starts()[person];
      int to = lists.starts()[person + 1];
      int[] grades = Arrays.copyOfRange(lists.grades(), from, to);
      boolean isAlike = Arrays.stream(grades).distinct().count() < 2;
      ideal[person] = isAlike ? 0 : ideal(from, to);
    }
  }

  private double ideal(int from, int to) {
    double[] ascending = new double[to - from];
    Arrays.setAll(ascending, i -> gain(from + i));
    Arrays.sort(ascending);
    double sum = 0;
    for (int rank = 1; rank <= Math.min(CUT_OFF, ascending.length); rank++) {
      sum += ascending[ascending.length - rank] * Gain.discount(rank);
    }
    return sum;
  }

  private double gain(int row) {
    return Gain.ofGrade(lists.grades()[row]) * lists.rowWeight(row);
  }

  double mean(double[] scores) {
    double sum = 0;
    double weights = 0;
    for (int person = 0; person < ideal.length; person++) {
      if (ideal[person] > 0) {
        double weight = lists.listWeight(person);
        sum += weight * gain(person, scores) / ideal[person];
        weights += weight;
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private double gain(int person, double[] scores) {
    int from = lists.starts()[person];
    int count = Math.min(CUT_OFF, lists.starts()[person + 1] - from);
    int[] rows = order.of(person, scores);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += gain(rows[from + i]) * Gain.discount(i + 1);
    }
    return sum;
  }
}
