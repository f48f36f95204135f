package org.metier.training.link;

import java.util.ArrayList;
import java.util.List;
import org.metier.link.LinkTask;
import org.metier.rank.fitting.ForestSettings;
import org.metier.training.internal.boosting.GrownTree;
import org.metier.training.internal.boosting.TextBoosting;

/// Models of a cross-validation, by the fold that each did not learn from.
record FoldModels(List<List<GrownTree>> models) {
  FoldModels {
    models = List.copyOf(models);
  }

  /// @param forests how many are averaged for each model, see [TextBoosting#average]
  /// @param folds how many; every text is of one of them
  /// @param progress hears of each model; another one is yet to come
  /// @throws org.metier.training.TrainingDataException if a model has nothing to learn from
  static FoldModels grow(List<JudgedText> texts, ForestSettings settings, int forests,
      int folds, LinkProgress progress) {
    List<List<GrownTree>> models = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int heldOut = fold;
      models.add(TextBoosting.average(
          JudgedText.lists(texts.stream().filter(t -> t.fold() != heldOut).toList()), settings,
          forests));
      progress.done("models", fold + 1, folds + 1);
    }
    return new FoldModels(models);
  }

  /// Texts with the scores of the model that did not learn from their fold.
  ScoredTexts scored(LinkTask task, List<JudgedText> texts) {
    return new ScoredTexts(task, texts,
        texts.stream()
            .map(text -> TextBoosting.scores(models.get(text.fold()), text.rows()))
            .toList());
  }
}
