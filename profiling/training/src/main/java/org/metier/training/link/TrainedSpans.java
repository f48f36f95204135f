package org.metier.training.link;

import java.nio.file.Path;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.match.model.ModelCard;
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

  /// Puts the model into service in a home; the one that was, stays there as the way back.
  ///
  /// @throws org.metier.home.HomeException if the home is being written to, or cannot be
  public void install(Home home) {
    home.model(LearnedPart.SPANS).install(model.toBytes(), card.toBytes());
  }
}
