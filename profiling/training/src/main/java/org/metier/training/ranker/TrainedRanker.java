package org.metier.training.ranker;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.training.promotion.GateCheck;
import org.metier.training.promotion.PromotionGate;

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

  /// The same model, with a card that says that a gate refused it, by which bounds, and why it serves all the same.
  ///
  /// @param reason not blank
  public TrainedRanker despite(PromotionGate gate, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("whoever overrules the gate must give a reason");
    }
    Map<String, String> settings = new TreeMap<>(card.settings());
    settings.put("gateOverruledBecause", reason);
    settings.put("gateRefusedFor",
        gate.broken().stream().map(GateCheck::bound).collect(Collectors.joining(", ")));
    return new TrainedRanker(model, new ModelCard(card.modelSha256(), card.features(),
        card.dataSha256(), card.seed(), settings, card.measures(), card.trainedAt(),
        card.notFor()));
  }

  /// Puts the model into service in a home; the one that was, stays there as the way back.
  ///
  /// @throws org.metier.home.HomeException if the home is being written to, or cannot be
  public void install(Home home) {
    home.model(LearnedPart.RANKER).install(model.toBytes(), card.toBytes());
  }
}
