package org.metier.training.section;

import java.nio.file.Path;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.match.model.ModelCard;
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

  /// Puts the model into service in a home; the one that was, stays there as the way back.
  ///
  /// @throws org.metier.home.HomeException if the home is being written to, or cannot be
  public void install(Home home) {
    home.model(LearnedPart.SECTIONS).install(SectionModelFile.bytes(model), card.toBytes());
  }
}
