package org.metier.benchmarks.ltr;

import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// XGBoost's rank:ndcg, by xgboost4j. It counts each pair's second derivative twice (`LambdaGrad` in its
/// `lambdarank_obj.h`), so that at the same learning rate its steps would be half as long as those of the others:
/// it gets twice the rate and twice the least sum of a leaf, and so the same steps.
final class XgboostTrainer implements RankingTrainer {
  private static final int HESSIANS = 2;

  @Override
  public String name() {
    return "XGBoost rank:ndcg";
  }

  @Override
  public String missing() {
    return NativeLibraries.missing("XGBoost", "ml.dmlc.xgboost4j.java.XGBoost", "");
  }

  @Override
  public TrainedScores train(GradedLists lists, TrainingSettings settings) {
    Map<String, Object> parameters = Map.ofEntries(Map.entry("objective", "rank:ndcg"),
        Map.entry("tree_method", "hist"), Map.entry("grow_policy", "lossguide"),
        Map.entry("max_depth", 0), Map.entry("max_leaves", settings.leaves()),
        Map.entry("max_bin", 255), Map.entry("eta", Math.min(1, HESSIANS * settings.shrinkage())),
        Map.entry("lambda", 0),
        Map.entry("min_child_weight", HESSIANS * settings.minLeafHessian()),
        Map.entry("colsample_bytree", settings.featureShare()),
        Map.entry("lambdarank_pair_method", "topk"),
        Map.entry("lambdarank_num_pair_per_sample", settings.truncation()),
        Map.entry("nthread", 1), Map.entry("seed", settings.seed()), Map.entry("verbosity", 0));
    float[] rows = lists.rowMajor();
    float[] labels = lists.gradesAsFloats();
    int[] groups = lists.groupSizes();
    ProcessTime time = new ProcessTime();
    try {
      DMatrix data = new DMatrix(rows, lists.rows(), lists.features(), Float.NaN);
      try {
        data.setLabel(labels);
        data.setGroup(groups);
        Booster booster = XGBoost.train(data, parameters, settings.trees(), Map.of(), null, null);
        return new TrainedScores(other -> scores(booster, other), time.seconds());
      } finally {
        data.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    }
  }

  private static double[] scores(Booster booster, GradedLists lists) {
    try {
      DMatrix data = new DMatrix(lists.rowMajor(), lists.rows(), lists.features(), Float.NaN);
      try {
        float[][] predicted = booster.predict(data, true);
        double[] scores = new double[lists.rows()];
        for (int row = 0; row < scores.length; row++) {
          scores[row] = predicted[row][0];
        }
        return scores;
      } finally {
        data.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    }
  }
}
