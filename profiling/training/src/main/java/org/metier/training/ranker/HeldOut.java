package org.metier.training.ranker;

import java.util.Map;
import java.util.TreeMap;
import org.metier.match.feature.Feature;
import org.metier.training.internal.Dice;
import org.metier.training.internal.boosting.LambdaMart;
import org.metier.training.internal.boosting.Measures;
import org.metier.training.internal.boosting.RankedLists;

/// Measures of a model on people that it has not seen, and what each feature is worth to it.
///
/// @param lists of people who were neither learnt from nor asked when to stop
record HeldOut(RankedLists lists, LambdaMart.Grown model) {
  private static final long SHUFFLE_SEED = 1;

  /// - `ndcg@10` and the like: of the model;
  /// - `importance.FEATURE`: NDCG@10 that is lost when that feature's values are shuffled over the held-out
  ///   pairs (permutation importance: Breiman, "Random Forests", 2001, 10); may be a little below 0.
  Map<String, Double> measures() {
    Measures own = Measures.of(lists, model.scores(lists));
    Map<String, Double> measures = new TreeMap<>(own.named(""));
    measures.put("people", (double) own.people());
    for (Feature feature : Feature.values()) {
      measures.put("importance." + feature.name(), own.ndcgAt10() - shuffled(feature.ordinal()));
    }
    return measures;
  }

  /// Of two rankings by a single feature, whether or not the model may look at it:
  /// - `essentialSkills.ndcg@10` and the like: of the share of essential skills alone;
  /// - `text.ndcg@10` and the like: of the text similarity alone.
  static Map<String, Double> alone(RankedLists lists) {
    Map<String, Double> measures = new TreeMap<>();
    measures.putAll(byFeature(lists, Feature.ESSENTIAL_SKILLS_SHARE).named("essentialSkills."));
    measures.putAll(byFeature(lists, Feature.TEXT_SIMILARITY).named("text."));
    return measures;
  }

  private static Measures byFeature(RankedLists lists, Feature feature) {
    double[] scores = new double[lists.rows().length];
    for (int row = 0; row < scores.length; row++) {
      double value = lists.rows()[row][feature.ordinal()];
      scores[row] = Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
    return Measures.of(lists, scores);
  }

  private double shuffled(int feature) {
    int n = lists.rows().length;
    double[] values = new double[n];
    for (int row = 0; row < n; row++) {
      values[row] = lists.rows()[row][feature];
    }
    Dice dice = new Dice(SHUFFLE_SEED).fork(feature);
    for (int i = n - 1; i > 0; i--) {
      int j = dice.below(i + 1);
      double value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
    double[] scores = new double[n];
    for (int row = 0; row < n; row++) {
      double[] changed = lists.rows()[row].clone();
      changed[feature] = values[row];
      scores[row] = model.score(changed);
    }
    return Measures.meanNdcgAt10(lists, scores);
  }
}
