package org.metier.training.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.json.Json;
import org.metier.link.LinkModel;
import org.metier.link.LinkTask;
import org.metier.link.SkillFeature;
import org.metier.link.internal.SkillFitting;
import org.metier.link.internal.SkillMentions.Mention;
import org.metier.match.model.ModelCard;
import org.metier.rank.fitting.ForestSettings;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.training.internal.Dice;
import org.metier.training.internal.boosting.Settings;

class SkillTrainerTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"),
      ZoneOffset.UTC);
  private static final ForestSettings SETTINGS = settings(3);

  @TempDir
  private Path folder = Path.of("");

  /// The English labels of the sample without their last letter, in a sentence.
  private static List<Mention> sample() {
    Taxonomy taxonomy = Taxonomy.sample();
    List<Mention> mentions = new ArrayList<>();
    for (int skill : taxonomy.concepts(ConceptKind.SKILL)) {
      String label = taxonomy.label(skill, Language.EN);
      String sentence = "You will " + label.substring(0, label.length() - 1) + " with us";
      mentions.add(new Mention(sentence, new Span(9, 8 + label.length()), mentions.size(),
          Set.of(skill)));
    }
    mentions.add(new Mention("You will xylophone", new Span(9, 18), mentions.size(), Set.of()));
    return mentions;
  }

  private static SkillTrainer trainer(ForestSettings settings) {
    return new SkillTrainer(Taxonomy.sample(), settings, CLOCK, (what, done, of) -> {});
  }

  private static ForestSettings settings(long seed) {
    return Settings.of(12, 4, 10, 0.3, 0.7, seed).toBuilder().featureShare(0.6).build();
  }

  private static TrainedLinkModel trained(ForestSettings settings) {
    return trainer(settings).train(sample(), Map.of("mentions.csv", "0".repeat(64)));
  }

  @Test
  void equal_data_and_settings_give_equal_bytes_and_another_seed_others() {
    TrainedLinkModel first = trained(SETTINGS);
    TrainedLinkModel again = trained(SETTINGS);
    assertArrayEquals(first.model().toBytes(), again.model().toBytes());
    assertEquals(first.card(), again.card());
    TrainedLinkModel other = trained(settings(4));
    assertTrue(!Arrays.equals(first.model().toBytes(), other.model().toBytes()));
  }

  @Test
  void the_card_belongs_to_the_model_and_says_how_good_it_is() {
    TrainedLinkModel trained = trained(SETTINGS);
    Path file = folder.resolve("skills.json");
    trained.write(file);
    assertEquals(trained.model(), LinkModel.read(file, LinkTask.SKILLS));
    ModelCard card = Json.read(Json.write(trained.card()), ModelCard.class);
    assertEquals(trained.model().sha256(), card.modelSha256());
    assertEquals(SkillFeature.names(), card.features());
    Map<String, Double> measures = card.measures();
    assertTrue(measures.getOrDefault("cv.withoutEncoder.annotated.mrr", 0.0) > 0.8,
        measures.toString());
    for (String language : new String[]{"en", "fr", "nl", "pl", "de"}) {
      assertTrue(measures.containsKey("cv.withoutEncoder." + language + ".mrr"), language);
    }
    assertTrue(card.settings().getOrDefault("annotations", "").contains(", 1 without one"),
        card.settings().toString());
  }

  @Test
  void cross_validation_gives_a_model_for_each_part_and_finds_this_module() {
    List<LinkModel> models = trainer(SETTINGS).crossValidated(sample());
    assertEquals(SkillFitting.FOLDS, models.size());
    assertNotEquals(models.get(0), models.get(1));
    assertEquals(SkillFits.class,
        ServiceLoader.load(SkillFitting.class).findFirst().orElseThrow().getClass());
  }

  @Test
  void held_out_labels_leave_the_taxonomy_and_nothing_else_does() {
    Taxonomy all = Taxonomy.sample();
    HeldOutLabels held = HeldOutLabels.draw(all, 20, new Dice(5));
    assertEquals(held.labels(), HeldOutLabels.draw(all, 20, new Dice(5)).labels());
    Taxonomy rest = held.taxonomy();
    assertEquals(all.size(), rest.size());
    assertTrue(held.labels().size() > 60, held.labels().size() + " labels");
    for (HeldOutLabels.Label label : held.labels()) {
      int skill = rest.find(label.uri()).orElseThrow();
      assertTrue(!rest.labels(skill, label.language()).contains(label.text()), label.toString());
      assertTrue(Arrays.stream(Language.values())
          .anyMatch(l -> rest.labelCount(skill, l) > 0), label + " left nothing");
    }
    int before = Arrays.stream(Language.values()).mapToInt(all::labelCount).sum();
    int after = Arrays.stream(Language.values()).mapToInt(rest::labelCount).sum();
    assertEquals(held.labels().size(), before - after);
    for (int concept = 0; concept < all.size(); concept++) {
      int same = rest.find(all.uri(concept)).orElseThrow();
      assertEquals(all.kind(concept), rest.kind(same));
      assertEquals(all.essentialSkills(concept).length, rest.essentialSkills(same).length);
      assertEquals(all.optionalSkills(concept).length, rest.optionalSkills(same).length);
      assertEquals(all.broader(concept).length, rest.broader(same).length);
      assertEquals(all.reuseLevel(concept), rest.reuseLevel(same));
      assertEquals(all.code(concept), rest.code(same));
    }
  }
}
