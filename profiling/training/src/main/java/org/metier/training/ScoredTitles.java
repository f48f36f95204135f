package org.metier.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.metier.link.LinkConfidence;
import org.metier.training.LogisticFit.Case;

/// Titles with the scores of their candidates, such as those of models that did not learn from them.
///
/// @param scores by title, then by candidate
record ScoredTitles(List<JudgedTitle> titles, List<double[]> scores) {
  /// The confidence is fitted on so many candidates of a text.
  private static final int FITTED = 10;
  private static final int BINS = 10;

  /// Adds `mrr`, `accuracy@1`, `accuracy@5` and `accuracy@10` over all titles; one without its right concept
  /// among the candidates counts 0.
  void measure(String prefix, Map<String, Double> measures) {
    double reciprocal = 0;
    int[] within = new int[11];
    int count = 0;
    for (int t = 0; t < titles.size(); t++) {
      if (titles.get(t).isTitle()) {
        int rank = rank(titles.get(t), scores.get(t));
        reciprocal += rank == 0 ? 0 : 1.0 / rank;
        for (int k = Math.max(1, rank); rank > 0 && k < within.length; k++) {
          within[k]++;
        }
        count++;
      }
    }
    int n = Math.max(1, count);
    measures.put(prefix + "mrr", reciprocal / n);
    for (int k : new int[]{1, 5, 10}) {
      measures.put(prefix + "accuracy@" + k, (double) within[k] / n);
    }
  }

  /// The rank of the first right candidate, from 1; 0 without one.
  private static int rank(JudgedTitle title, double[] scores) {
    int[] order = RankedLists.order(scores, 0, scores.length);
    for (int i = 0; i < order.length; i++) {
      if (title.isRight()[order[i]]) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Fits the confidence to the first candidates of all texts, those that are no titles included.
  LinkConfidence fitted() {
    List<Case> cases = new ArrayList<>();
    for (int t = 0; t < titles.size(); t++) {
      int[] order = RankedLists.order(scores.get(t), 0, scores.get(t).length);
      for (int i = 0; i < Math.min(FITTED, order.length); i++) {
        cases.add(new Case(
            LinkConfidence.inputs(scores.get(t)[order[i]], lead(scores.get(t), order, i),
                titles.get(t).rows()[order[i]]),
            titles.get(t).isRight()[order[i]]));
      }
    }
    double[] weights = LogisticFit.weights(cases);
    return new LinkConfidence(weights[0], weights[1], weights[2], weights[3], weights[4]);
  }

  private static double lead(double[] scores, int[] order, int place) {
    return order.length < 2
        ? LinkConfidence.MOST_LEAD
        : scores[order[place]] - scores[order[place == 0 ? 1 : 0]];
  }

  /// The expected calibration error of the first answers to titles, in ten equal bins (Guo et al., "On
  /// Calibration of Modern Neural Networks", ICML 2017).
  double calibrationError(LinkConfidence confidence) {
    double[] said = new double[BINS];
    double[] right = new double[BINS];
    int count = 0;
    for (int t = 0; t < titles.size(); t++) {
      double[] own = scores.get(t);
      if (titles.get(t).isTitle() && own.length > 0) {
        int[] order = RankedLists.order(own, 0, own.length);
        double chance = confidence.of(own[order[0]], lead(own, order, 0),
            titles.get(t).rows()[order[0]]);
        int bin = Math.min(BINS - 1, (int) (chance * BINS));
        said[bin] += chance;
        right[bin] += titles.get(t).isRight()[order[0]] ? 1 : 0;
        count++;
      }
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(said[bin] - right[bin]);
    }
    return error / Math.max(1, count);
  }

  /// Those that pass a test.
  ScoredTitles where(java.util.function.Predicate<JudgedTitle> test) {
    List<JudgedTitle> some = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    for (int t = 0; t < titles.size(); t++) {
      if (test.test(titles.get(t))) {
        some.add(titles.get(t));
        theirs.add(scores.get(t));
      }
    }
    return new ScoredTitles(some, theirs);
  }

  /// The same titles ordered by one feature; a missing value comes last.
  static ScoredTitles by(org.metier.link.LinkFeature feature, List<JudgedTitle> titles) {
    return new ScoredTitles(titles,
        titles.stream()
            .map(title -> Arrays.stream(title.rows())
                .mapToDouble(row -> Double.isNaN(row[feature.ordinal()])
                    ? Double.NEGATIVE_INFINITY
                    : row[feature.ordinal()])
                .toArray())
            .toList());
  }
}
