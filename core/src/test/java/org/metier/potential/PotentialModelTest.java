package org.metier.potential;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;

class PotentialModelTest {
  @RepeatedTest(20)
  void what_is_written_reads_back_to_the_same_bytes(RepetitionInfo run, @TempDir Path folder)
      throws IOException {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    PotentialModel model = Examples.model(random, Family.HAZARD, random.nextInt(3) * 7);
    Path file = folder.resolve("m.json");
    Files.write(file, model.toBytes());
    PotentialModel again = PotentialModel.read(file);
    assertArrayEquals(model.toBytes(), again.toBytes());
    Facts facts = Facts.of(Examples.specification(), Map.of("months", "7", "car", "1"));
    assertEquals(Scorer.of(model, Examples.specification()).score(facts).value(),
        Scorer.of(again, Examples.specification()).score(facts).value());
  }

  /// Written by an earlier build; what it says must never change.
  @Test
  void a_model_file_of_an_earlier_build_still_loads_and_predicts_the_same(@TempDir Path folder)
      throws IOException {
    PotentialModel model = PotentialModel.read(golden(folder));
    Specification small = Examples.specification();
    Scorer scorer = Scorer.of(model, small);
    Score score = scorer.score(Facts.of(small, Map.of("months", "25", "school", "high")));
    assertEquals(GOLDEN_VALUE, score.value(), 1e-9);
    assertEquals(GOLDEN_CHANCE, score.chance(), 1e-9);
    assertEquals(GOLDEN_LOW, score.low(), 1e-9);
  }

  private static final double GOLDEN_VALUE = 1.345257686183786;
  private static final double GOLDEN_CHANCE = 0.978488674512589;
  private static final double GOLDEN_LOW = 0.9331880334157613;

  private static Path golden(Path folder) throws IOException {
    try (InputStream in = PotentialModelTest.class.getResourceAsStream("golden-1.json")) {
      Path file = folder.resolve("golden-1.json");
      Files.write(file, in.readAllBytes());
      return file;
    }
  }

  @Test
  void a_changed_file_is_refused(@TempDir Path folder) throws IOException {
    String json = Files.readString(golden(folder));
    assertRefused(folder, json.replaceFirst("\"intercept\":-0\\.3", "\"intercept\":-0.2"),
        "changed after it was written");
    assertRefused(folder, json.replace("\"kind\":\"potential\"", "\"kind\":\"ranker\""),
        "is no model of job potential");
    assertRefused(folder, json.replace("\"formatVersion\":1", "\"formatVersion\":9"),
        "this release reads 1");
    assertRefused(folder, json.substring(0, json.length() / 2), "");
    assertRefused(folder, json.replaceFirst("\"family\"", "\"famly\""),
        "\"model.family\" is missing");
  }

  private static void assertRefused(Path folder, String json, String message) throws IOException {
    Path file = folder.resolve("changed.json");
    Files.writeString(file, json);
    PotentialException refused = assertThrows(PotentialException.class,
        () -> PotentialModel.read(file));
    assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  @Test
  void no_bytes_break_the_reader_otherwise_than_by_a_message(@TempDir Path folder)
      throws IOException {
    byte[] whole = Files.readAllBytes(golden(folder));
    var random = new Random(5);
    Path file = folder.resolve("fuzzed.json");
    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      for (int k = 0; k < 1 + random.nextInt(4); k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bytes);
      try {
        PotentialModel.read(file);
      } catch (PotentialException e) {
        assertTrue(e.getMessage().contains("fuzzed.json"), e.getMessage());
      }
    }
  }

  @Test
  void a_home_serves_what_was_put_into_service_and_says_so_when_nothing_was(@TempDir Path folder) {
    Home home = Home.open(folder.resolve("home"));
    PotentialException none = assertThrows(PotentialException.class,
        () -> PotentialModel.inService(home));
    assertTrue(none.getMessage().contains("train potential"), none.getMessage());
    PotentialModel first = Examples.model(new Random(1), Family.HAZARD, 0);
    PotentialModel second = Examples.model(new Random(2), Family.HAZARD, 3);
    byte[] card = "{}".getBytes(StandardCharsets.UTF_8);
    home.model(org.metier.home.LearnedPart.POTENTIAL).install(first.toBytes(), card);
    home.model(org.metier.home.LearnedPart.POTENTIAL).install(second.toBytes(), card);
    assertEquals(second.sha256(), PotentialModel.inService(home).sha256());
    home.model(org.metier.home.LearnedPart.POTENTIAL).back(PotentialModel::read);
    assertEquals(first.sha256(), PotentialModel.inService(home).sha256());
  }
}
