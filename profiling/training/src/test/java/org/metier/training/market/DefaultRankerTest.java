package org.metier.training.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.match.model.ModelCard;
import org.metier.match.model.RankerModel;
import org.metier.training.TrainingProgress;

class DefaultRankerTest {
  @TempDir
  private static Path folder = Path.of("");

  private static Path model = Path.of("");

  @BeforeAll
  static void train_the_default_ranker() {
    model = folder.resolve("ranker.json");
    DefaultRanker.train(TrainingProgress.SILENT).write(model);
  }

  @Test
  void the_shipped_model_and_card_are_made_anew_byte_for_byte() throws IOException {
    String remedy = "; if a feature, the sample taxonomy or the simulated market was changed on purpose,"
        + " run ./metier train default --out core/src/main/resources/org/metier/match/model/ranker.json";
    assertTrue(shipped("ranker.json").equals(Files.readString(model)),
        () -> "ranker.json is another one" + remedy);
    assertEquals(shipped("ranker.card.json"), Files.readString(ModelCard.beside(model)),
        () -> "ranker.card.json" + remedy);
  }

  @Test
  void one_more_essential_skill_hardly_ever_lowers_a_score() {
    ModelCard card = ModelCard.read(ModelCard.beside(model), RankerModel.read(model));
    assertTrue(card.measures().getOrDefault("oneMoreSkill.pairs", 0.0) > 1_000);
    assertTrue(card.measures().getOrDefault("oneMoreSkill.notLower", 0.0) > 0.99,
        () -> "not lower: " + card.measures().get("oneMoreSkill.notLower"));
  }

  @Test
  void the_card_says_that_nobody_real_was_seen() {
    ModelCard card = ModelCard.read(ModelCard.beside(model), RankerModel.read(model));
    assertTrue(card.notFor().getFirst().contains("real labour market"));
  }

  private static String shipped(String name) throws IOException {
    try (InputStream in = RankerModel.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
