package org.metier.feed.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metier.feed.Fixture;
import org.metier.feed.Read;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.work.Salary;

class EuresPortalFormatTest {
  @Test
  void a_detail_is_read_in_its_preferred_language() {
    Read read = Fixture.read("euresPortal", "detail.json");
    VacancyDraft draft = read.drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals("Dachdecker (m/w/d)", vacancy.title());
    assertEquals("Sie decken Dächer.", vacancy.description());
    assertEquals(Language.DE, vacancy.language());
    assertEquals(List.of(new Place("Köln", "50667", "DEA23", "DE", null, null)),
        vacancy.workplaces());
    assertEquals(new Salary(18, 22, Currency.getInstance("EUR"), Salary.Period.HOUR),
        vacancy.salary());
    assertEquals("HRB 12345", draft.employerId());
    assertEquals(Set.of("de001:10000-1199-S"), draft.partnerKeys());
    assertFalse(read.end().isWhole());
  }

  @Test
  void without_a_preferred_language_the_first_that_is_covered_counts() {
    Vacancy vacancy = Read.of("{\"id\": \"1\", \"source\": \"SE001\", \"jvProfiles\": {"
        + "\"sv\": {\"title\": \"Kock\", \"description\": \"Mat.\"},"
        + "\"en\": {\"title\": \"Cook\", \"description\": \"Food.\"}}}").vacancy();
    assertEquals("Cook", vacancy.title());
    assertEquals(Language.EN, vacancy.language());
  }

  @Test
  void an_identifier_that_may_be_a_persons_is_not_kept() {
    Read read = Read.of("{\"id\": \"1\", \"source\": \"SE001\", \"jvProfiles\": {\"en\": {"
        + "\"title\": \"Cook\", \"description\": \"Food.\","
        + " \"employer\": {\"name\": \"Kök\", \"legalID\": \"8501011234\"}}}}");
    assertNull(read.drafts().getFirst().employerId());
    assertFalse(read.toString().contains("850101"), read.toString());
  }

  @Test
  void hits_have_dates_as_numbers_or_texts_and_regions_by_country() {
    Read read = Fixture.read("euresPortal", "search.json");
    assertEquals(Instant.parse("2026-03-02T08:00:00Z"),
        read.drafts().get(0).vacancy().postedAt());
    assertEquals(Instant.parse("2026-03-03T08:00:00Z"),
        read.drafts().get(1).vacancy().postedAt());
    assertEquals(List.of(new Place(null, null, "NL423", "NL", null, null)),
        read.drafts().get(0).vacancy().workplaces());
    assertNull(read.drafts().get(1).vacancy().employer());
    assertEquals(
        List.of(new StatedCode("esco", null, "http://data.europa.eu/esco/isco/C8343")),
        read.drafts().get(0).occupationCodes());
  }

  @Test
  void a_page_of_hits_is_whole_only_with_all_of_them() {
    assertTrue(Fixture.read("euresPortal", "search.json").end().isWhole());
    assertFalse(Read.of("{\"numberRecords\": 5, \"jvs\": []}").end().isWhole());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("description", "employer", "flags", "occupationCodes", "postedAt",
        "workplaces"), Fixture.filled(Fixture.read("euresPortal", "search.json").drafts()));
    assertEquals(Set.of("description", "employer", "employerId", "language", "occupationCodes",
        "partnerKeys", "postedAt", "raw", "salary", "workplaces"),
        Fixture.filled(Fixture.read("euresPortal", "detail.json").drafts()));
  }
}
