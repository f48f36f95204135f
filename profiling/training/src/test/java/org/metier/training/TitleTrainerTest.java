package org.metier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.json.Json;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.link.internal.TitleSet;
import org.metier.match.ModelCard;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

class TitleTrainerTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"),
      ZoneOffset.UTC);
  private static final BoostingSettings SETTINGS = new BoostingSettings(12, 4, 10, 0.3, 0.7, 12, 3);

  @TempDir
  private Path folder = Path.of("");

  /// The labels of the sample without their last letter, as titles for the labels as they are.
  private static TitleSet sample(Language language) {
    Taxonomy taxonomy = Taxonomy.sample();
    List<TitleSet.Query> queries = new ArrayList<>();
    List<TitleSet.Label> labels = new ArrayList<>();
    for (int occupation : taxonomy.concepts(ConceptKind.OCCUPATION)) {
      String uri = taxonomy.uri(occupation);
      for (String label : taxonomy.labels(occupation, language)) {
        labels.add(new TitleSet.Label(uri, label));
        queries.add(new TitleSet.Query("q" + queries.size(),
            label.substring(0, label.length() - 1), Set.of(uri)));
      }
    }
    return new TitleSet(queries, labels);
  }

  private static TrainedLinkModel trained(BoostingSettings settings) {
    return new TitleTrainer(Taxonomy.sample(), settings, CLOCK, (what, done, of) -> {})
        .train(Map.of(Language.EN, sample(Language.EN), Language.FR, sample(Language.FR)),
            Map.of("titles.tsv", "0".repeat(64)));
  }

  @Test
  void equal_data_and_settings_give_equal_bytes_and_another_seed_others() {
    TrainedLinkModel first = trained(SETTINGS);
    TrainedLinkModel again = trained(SETTINGS);
    assertArrayEquals(first.model().toBytes(), again.model().toBytes());
    assertEquals(Json.write(first.card()), Json.write(again.card()));
    BoostingSettings other = new BoostingSettings(12, 4, 10, 0.3, 0.7, 12, 4);
    assertTrue(!trained(other).model().equals(first.model()));
  }

  @Test
  void model_and_card_are_written_and_measure_what_was_held_out() {
    TrainedLinkModel trained = trained(SETTINGS);
    Path file = folder.resolve("titles.json");
    trained.write(file);
    assertEquals(trained.model(), LinkModel.read(file, LinkTask.TITLES));
    ModelCard card = trained.card();
    assertEquals(trained.model().sha256(), card.modelSha256());
    for (String language : List.of("en", "fr")) {
      double unseen = card.measures().getOrDefault("cv.withoutEncoder." + language + ".mrr", 0.0);
      double seen = card.measures().getOrDefault("seen.withoutEncoder." + language + ".mrr", 0.0);
      assertTrue(unseen > 0.8, language + " " + card.measures());
      assertTrue(seen >= unseen - 0.01, language + " " + card.measures());
      assertTrue(card.measures()
          .getOrDefault("cv.withoutEncoder." + language + ".calibrationError", 1.0) < 0.2);
    }
  }

  @Test
  void titles_of_another_taxonomy_teach_nothing() {
    TitleSet foreign = new TitleSet(
        List.of(new TitleSet.Query("q", "baker", Set.of("x:nowhere"))),
        List.of(new TitleSet.Label("x:somewhere", "cook")));
    TitleTrainer trainer = new TitleTrainer(Taxonomy.sample(), SETTINGS, CLOCK,
        (what, done, of) -> {});
    assertTrue(String.valueOf(assertThrows(TrainingDataException.class,
        () -> trainer.train(Map.of(Language.EN, foreign), Map.of())).getMessage())
        .contains("none of "));
  }
}
