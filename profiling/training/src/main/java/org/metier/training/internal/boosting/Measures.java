package org.metier.training.internal.boosting;

import java.util.Map;
import java.util.TreeMap;
import org.metier.measure.AveragePrecision;
import org.metier.measure.Ndcg;
import org.metier.measure.ReciprocalRank;

/// Means over people of how well their candidates are ordered. People whose candidates are all graded
/// alike are left out, for no order of those is better than another.
///
/// For MAP and MRR a candidate is relevant from [#RELEVANT_GRADE] on; people without one count 0.
///
/// @param people over whom the means are taken
public record Measures(double ndcgAt5, double ndcgAt10, double map, double mrr, int people) {
  static final int RELEVANT_GRADE = 2;

  /// @param scores one per row of the lists; higher is better
  public static Measures of(RankedLists lists, double[] scores) {
    double ndcgAt5 = 0;
    double ndcgAt10 = 0;
    double map = 0;
    double mrr = 0;
    int people = 0;
    for (int person = 0; person < lists.people(); person++) {
      int[] grades = lists.rankedGrades(person, scores);
      if (isInformative(grades)) {
        ndcgAt5 += Ndcg.at(5, grades);
        ndcgAt10 += Ndcg.at(10, grades);
        map += AveragePrecision.of(relevant(grades));
        mrr += ReciprocalRank.of(relevant(grades));
        people++;
      }
    }
    int n = Math.max(1, people);
    return new Measures(ndcgAt5 / n, ndcgAt10 / n, map / n, mrr / n, people);
  }

  /// Mean NDCG@10 alone, for early stopping and importance.
  public static double meanNdcgAt10(RankedLists lists, double[] scores) {
    double sum = 0;
    int people = 0;
    for (int person = 0; person < lists.people(); person++) {
      int[] grades = lists.rankedGrades(person, scores);
      if (isInformative(grades)) {
        sum += Ndcg.at(10, grades);
        people++;
      }
    }
    return sum / Math.max(1, people);
  }

  private static boolean isInformative(int[] grades) {
    for (int grade : grades) {
      if (grade != grades[0]) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] relevant(int[] grades) {
    boolean[] relevant = new boolean[grades.length];
    for (int i = 0; i < grades.length; i++) {
      relevant[i] = grades[i] >= RELEVANT_GRADE;
    }
    return relevant;
  }

  /// The measures by name, such as `ndcg@10`, each name after the prefix.
  public Map<String, Double> named(String prefix) {
    return new TreeMap<>(Map.of(prefix + "ndcg@5", ndcgAt5, prefix + "ndcg@10", ndcgAt10,
        prefix + "map", map, prefix + "mrr", mrr));
  }
}
