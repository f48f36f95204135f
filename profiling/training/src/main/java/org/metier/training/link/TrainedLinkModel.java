package org.metier.training.link;

import java.io.IOException;
import java.nio.file.Path;
import org.metier.home.Home;
import org.metier.link.LinkModel;
import org.metier.match.model.ModelCard;
import org.metier.training.internal.Sha256;

/// A model of the occupation linker and the card that says what to make of it.
public record TrainedLinkModel(LinkModel model, ModelCard card) {

  /// The hash of a file that a model learnt from, 64 hexadecimal digits.
  public static String sha256(Path file) throws IOException {
    return Sha256.of(file);
  }

  /// Writes the model, and its card beside it; folders on the way are made. Each file is replaced as a
  /// whole.
  ///
  /// @param modelFile such as `titles.json`, with `titles.card.json` beside it
  public void write(Path modelFile) {
    card.write(ModelCard.beside(modelFile));
    model.write(modelFile);
  }

  /// Puts the model into service in a home; the one that was, stays there as the way back.
  ///
  /// @throws org.metier.home.HomeException if the home is being written to, or cannot be
  public void install(Home home) {
    home.model(model.task().part()).install(model.toBytes(), card.toBytes());
  }
}
