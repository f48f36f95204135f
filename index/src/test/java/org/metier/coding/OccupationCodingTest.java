package org.metier.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.coding.crosswalk.CrosswalkImport;
import org.metier.coding.crosswalk.Crosswalks;
import org.metier.coding.learned.BakersAndButchers;
import org.metier.coding.learned.OccupationModel;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.index.Market;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.OccupationCode.Origin;
import org.metier.vacancy.OccupationReview.Cause;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// What a vacancy is coded to, and what is left to a person.
class OccupationCodingTest {
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final VacancyCoder PLAIN = VacancyCoder.over(Market.taxonomy(), ANALYZER);
  private static final OccupationModel MODEL = BakersAndButchers.model();

  @TempDir
  Path folder;

  @Test
  void a_national_code_goes_through_the_crosswalk_before_any_word_of_the_title()
      throws IOException {
    Path file = Files.writeString(folder.resolve("rome.csv"),
        "scheme,version,code,target,weight\nrome,v4,D1,7511,0.7\nrome,v4,D1,7512,0.3\n");
    VacancyCoder coder = VacancyCoder.builder(Market.taxonomy(), ANALYZER)
        .crosswalks(Crosswalks.of(List.of(CrosswalkImport.read(file, null, null))))
        .build();
    Vacancy vacancy = coder.code(draft("Something", new StatedCode("rome", null, "d1")));
    assertEquals(List.of(new OccupationCode("isco7511", 0.7, Origin.CROSSWALKED),
        new OccupationCode("isco7512", 0.3, Origin.CROSSWALKED)), vacancy.occupations());
    assertNull(vacancy.review());
  }

  @Test
  void a_code_that_nobody_knows_is_a_miss_and_loses_nothing() {
    StatedCode unknown = new StatedCode("rome", null, "Z9");
    StatedCode outside = new StatedCode("kzis", null, "522301"); // not in this taxonomy
    Coded coded = PLAIN.code(draft("Butcher", unknown, outside), null);
    assertEquals(List.of(unknown, outside), coded.misses());
    assertEquals("butcher", coded.vacancy().occupations().getFirst().uri());
  }

  @Test
  void below_the_threshold_nothing_is_coded_and_the_proposals_are_listed_for_review() {
    VacancyCoder strict = VacancyCoder.builder(Market.taxonomy(), ANALYZER)
        .leastConfidence(1)
        .build();
    Vacancy vacancy = strict.code(draft("Butcher wanted for our market"));
    assertEquals(List.of(), vacancy.occupations());
    assertNotNull(vacancy.review());
    assertEquals(Cause.UNSURE, vacancy.review().cause());
    assertEquals("butcher", vacancy.review().proposals().getFirst().uri());

    Vacancy nothing = PLAIN.code(draft("Zyx"));
    assertNotNull(nothing.review());
    assertEquals(Cause.NOTHING_FOUND, nothing.review().cause());
    assertEquals(List.of(), nothing.review().proposals());
  }

  @Test
  void a_text_in_no_known_language_is_left_to_a_person() {
    Vacancy silent = Market.vacancy("1", "Опытный повар")
        .language(null)
        .description("Мы ищем опытного повара в наш ресторан в центре города.")
        .build();
    Vacancy vacancy = PLAIN.code(VacancyDraft.of(silent, List.of(), List.of(), List.of()));
    assertNotNull(vacancy.review());
    assertEquals(Cause.UNKNOWN_LANGUAGE, vacancy.review().cause());
  }

  @Test
  void a_learned_model_reads_what_the_title_does_not_say() {
    VacancyCoder coder = VacancyCoder.builder(Market.taxonomy(), ANALYZER).model(MODEL).build();
    Vacancy vacancy = coder.code(described("Helper wanted",
        "You cut meat, make sausages and serve at the counter of our butchery."));
    assertEquals("isco7511", vacancy.occupations().getFirst().uri());
    assertEquals(Origin.LEARNED, vacancy.occupations().getFirst().origin());
    assertEquals(List.of(), PLAIN.code(described("Helper wanted", "You cut meat.")).occupations());
  }

  @Test
  void a_title_that_names_the_occupation_says_which_it_is_within_the_group() {
    VacancyCoder coder = VacancyCoder.builder(Market.taxonomy(), ANALYZER).model(MODEL).build();
    Vacancy vacancy = coder.code(described("Baker", "You knead dough and bake bread in our oven."));
    assertEquals("baker", vacancy.occupations().getFirst().uri());
    assertEquals(Origin.LEARNED, vacancy.occupations().getFirst().origin());
  }

  @Test
  void a_model_is_not_asked_about_languages_that_it_did_not_learn() {
    VacancyCoder coder = VacancyCoder.builder(Market.taxonomy(), ANALYZER).model(MODEL).build();
    Vacancy french = Market.vacancy("1", "Boulanger").language(Language.FR).build();
    Vacancy vacancy = coder.code(VacancyDraft.of(french, List.of(), List.of(), List.of()));
    assertEquals("baker", vacancy.occupations().getFirst().uri());
    assertEquals(Origin.LINKED, vacancy.occupations().getFirst().origin());
  }

  @Test
  void a_persons_correction_wins_over_everything() {
    VacancyDraft draft = draft("Butcher", new StatedCode(StatedCode.ISCO_08, null, "7511"));
    Vacancy vacancy = PLAIN.code(draft, correction("pastry")).vacancy();
    assertEquals(List.of(new OccupationCode("pastry", 1, Origin.CORRECTED)),
        vacancy.occupations());
    assertNull(vacancy.review());
  }

  @Test
  void a_person_who_says_none_is_not_asked_again() {
    Vacancy vacancy = PLAIN.code(draft("Butcher"), correction(null)).vacancy();
    assertEquals(List.of(), vacancy.occupations());
    assertNull(vacancy.review());
  }

  @Test
  void a_correction_stays_in_force_when_a_new_taxonomy_lacks_its_concept() {
    Vacancy vacancy = PLAIN.code(draft("Butcher"), correction("gone")).vacancy();
    assertEquals("gone", vacancy.occupations().getFirst().uri());
    assertNotNull(vacancy.review());
    assertEquals(Cause.CORRECTION_NOT_IN_TAXONOMY, vacancy.review().cause());
  }

  @Test
  void a_correction_of_another_vacancy_is_refused() {
    Correction other = new Correction(new VacancyId("test", "2"), "baker", "reviewer",
        Instant.EPOCH);
    assertThrows(IllegalArgumentException.class, () -> PLAIN.code(draft("Butcher"), other));
  }

  @Test
  void the_id_changes_with_what_changes_the_coding() {
    VacancyCoder.Builder builder = VacancyCoder.builder(Market.taxonomy(), ANALYZER);
    assertEquals(PLAIN.id(), builder.build().id());
    assertNotEquals(PLAIN.id(), builder.model(MODEL).build().id());
    assertNotEquals(PLAIN.id(), VacancyCoder.builder(Market.taxonomy(), ANALYZER)
        .leastConfidence(0.5)
        .build()
        .id());
    assertTrue(PLAIN.id().contains(Market.taxonomy().id()));
  }

  private static Correction correction(@Nullable String concept) {
    return new Correction(new VacancyId("test", "1"), concept, "reviewer", Instant.EPOCH);
  }

  private static VacancyDraft draft(String title, StatedCode... codes) {
    return VacancyDraft.of(Market.vacancy("1", title).build(), List.of(), List.of(codes),
        List.of());
  }

  private static VacancyDraft described(String title, String description) {
    return VacancyDraft.of(Market.vacancy("1", title).description(description).build(), List.of(),
        List.of(), List.of());
  }
}
