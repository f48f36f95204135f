package org.metier.training.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.metier.link.LinkConfidence;
import org.metier.link.LinkRanker;
import org.metier.link.LinkTask;
import org.metier.training.internal.boosting.RankedLists;
import org.metier.training.link.LogisticFit.Case;

/// Texts with the scores of their candidates, such as those of models that did not learn from them.
///
/// @param task whose features the candidates have
/// @param scores by text, then by candidate
record ScoredTexts(LinkTask task, List<JudgedText> texts, List<double[]> scores) {
  /// The confidence is fitted on so many candidates of a text.
  private static final int FITTED = 10;
  private static final int BINS = 10;

  /// Adds `mrr`, `accuracy@1`, `accuracy@5` and `accuracy@10` over all texts; one without its right concept
  /// among the candidates counts 0.
  void measure(String prefix, Map<String, Double> measures) {
    double reciprocal = 0;
    int[] within = new int[11];
    int count = 0;
    for (int t = 0; t < texts.size(); t++) {
      if (texts.get(t).isAnswerable()) {
        int rank = rank(texts.get(t), scores.get(t));
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
  private static int rank(JudgedText text, double[] scores) {
    int[] order = RankedLists.order(scores, 0, scores.length);
    for (int i = 0; i < order.length; i++) {
      if (text.isRight()[order[i]]) {
        return i + 1;
      }
    }
    return 0;
  }

  /// Fits the confidence to the first candidates of all texts, those without a right one included.
  LinkConfidence fitted() {
    List<Case> cases = new ArrayList<>();
    for (int t = 0; t < texts.size(); t++) {
      int[] order = RankedLists.order(scores.get(t), 0, scores.get(t).length);
      for (int i = 0; i < Math.min(FITTED, order.length); i++) {
        cases.add(new Case(
            task.confidenceInputs(scores.get(t)[order[i]], lead(scores.get(t), order, i),
                texts.get(t).rows()[order[i]]),
            texts.get(t).isRight()[order[i]]));
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

  /// The expected calibration error of the first answers to texts that have one, in ten equal bins (Guo et al., "On
  /// Calibration of Modern Neural Networks", ICML 2017).
  double calibrationError(LinkConfidence confidence) {
    double[] said = new double[BINS];
    double[] right = new double[BINS];
    int count = 0;
    for (int t = 0; t < texts.size(); t++) {
      double[] own = scores.get(t);
      if (texts.get(t).isAnswerable() && own.length > 0) {
        int[] order = RankedLists.order(own, 0, own.length);
        double chance = confidence.of(task.confidenceInputs(own[order[0]],
            lead(own, order, 0), texts.get(t).rows()[order[0]]));
        int bin = Math.min(BINS - 1, (int) (chance * BINS));
        said[bin] += chance;
        right[bin] += texts.get(t).isRight()[order[0]] ? 1 : 0;
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
  ScoredTexts where(Predicate<JudgedText> test) {
    List<JudgedText> some = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    for (int t = 0; t < texts.size(); t++) {
      if (test.test(texts.get(t))) {
        some.add(texts.get(t));
        theirs.add(scores.get(t));
      }
    }
    return new ScoredTexts(task, some, theirs);
  }

  /// Adds the `mrr` of the same texts ordered by one feature; a missing value comes last.
  ///
  /// @param feature its place among those of the task
  void measureAs(String prefix, int feature, Map<String, Double> measures) {
    measureAs(prefix,
        row -> Double.isNaN(row[feature]) ? Double.NEGATIVE_INFINITY : row[feature], measures);
  }

  /// Adds the `mrr` of the same texts ordered by a ranker.
  void measureAs(String prefix, LinkRanker ranker, Map<String, Double> measures) {
    measureAs(prefix, ranker.forest()::score, measures);
  }

  private void measureAs(String prefix, ToDoubleFunction<double[]> score,
      Map<String, Double> measures) {
    List<double[]> others = texts.stream()
        .map(text -> Arrays.stream(text.rows()).mapToDouble(score).toArray())
        .toList();
    Map<String, Double> all = new TreeMap<>();
    new ScoredTexts(task, texts, others).measure("", all);
    measures.put(prefix + "mrr", all.get("mrr"));
  }
}
