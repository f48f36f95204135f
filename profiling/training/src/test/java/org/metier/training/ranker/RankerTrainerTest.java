package org.metier.training.ranker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.match.feature.Feature;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.rank.Tree;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.training.TrainingDataException;
import org.metier.training.internal.boosting.Settings;
import org.metier.training.judgment.JudgedData;
import org.metier.training.market.SimulatedMarket;

class RankerTrainerTest {
  private static final JudgedData DATA = SimulatedMarket.over(Taxonomy.sample(), 100, 400, 5)
      .data();

  private static final TrainedRanker RANKER = trainer(3).build().train(DATA);

  @TempDir
  private Path folder = Path.of("");

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("second.json");
    RANKER.write(first);
    trainer(3).build().train(DATA).write(second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    assertArrayEquals(Files.readAllBytes(ModelCard.beside(first)),
        Files.readAllBytes(ModelCard.beside(second)));
    assertFalse(RANKER.model()
        .sha256()
        .equals(trainer(4).build().train(DATA).model().sha256()));
  }

  @Test
  void what_was_written_can_be_read_and_belongs_together() {
    Path file = folder.resolve("models").resolve("ranker.json");
    RANKER.write(file);
    RankerModel model = RankerModel.read(file);
    assertEquals(RANKER.model().sha256(), model.sha256());
    assertEquals(RANKER.card(), ModelCard.read(ModelCard.beside(file), model));
  }

  @Test
  void the_model_beats_both_baselines_by_a_margin() {
    Map<String, Double> measures = RANKER.card().measures();
    double own = measures.getOrDefault("ndcg@10", Double.NaN);
    assertTrue(own > measures.getOrDefault("essentialSkills.ndcg@10", 1.0) + 0.05,
        measures.toString());
    assertTrue(own > measures.getOrDefault("text.ndcg@10", 1.0) + 0.05, measures.toString());
  }

  @Test
  void the_card_names_data_settings_and_every_feature() {
    ModelCard card = RANKER.card();
    assertEquals(RANKER.model().sha256(), card.modelSha256());
    assertEquals(Feature.names(), card.features());
    assertEquals(DATA.sha256(), card.dataSha256());
    assertEquals("70 to learn from, 15 to say when to stop, 15 held out",
        card.settings().get("people"));
    for (Feature feature : Feature.values()) {
      assertTrue(card.measures().containsKey("importance." + feature), feature.name());
    }
  }

  @Test
  void a_feature_that_is_left_out_is_never_looked_at() {
    Feature left = Feature.DISTANCE_KM;
    assertTrue(looksAt(RANKER.model(), left));
    TrainedRanker without = trainer(3).without(Set.of(left)).build().train(DATA);
    assertFalse(looksAt(without.model(), left));
    assertEquals(left.name(), without.card().settings().get("without"));
  }

  @Test
  void too_few_people_are_refused() {
    JudgedData few = SimulatedMarket.over(Taxonomy.sample(), 4, 60, 5).data();
    var refused = assertThrows(TrainingDataException.class, () -> trainer(1).build().train(few));
    assertTrue(String.valueOf(refused.getMessage()).contains("4 people"), refused.getMessage());
  }

  private static RankerTrainer.Builder trainer(long seed) {
    return RankerTrainer.builder(Taxonomy.sample(), TextAnalyzer.create())
        .settings(Settings.of(20, 8, 30, 0.2, 0.7, seed))
        .clock(Clock.fixed(SimulatedMarket.NOW, ZoneOffset.UTC));
  }

  private static boolean looksAt(RankerModel model, Feature feature) {
    for (Tree tree : model.forest().trees()) {
      for (int node = 0; node < tree.nodeCount(); node++) {
        if (tree.feature(node) == feature.ordinal()) {
          return true;
        }
      }
    }
    return false;
  }
}
