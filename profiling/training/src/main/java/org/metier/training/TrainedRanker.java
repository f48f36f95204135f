package org.metier.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.metier.match.ModelCard;
import org.metier.match.RankerModel;

/// A ranker and the card that says what to make of it.
public record TrainedRanker(RankerModel model, ModelCard card) {

  /// Where the card of a model file lies: `ranker.card.json` beside `ranker.json`.
  public static Path cardFile(Path modelFile) {
    String name = String.valueOf(modelFile.getFileName()).replaceFirst("\\.json$", "");
    return modelFile.resolveSibling(name + ".card.json");
  }

  /// Writes the model, and its card beside it; a reader sees the old model or the new one, never a half.
  ///
  /// @param modelFile such as `ranker.json`; folders on the way are made
  public void write(Path modelFile) throws IOException {
    Path folder = modelFile.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    replace(cardFile(modelFile), cardBytes());
    replace(modelFile, model.toBytes());
  }

  /// The card as it is written: JSON on many lines, in UTF-8.
  public byte[] cardBytes() {
    return (card.toJson() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
