package org.metier.training.internal.boosting;

import org.metier.rank.Forest;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.rank.fitting.ForestFitting;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.TrainingProgress;

/// Fits forests by [LambdaMart]. Thread-safe.
public final class ForestFits implements ForestFitting {
  @Override
  public Forest fit(FeatureColumns features, int[] grades, int[] starts, ForestSettings settings) {
    RankedLists lists = RankedLists.over(features, grades, starts);
    return new LambdaMart(settings, TrainingProgress.SILENT).fit(lists).toForest();
  }
}
