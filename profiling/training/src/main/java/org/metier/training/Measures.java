package org.metier.training;

import java.util.Map;
import java.util.TreeMap;

/// Means over people of how well their candidates are ordered. People whose candidates are all graded
/// alike are left out, for no order of those is better than another.
///
/// NDCG has gain `2^grade - 1` (see [Gain]). For MAP and MRR a candidate is relevant from
/// [#RELEVANT_GRADE] on (Manning, Raghavan, Schütze, "Introduction to Information Retrieval", 2008,
/// 8.4); people without one count 0.
///
/// @param people over whom the means are taken
record Measures(double ndcgAt5, double ndcgAt10, double map, double mrr, int people) {
  static final int RELEVANT_GRADE = 2;

  /// @param scores one per row of the lists; higher is better
  static Measures of(RankedLists lists, double[] scores) {
    double ndcgAt5 = 0;
    double ndcgAt10 = 0;
    double map = 0;
    double mrr = 0;
    int people = 0;
    for (int person = 0; person < lists.people(); person++) {
      int[] grades = lists.rankedGrades(person, scores);
      if (isInformative(grades)) {
        ndcgAt5 += ndcg(5, grades);
        ndcgAt10 += ndcg(10, grades);
        map += averagePrecision(grades);
        mrr += reciprocalRank(grades);
        people++;
      }
    }
    int n = Math.max(1, people);
    return new Measures(ndcgAt5 / n, ndcgAt10 / n, map / n, mrr / n, people);
  }

  /// Mean NDCG@10 alone, for early stopping and importance.
  static double meanNdcgAt10(RankedLists lists, double[] scores) {
    double sum = 0;
    int people = 0;
    for (int person = 0; person < lists.people(); person++) {
      int[] grades = lists.rankedGrades(person, scores);
      if (isInformative(grades)) {
        sum += ndcg(10, grades);
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

  static double ndcg(int k, int[] grades) {
    double ideal = Gain.ideal(k, grades);
    return ideal == 0 ? 1 : Gain.discounted(k, grades) / ideal;
  }

  static double averagePrecision(int[] grades) {
    double sum = 0;
    int found = 0;
    for (int rank = 1; rank <= grades.length; rank++) {
      if (grades[rank - 1] >= RELEVANT_GRADE) {
        found++;
        sum += (double) found / rank;
      }
    }
    return found == 0 ? 0 : sum / found;
  }

  static double reciprocalRank(int[] grades) {
    for (int rank = 1; rank <= grades.length; rank++) {
      if (grades[rank - 1] >= RELEVANT_GRADE) {
        return 1.0 / rank;
      }
    }
    return 0;
  }

  /// The measures by name, such as `ndcg@10`, each name after the prefix.
  Map<String, Double> named(String prefix) {
    return new TreeMap<>(Map.of(prefix + "ndcg@5", ndcgAt5, prefix + "ndcg@10", ndcgAt10,
        prefix + "map", map, prefix + "mrr", mrr));
  }
}
