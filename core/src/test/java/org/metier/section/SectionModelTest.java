package org.metier.section;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.json.Json;
import org.metier.match.model.ModelCard;
import org.metier.section.SectionKind;

class SectionModelTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "My technical skills and tools | Excel, bookkeeping, SAP | SKILLS",
    "Bisherige Berufserfahrung | 01/2012 - 02/2018 Koch, Hotel Seeblick | EXPERIENCE",
    "Mes études et diplômes | 2009 Baccalauréat, Lycée du Parc | EDUCATION",
    "Talen en taalniveau | Engels: B2 | LANGUAGES",
    "Odbyte kursy i szkolenia | Kurs pierwszej pomocy, 2020 | CERTIFICATES"})
  void a_heading_that_no_list_knows_is_told_by_its_words(String heading, String below,
      SectionKind kind) {
    List<SectionModel.Told> told = SectionModel.standard()
        .labels(List.of("Curriculum vitae", heading, below, below), line -> null);
    assertEquals(new SectionLabel(kind, true), told.get(1).label());
    assertTrue(told.get(1).isSure(), "margin " + told.get(1).margin());
    assertFalse(told.get(2).label().isHeading());
  }

  @Test
  void a_known_heading_stays_what_it_is_said_to_be() {
    List<String> lines = List.of("Xyz", "University of Leeds, 2012", "A levels, 2009");
    for (SectionKind kind : List.of(SectionKind.EDUCATION, SectionKind.OTHER)) {
      SectionModel.Told told = SectionModel.standard()
          .labels(lines, line -> line == 0 ? new SectionLabel(kind, true) : null)
          .getFirst();
      assertEquals(new SectionLabel(kind, true), told.label());
      assertTrue(told.margin() > 1_000_000, "margin " + told.margin());
    }
  }

  @RepeatedTest(100)
  void the_best_sequence_is_that_of_trying_all(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    int labels = 3;
    int[][] scores = random.ints(5L * labels, -9, 10)
        .boxed()
        .collect(Collectors.collectingAndThen(
            Collectors.toList(), list -> rows(list, labels)));
    int[][] steps = rows(random.ints(4L * labels, -9, 10).boxed().toList(), labels);
    long best = Long.MIN_VALUE;
    for (int sequence = 0; sequence < 243; sequence++) {
      best = Math.max(best, sum(digits(sequence), scores, steps));
    }
    assertEquals(best, sum(SectionModel.best(scores, steps), scores, steps));
  }

  private static int[][] rows(List<Integer> values, int length) {
    int[][] rows = new int[values.size() / length][length];
    for (int i = 0; i < values.size(); i++) {
      rows[i / length][i % length] = values.get(i);
    }
    return rows;
  }

  private static int[] digits(int sequence) {
    int[] digits = new int[5];
    for (int i = 0; i < 5; i++) {
      digits[i] = sequence % 3;
      sequence /= 3;
    }
    return digits;
  }

  private static long sum(int[] path, int[][] scores, int[][] steps) {
    long sum = steps[3][path[0]];
    for (int i = 0; i < path.length; i++) {
      sum += scores[i][path[i]] + (i == 0 ? 0 : steps[path[i - 1]][path[i]]);
    }
    return sum;
  }

  @Test
  void a_model_is_the_same_after_its_file() {
    Path file = folder.resolve("own").resolve("sections.json");
    SectionModelFile.write(SectionModel.standard(), file);
    assertArrayEquals(SectionModelFile.bytes(SectionModel.standard()),
        SectionModelFile.bytes(SectionModelFile.read(file)));
  }

  @Test
  void the_card_is_that_of_the_model_that_ships() throws IOException {
    try (var in = SectionModel.class.getResourceAsStream("sections.card.json")) {
      ModelCard card = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8),
          ModelCard.class);
      assertEquals(card.modelSha256(), SectionModelFile.sha256(SectionModel.standard()));
      assertEquals(SectionLabel.names(), card.features());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
    "\"featureVersion\":1 | \"featureVersion\":2 | \"featureVersion\" is 2; expected 1",
    "\"kind\":\"sections\" | \"kind\":\"titles\" | \"kind\" is titles; expected sections",
    "\"weights\":{\" | \"weights\":{\"70000\":\"\",\" | a feature is \"70000\"; expected a number of 0 to 65535",
    "\"weights\":{\" | \"weights\":{\"65535\":\"AAA=\",\" | a feature must have 24 weights, had 2",
    "\"formatVersion\":1 | {} | is no model of sections"})
  void a_file_that_is_no_such_model_is_refused_with_the_reason(String found, String instead,
      String reason) throws IOException {
    String good = new String(SectionModelFile.bytes(SectionModel.standard()),
        StandardCharsets.UTF_8);
    assertTrue(good.contains(found));
    Path file = Files.writeString(folder.resolve("bad.json"), good.replace(found, instead));
    SectionModelException refusal = assertThrows(SectionModelException.class,
        () -> SectionModelFile.read(file));
    assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal.getMessage());
    assertTrue(String.valueOf(refusal.getMessage()).contains("bad.json"), refusal.getMessage());
  }

  @Test
  void a_missing_file_is_named() {
    SectionModelException refusal = assertThrows(SectionModelException.class,
        () -> SectionModelFile.read(folder.resolve("none.json")));
    assertTrue(String.valueOf(refusal.getMessage()).contains("none.json cannot be read"),
        refusal.getMessage());
  }
}
