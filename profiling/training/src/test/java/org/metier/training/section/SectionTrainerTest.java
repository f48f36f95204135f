package org.metier.training.section;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.section.SectionKind;
import org.metier.section.SectionLabel;
import org.metier.section.SectionModel;
import org.metier.section.SectionModelFile;
import org.metier.text.Language;
import org.metier.training.TrainingDataException;
import org.metier.training.internal.Dice;

class SectionTrainerTest {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"),
      ZoneOffset.UTC);

  @TempDir
  private Path folder = Path.of("");

  private static TrainedSections trained(long seed) {
    return new SectionTrainer(seed, 10, CLOCK).train(List.of(), Map.of(), null);
  }

  @Test
  void the_same_seed_trains_a_byte_identical_model_and_another_another() {
    TrainedSections first = trained(7);
    assertArrayEquals(SectionModelFile.bytes(first.model()),
        SectionModelFile.bytes(trained(7).model()));
    assertFalse(first.card().modelSha256().equals(trained(8).card().modelSha256()));
    assertEquals(SectionModelFile.sha256(first.model()), first.card().modelSha256());
  }

  @Test
  void few_authored_cvs_teach_more_than_the_commonest_kind() {
    Map<String, Double> measures = trained(1).card().measures();
    for (Language language : Language.values()) {
      double accuracy = measures.getOrDefault("cv." + language.code() + ".kindAccuracy", 0.0);
      assertTrue(accuracy > 0.5, language + " " + accuracy);
    }
  }

  @Test
  void what_the_callers_cvs_call_a_section_is_learnt() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int cv = 0; cv < 40; cv++) {
      for (String row : List.of("\"kind\":\"skills\",\"isHeading\":true,\"text\":\"Zorblax\"",
          "\"kind\":\"skills\",\"isHeading\":false,\"text\":\"quibbling and frobbing\"")) {
        rows.append("{\"document\":\"").append(cv).append("\",").append(row).append("}\n");
      }
    }
    Path file = Files.writeString(folder.resolve("own.jsonl"), rows);
    SectionModel model = new SectionTrainer(1, 10, CLOCK).train(LabelledCv.read(file), Map.of(),
        SectionModel.standard()).model();
    assertEquals(new SectionLabel(SectionKind.SKILLS, true),
        model.labels(List.of("Zorblax", "quibbling and frobbing"), line -> null)
            .getFirst()
            .label());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
    "{\"document\":\"1\",\"kind\":\"hobbies\",\"isHeading\":false,\"text\":\"chess\"} | \"kind\" is \"hobbies\"",
    "{\"document\":\"1\",\"kind\":\"skills\",\"isHeading\":false,\"text\":\" \"} | \"text\" is blank",
    "[] | is no row"})
  void a_row_that_is_none_is_refused_with_its_place(String row, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.jsonl"), "\n" + row + "\n");
    TrainingDataException refusal = assertThrows(TrainingDataException.class,
        () -> LabelledCv.read(file));
    assertTrue(String.valueOf(refusal.getMessage()).contains("bad.jsonl:2"), refusal.getMessage());
    assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void patterns_of_each_language_have_all_kinds_and_slots_in_each_fold(Language language) {
    SectionPatterns all = SectionPatterns.of(language);
    assertTrue(all.count() > 300, language + " has " + all.count() + " patterns");
    for (int fold = 0; fold < 5; fold++) {
      CvMaker maker = new CvMaker(language, all.part(fold, 5, true), 0, new Dice(fold));
      Set<SectionKind> kinds = new HashSet<>();
      for (int i = 0; i < 60; i++) {
        maker.cv().lines().forEach(line -> kinds.add(line.label().kind()));
      }
      assertEquals(Set.of(SectionKind.values()), kinds);
    }
  }

  @Test
  void a_fold_shares_no_pattern_with_the_rest() {
    SectionPatterns all = SectionPatterns.of(Language.EN);
    List<String> in = all.part(2, 5, true).linesOf(SectionKind.EXPERIENCE);
    List<String> out = all.part(2, 5, false).linesOf(SectionKind.EXPERIENCE);
    assertEquals(all.linesOf(SectionKind.EXPERIENCE).size(), in.size() + out.size());
    assertTrue(in.stream().noneMatch(out::contains));
  }
}
