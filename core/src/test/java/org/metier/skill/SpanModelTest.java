package org.metier.skill;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.skill.internal.Chain;
import org.metier.skill.internal.SpanWeights;
import org.metier.text.Language;

class SpanModelTest {
  @TempDir
  private Path folder = Path.of("");

  private static SpanModel model() {
    double[][] transitions = new double[SpanWeights.KINDS][Chain.TRANSITIONS];
    transitions[1][3] = 0.1;
    SpanWeights weights = new SpanWeights(new int[]{-7, 3}, new byte[]{1, 2, 3, 4, 5, 6, -1, -2,
      -3, -4, -5, -128}, 0.25, transitions, new double[]{0.2, 0.3});
    return new SpanModel(Language.EN, weights, weights);
  }

  @Test
  void a_model_reads_back_as_it_was_written() {
    Path file = folder.resolve("models/spans.json");
    model().write(file);
    SpanModel read = SpanModel.read(file);
    assertArrayEquals(model().toBytes(), read.toBytes());
    assertEquals(model().sha256(), read.sha256());
    assertArrayEquals(new int[]{-7, 3}, read.written().hashes());
    assertEquals(0.1, read.bridged().transitions()[1][3]);
    assertArrayEquals(new double[]{0.2, 0.3}, read.written().thresholds());
  }

  @Test
  void the_shipped_card_is_of_the_shipped_model() throws IOException {
    try (var in = SpanModel.class.getResourceAsStream("spans.card.json")) {
      ModelCard card = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8),
          ModelCard.class);
      assertEquals(SpanModel.standard().sha256(), card.modelSha256());
      assertTrue(card.measures().getOrDefault("both.strict.f1", 0.0) > 0.4);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "kind":"spans"     | "kind":"titles"     | no model of skill spans
      "formatVersion":1  | "formatVersion":9   | "formatVersion" is not 1
      "features":1       | "features":7        | features are of version 7
      "language":"en"    | "language":"xx"     | "language" is "xx"
      "scale":0.25       | "scale":-1.0        | scale must be above 0
      "skillThreshold":0.2 | "skillThreshold":7.5 | thresholds of 0 to 1
      """)
  void a_damaged_model_is_refused_with_what_was_found(String right, String wrong,
      String message) throws IOException {
    Path file = folder.resolve("spans.json");
    String json = new String(model().toBytes(), StandardCharsets.UTF_8);
    assertTrue(json.contains(right), right);
    Files.writeString(file, json.replace(right, wrong));
    String found = String.valueOf(
        assertThrows(SpanModelException.class, () -> SpanModel.read(file)).getMessage());
    assertTrue(found.contains(message) && found.contains("spans.json"), found);
  }

  @Test
  void a_missing_file_is_named() {
    Path file = folder.resolve("absent.json");
    String found = String.valueOf(
        assertThrows(SpanModelException.class, () -> SpanModel.read(file)).getMessage());
    assertTrue(found.contains("absent.json does not exist"), found);
  }
}
