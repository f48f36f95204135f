package org.metier.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.rank.Forest;

class LinkModelTest {
  @TempDir
  private Path folder = Path.of("");

  private static String shipped(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(LinkModel.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String refusal(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), content);
    return String
        .valueOf(assertThrows(LinkModelException.class, () -> LinkModel.read(file, LinkTask.TITLES))
            .getMessage())
        .replace(file.toString(), "FILE");
  }

  @Test
  void the_shipped_model_is_written_as_it_was_read_and_has_its_card() throws IOException {
    LinkModel model = LinkModel.standard(LinkTask.TITLES);
    assertEquals(shipped("titles.json"), new String(model.toBytes(), StandardCharsets.UTF_8));
    ModelCard card = Json.read(shipped("titles.card.json"), ModelCard.class);
    assertEquals(model.sha256(), card.modelSha256());
    assertEquals(LinkFeature.names(), card.features());
    for (String language : new String[]{"en", "fr", "nl", "pl", "de"}) {
      assertTrue(card.measures().containsKey("cv." + language + ".mrr"), language);
    }
  }

  @Test
  void the_shipped_model_of_skills_is_written_as_it_was_read_and_has_its_card()
      throws IOException {
    LinkModel model = LinkModel.standard(LinkTask.SKILLS);
    assertEquals(shipped("skills.json"), new String(model.toBytes(), StandardCharsets.UTF_8));
    ModelCard card = Json.read(shipped("skills.card.json"), ModelCard.class);
    assertEquals(model.sha256(), card.modelSha256());
    assertEquals(SkillFeature.names(), card.features());
    for (String group : new String[]{"annotated", "en", "fr", "nl", "pl", "de"}) {
      assertTrue(card.measures().containsKey("cv." + group + ".mrr"), group);
    }
  }

  @Test
  void a_model_of_titles_is_no_model_of_skills() throws IOException {
    Path file = Files.writeString(folder.resolve("titles.json"), shipped("titles.json"));
    String message = String.valueOf(
        assertThrows(LinkModelException.class, () -> LinkModel.read(file, LinkTask.SKILLS))
            .getMessage());
    assertTrue(message.contains("is no model of skills: expected \"kind\":\"skills\""), message);
    LinkRanker ofTitles = LinkModel.standard(LinkTask.TITLES).withEncoder();
    assertThrows(IllegalArgumentException.class,
        () -> new LinkModel(LinkTask.SKILLS, ofTitles, ofTitles));
  }

  /// The scores that the shipped model gave when it was trained.
  @Test
  void the_shipped_model_predicts_as_it_did() {
    Forest with = LinkModel.standard(LinkTask.TITLES).withEncoder().forest();
    assertEquals(1.3808400884343848, with.score(row(1)), 1e-9);
    assertEquals(-3.38640618997239, with.score(row(0.1)), 1e-9);
    assertEquals(-7.501692926472653, with.score(row(Double.NaN)), 1e-9);
    Forest without = LinkModel.standard(LinkTask.TITLES).withoutEncoder().forest();
    assertEquals(6.069628740242796E-4, without.score(row(1)), 1e-9);
    assertEquals(-5.274187938149745, without.score(row(0.1)), 1e-9);
    assertEquals(-7.309251917908753, without.score(row(Double.NaN)), 1e-9);
  }

  private static double[] row(double value) {
    double[] row = new double[LinkFeature.values().length];
    Arrays.fill(row, value);
    return row;
  }

  @Test
  void what_is_written_is_read_the_same() {
    Path file = folder.resolve("new").resolve("titles.json");
    LinkModel.standard(LinkTask.TITLES).write(file);
    assertEquals(LinkModel.standard(LinkTask.TITLES), LinkModel.read(file, LinkTask.TITLES));
  }

  @Test
  void files_of_something_else_are_refused_and_named() throws IOException {
    String good = shipped("titles.json");
    assertTrue(refusal("{}").startsWith("FILE is no model of titles"));
    assertTrue(refusal(good.replace("\"formatVersion\":1", "\"formatVersion\":2"))
        .startsWith("FILE: \"formatVersion\" is not 1"));
    assertEquals(
        "FILE: its feature 1 is \"COLOUR\", but this release computes \"WRITING_SECOND\" there;"
            + " train the model again with this release",
        refusal(good.replace("WRITING_SECOND", "COLOUR")));
    assertTrue(refusal(good.replace("\"LAST_WORD_MEANING\"", "\"LAST_WORD_MEANING\",\"MORE\""))
        .contains("its feature 39 is \"MORE\", but this release computes the end of the list"));
    assertTrue(refusal(good.replace("\"offset\":", "\"offest\":")).startsWith("FILE: "));
    assertThrows(LinkModelException.class,
        () -> LinkModel.read(folder.resolve("none.json"), LinkTask.TITLES));
    Path notText = Files.write(folder.resolve("bytes.json"), new byte[]{(byte) 0xC3, '('});
    assertThrows(LinkModelException.class, () -> LinkModel.read(notText, LinkTask.TITLES));
  }

  @RepeatedTest(100)
  void a_damaged_file_is_refused_or_read_and_nothing_else(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    StringBuilder json = new StringBuilder(shipped("titles.json").substring(0, 4_000));
    json.setCharAt(random.nextInt(json.length()), (char) (' ' + random.nextInt(90)));
    Path file = Files.writeString(folder.resolve("bad.json"), json);
    assertThrows(LinkModelException.class, () -> LinkModel.read(file, LinkTask.TITLES)); // cut off, too
  }

  @Test
  void confidence_is_the_logistic_of_its_weighted_inputs() {
    LinkConfidence confidence = new LinkConfidence(-1, 0.5, 0.25, 2, -0.5);
    double[] row = new double[LinkFeature.values().length];
    row[LinkFeature.WRITING.ordinal()] = 0.8;
    row[LinkFeature.TITLE_WORDS_COVERED.ordinal()] = 0.4;
    // -1 + 0.5 * 2 + 0.25 * 1 + 2 * 0.8 - 0.5 * 0.4 = 1.65
    assertEquals(1 / (1 + Math.exp(-1.65)),
        confidence.of(LinkTask.TITLES.confidenceInputs(2, 1, row)), 1e-12);
    assertArrayEquals(LinkTask.TITLES.confidenceInputs(2, LinkConfidence.MOST_LEAD, row),
        LinkTask.TITLES.confidenceInputs(2, 99, row));
    double[] skill = new double[SkillFeature.values().length];
    skill[SkillFeature.WORDS.ordinal()] = 0.8;
    skill[SkillFeature.MENTION_COVERED_SAME.ordinal()] = 0.4;
    assertArrayEquals(LinkTask.TITLES.confidenceInputs(2, 1, row),
        LinkTask.SKILLS.confidenceInputs(2, 1, skill));
    assertThrows(IllegalArgumentException.class,
        () -> new LinkConfidence(0, Double.NaN, 0, 0, 0));
  }
}
