package org.metier.benchmarks.ltr;

import java.util.ServiceLoader;
import org.metier.rank.Forest;
import org.metier.rank.fitting.FeatureColumns;
import org.metier.rank.fitting.ForestFitting;
import org.metier.rank.fitting.ForestSettings;

/// Metier's LambdaMART, if its training module is there.
///
/// @param growth what grows the trees
record MetierTrainer(ForestSettings.Growth growth) implements RankingTrainer {
  @Override
  public String name() {
    return switch (growth) {
      case HISTOGRAM -> "Metier";
      case SMILE -> "Metier on Smile";
    };
  }

  @Override
  public String missing() {
    return ServiceLoader.load(ForestFitting.class).findFirst().isPresent()
        ? ""
        : "the module metier-training is not on the class path";
  }

  @Override
  public TrainedScores train(GradedLists lists, TrainingSettings settings) {
    ForestFitting fitting = ServiceLoader.load(ForestFitting.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(missing()));
    ForestSettings own = ForestSettings.builder()
        .growth(growth)
        .trees(settings.trees())
        .leaves(settings.leaves())
        .shrinkage(settings.shrinkage())
        .minLeafRows(settings.minLeafRows())
        .minLeafHessian(settings.minLeafHessian())
        .truncation(settings.truncation())
        .featureShare(settings.featureShare())
        .seed(settings.seed())
        .build();
    ProcessTime time = new ProcessTime();
    Forest forest = fitting.fit(lists.featureColumns(), lists.grades(), lists.starts(), own);
    return new TrainedScores(other -> scores(forest, other), time.seconds());
  }

  private static double[] scores(Forest forest, GradedLists lists) {
    FeatureColumns columns = lists.featureColumns();
    double[] row = new double[lists.features()];
    double[] scores = new double[lists.rows()];
    for (int i = 0; i < scores.length; i++) {
      for (int feature = 0; feature < row.length; feature++) {
        row[feature] = columns.value(i, feature);
      }
      scores[i] = forest.score(row);
    }
    return scores;
  }
}
