package org.metier.training;

import java.nio.file.Path;
import org.metier.match.ModelCard;
import org.metier.section.SectionModel;
import org.metier.section.SectionModelFile;

/// A model of sections and the card that says what to make of it.
public record TrainedSections(SectionModel model, ModelCard card) {

  /// Writes the model, and its card beside it; folders on the way are made. Each file is replaced as a
  /// whole.
  ///
  /// @param modelFile such as `sections.json`, with `sections.card.json` beside it
  public void write(Path modelFile) {
    card.write(ModelCard.beside(modelFile));
    SectionModelFile.write(model, modelFile);
  }
}
