package org.metier.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.fairness.FairnessReport;
import org.metier.match.model.ModelCard;
import org.metier.monitoring.Baseline;
import org.metier.monitoring.SideBySide;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// All that is known of a model and may be shown: no case and no person is in it. Immutable.
///
/// @param data null when it is not known
/// @param selection null for a model that selects nobody, such as a ranker of vacancies
/// @param capacity who is invited and missed at each capacity; null when that is not known
/// @param fairness null when groups were not measured
/// @param baseline null when none was made
/// @param challenger null without one
public record TechnicalFile(ModelFacts model, Purpose purpose, @Nullable DataSheet data,
    Map<String, String> settings, long seed, List<Quality> quality, @Nullable Selection selection,
    @Nullable CapacityTable capacity, @Nullable FairnessReport fairness,
    @Nullable Baseline baseline,
    @Nullable SideBySide challenger) {
  public TechnicalFile {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    quality = List.copyOf(quality);
  }

  /// Of the ranker, which has a card alone.
  ///
  /// @param language of what the file itself says; the card's own words stay as they are
  public static TechnicalFile ofRanker(ModelCard card, Language language) {
    Phrases phrases = Phrases.of(TechnicalFile.class, "technical", language);
    String name = phrases.of("ranker.name");
    List<Quality> quality = card.measures()
        .entrySet()
        .stream()
        .map(measure -> new Quality(name, measure.getKey(), measure.getValue(), null, null))
        .toList();
    Map<String, String> settings = new TreeMap<>(card.settings());
    card.dataSha256().forEach((file, hash) -> settings.put("data: " + file, hash));
    return new TechnicalFile(
        new ModelFacts(name, card.modelSha256(),
            card.settings().getOrDefault("algorithm", ""), phrases.of("ranker.task"),
            card.features(), card.trainedAt()),
        new Purpose(phrases.of("ranker.purpose"), phrases.of("ranker.use"), List.of(), "", "",
            card.notFor(), List.of()),
        null, settings, card.seed(), quality, null, null, null, null, null);
  }
}
