package org.metier.training;

import java.nio.file.Path;
import org.metier.match.ModelCard;
import org.metier.skill.SpanModel;

/// A model that finds spans of skills and the card that says what to make of it.
public record TrainedSpans(SpanModel model, ModelCard card) {

  /// Writes the model, and its card beside it; folders on the way are made. Each file is replaced as a whole.
  ///
  /// @param modelFile such as `spans.json`, with `spans.card.json` beside it
  public void write(Path modelFile) {
    card.write(ModelCard.beside(modelFile));
    model.write(modelFile);
  }
}
