package org.metier.training;

import java.nio.file.Path;
import org.metier.match.ModelCard;
import org.metier.match.RankerModel;

/// A ranker and the card that says what to make of it.
public record TrainedRanker(RankerModel model, ModelCard card) {

  /// Writes the model, and its card beside it; folders on the way are made. Each file is replaced as a
  /// whole.
  ///
  /// @param modelFile such as `ranker.json`, with `ranker.card.json` beside it
  public void write(Path modelFile) {
    card.write(ModelCard.beside(modelFile));
    model.write(modelFile);
  }
}
