package org.metier.benchmarks.ltr;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/// LightGBM's lambdarank, by lightgbm4j. Its native memory is freed by [#train], but for the model, which lives
/// as long as the process.
final class LightGbmTrainer implements RankingTrainer {
  @Override
  public String name() {
    return "LightGBM lambdarank";
  }

  @Override
  public String missing() {
    return NativeLibraries.missing("LightGBM",
        "io.github.metarank.lightgbm4j.LGBMBooster", "loadNative");
  }

  @Override
  public TrainedScores train(GradedLists lists, TrainingSettings settings) {
    String parameters = "objective=lambdarank num_leaves=" + settings.leaves() + " learning_rate="
        + settings.shrinkage() + " min_data_in_leaf=" + settings.minLeafRows()
        + " min_sum_hessian_in_leaf=" + settings.minLeafHessian()
        + " lambdarank_truncation_level=" + settings.truncation() + " feature_fraction="
        + settings.featureShare() + " seed=" + settings.seed()
        + " max_bin=255 num_threads=1 deterministic=true feature_pre_filter=false verbosity=-1";
    float[] rows = lists.rowMajor();
    float[] labels = lists.gradesAsFloats();
    int[] groups = lists.groupSizes();
    ProcessTime time = new ProcessTime();
    try (LGBMDataset data = LGBMDataset.createFromMat(rows, lists.rows(), lists.features(), true,
        parameters, null)) {
      data.setField("label", labels);
      data.setField("group", groups);
      LGBMBooster booster = LGBMBooster.create(data, parameters);
      for (int tree = 0; tree < settings.trees(); tree++) {
        if (booster.updateOneIter()) {
          break; // no split is left
        }
      }
      return new TrainedScores(other -> scores(booster, other), time.seconds());
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
    }
  }

  private static double[] scores(LGBMBooster booster, GradedLists lists) {
    try {
      return booster.predictForMat(lists.rowMajor(), lists.rows(), lists.features(), true,
          PredictionType.C_API_PREDICT_RAW_SCORE, "num_threads=1");
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM failed: " + e.getMessage(), e);
    }
  }
}
