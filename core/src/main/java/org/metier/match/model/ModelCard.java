package org.metier.match.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.home.ModelSlot;
import org.metier.json.Json;

/// What a reader must know before trusting a model file; written beside it as JSON (Mitchell et
/// al., "Model Cards for Model Reporting", FAT* 2019). Immutable.
///
/// @param modelSha256 of the model file, so that a card cannot be read for another model
/// @param features in the order the model was trained on
/// @param dataSha256 input file name to its hash
/// @param seed every random choice of the run derives from it
/// @param settings of the training, by name
/// @param measures on held-out data, such as "ndcg@10"; finite
/// @param trainedAt null when that is not known, as of a model that another program trained
/// @param notFor uses that the measures say nothing about
public record ModelCard(String modelSha256, List<String> features, Map<String, String> dataSha256,
    long seed, Map<String, String> settings, Map<String, Double> measures,
    @Nullable Instant trainedAt,
    List<String> notFor) {
  public ModelCard {
    if (!modelSha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "modelSha256 must be 64 hexadecimal digits in lower case, was " + modelSha256);
    }
    measures.forEach((name, value) -> {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("measure " + name + " must be finite, was " + value);
      }
    });
    features = List.copyOf(features);
    dataSha256 = Collections.unmodifiableMap(new TreeMap<>(dataSha256));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    measures = Collections.unmodifiableMap(new TreeMap<>(measures));
    notFor = List.copyOf(notFor);
  }

  /// Where the card of a model file stands: `ranker.card.json` beside `ranker.json`.
  public static Path beside(Path modelFile) {
    return ModelSlot.cardBeside(modelFile);
  }

  /// The card of the model that ships with Metier.
  public static ModelCard standard() {
    return parse(Path.of("metier-core.jar", "ranker.card.json"),
        ModelFile.ofMetier("ranker.card.json"), RankerModel.standard());
  }

  /// @param model that the card must be of
  /// @throws ModelFileException if the file cannot be read, is no card, or is of another model
  public static ModelCard read(Path file, RankerModel model) {
    return parse(file, ModelFile.read(file), model);
  }

  private static ModelCard parse(Path file, String json, RankerModel model) {
    ModelCard card;
    try {
      card = Json.read(json, ModelCard.class);
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(file, String.valueOf(e.getMessage()),
          "restore the card, or train the model again", e);
    }
    if (!card.modelSha256.equals(model.sha256())) {
      throw new ModelFileException(file, "is the card of model " + card.modelSha256
          + ", but the model has hash " + model.sha256(),
          "put the card that was written with this model beside it");
    }
    return card;
  }

  /// Replaces the file as a whole.
  ///
  /// @throws ModelFileException if the file cannot be written
  public void write(Path file) {
    ModelFile.write(file, toBytes());
  }

  /// The content of the card's file: equal cards have equal bytes.
  public byte[] toBytes() {
    return (Json.writePretty(this) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
