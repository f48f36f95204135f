package org.metier.training.judgment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.json.Json;
import org.metier.profile.CompetenceProfile;
import org.metier.training.TrainingDataException;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class JudgedDataTest {
  private static final String GOOD = "{\"profile\":\"p1\",\"vacancy\":\"acme:42\",\"grade\":3}";

  @TempDir
  private Path folder = Path.of("");

  private Path judgments = Path.of("");
  private Path vacancies = Path.of("");
  private Path profiles = Path.of("");

  @BeforeEach
  void write_three_good_files() throws IOException {
    judgments = folder.resolve("judgments.jsonl");
    vacancies = folder.resolve("vacancies.jsonl");
    profiles = folder.resolve("profiles.jsonl");
    Files.writeString(judgments, GOOD + "\n");
    Files.writeString(vacancies,
        Json.write(Vacancy.builder(new VacancyId("acme", "42"), "Baker").build()) + "\n");
    Files.writeString(profiles, Json.write(CompetenceProfile.builder("p1").build()) + "\n");
  }

  @Test
  void good_files_are_read_and_hashed() throws IOException {
    JudgedData data = JudgedData.read(judgments, vacancies, profiles);
    assertEquals(3, data.judgments().getFirst().grade());
    assertEquals(3, data.sha256().size());
    assertEquals(64, data.sha256().getOrDefault("judgments.jsonl", "").length());
  }

  @Test
  void a_grade_off_the_scale_is_named_with_its_place() throws IOException {
    requireRefused("{'profile':'p1','vacancy':'acme:42','grade':7}", "0 to 4");
  }

  @Test
  void a_missing_grade_is_named_with_its_place() throws IOException {
    requireRefused("{'profile':'p1','vacancy':'acme:42'}", "grade");
  }

  @Test
  void a_column_that_could_leak_the_answer_is_refused() throws IOException {
    requireRefused("{'profile':'p1','vacancy':'acme:42','grade':3,'clicked':1}", "clicked");
  }

  @Test
  void an_unknown_profile_is_named_with_its_place() throws IOException {
    requireRefused("{'profile':'p9','vacancy':'acme:42','grade':3}", "profile \"p9\" is not in ");
  }

  @Test
  void an_unknown_vacancy_is_named_with_its_place() throws IOException {
    requireRefused("{'profile':'p1','vacancy':'acme:43','grade':3}", "vacancy \"acme:43\"");
  }

  @Test
  void half_a_line_is_named_with_its_place() throws IOException {
    requireRefused("{'profile':'p1','vac", "");
  }

  @Test
  void a_pair_judged_twice_is_refused() throws IOException {
    Files.writeString(judgments, GOOD + "\n" + GOOD + "\n");
    var refused = assertThrows(TrainingDataException.class,
        () -> JudgedData.read(judgments, vacancies, profiles));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(judgments + ":2: "),
        refused.getMessage());
  }

  @Test
  void a_bad_profile_is_named_without_quoting_it() throws IOException {
    Files.writeString(profiles, "{\"id\":\"p1\",\"surname\":\"Kowalska\"}\n");
    var refused = assertThrows(TrainingDataException.class,
        () -> JudgedData.read(judgments, vacancies, profiles));
    assertTrue(String.valueOf(refused.getMessage()).startsWith(profiles + ":1: "),
        refused.getMessage());
    assertFalse(String.valueOf(refused.getMessage()).contains("Kowalska"), refused.getMessage());
  }

  @Test
  void an_empty_file_says_what_a_line_should_look_like() throws IOException {
    Files.writeString(judgments, "");
    var refused = assertThrows(TrainingDataException.class,
        () -> JudgedData.read(judgments, vacancies, profiles));
    assertTrue(String.valueOf(refused.getMessage()).contains("\"grade\":3"), refused.getMessage());
  }

  @Test
  void text_in_another_encoding_is_named_with_its_place() throws IOException {
    Files.write(judgments, (GOOD + "\n{\"profile\":\"é\"}")
        .getBytes(StandardCharsets.ISO_8859_1));
    var refused = assertThrows(TrainingDataException.class,
        () -> JudgedData.read(judgments, vacancies, profiles));
    assertTrue(String.valueOf(refused.getMessage()).contains("not UTF-8"), refused.getMessage());
  }

  @Test
  void a_missing_file_is_the_callers_to_mend() {
    assertThrows(NoSuchFileException.class,
        () -> JudgedData.read(folder.resolve("none.jsonl"), vacancies, profiles));
  }

  private void requireRefused(String row, String expected) throws IOException {
    Files.writeString(judgments, "\n" + row.replace('\'', '"') + "\n");
    var refused = assertThrows(TrainingDataException.class,
        () -> JudgedData.read(judgments, vacancies, profiles));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith(judgments + ":2: "), message);
    assertTrue(message.contains(expected), message);
  }
}
