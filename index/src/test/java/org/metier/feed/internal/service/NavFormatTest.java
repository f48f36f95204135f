package org.metier.feed.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedProblem;
import org.metier.feed.Fixture;
import org.metier.feed.ProblemCode;
import org.metier.feed.Read;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyFlag;
import org.metier.work.Contract;

class NavFormatTest {
  private static Read entries() {
    return Fixture.read("nav", "entries.json");
  }

  @Test
  void every_field_of_an_entry_is_understood() {
    VacancyDraft draft = entries().drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals("Sykepleier til hjemmetjenesten", vacancy.title());
    assertEquals("Vi søker sykepleier. Turnus.\n- Autorisasjon\n- Førerkort kl. B",
        vacancy.description());
    assertEquals("FJORD OMSORG AS", vacancy.employer());
    assertEquals("912345678", draft.employerId());
    assertEquals(List.of(new Place("BERGEN", "5003", "VESTLAND", "NO", null, null)),
        vacancy.workplaces());
    assertEquals(Instant.parse("2026-03-01T23:00:00Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-03-20T22:59:00Z"), vacancy.validThrough());
    assertEquals(LocalDate.of(2026, 5, 1), vacancy.startsOn());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(2, vacancy.positions());
    assertEquals("https://fjord.example/apply/1", vacancy.applyUrl());
    assertEquals(Set.of("finn.no:301234567"), draft.partnerKeys());
  }

  @Test
  void categories_become_codes_the_best_first() {
    VacancyDraft draft = entries().drafts().getFirst();
    assertEquals(List.of(new StatedCode("styrk08", null, "2223"),
        new StatedCode("esco", null, "http://data.europa.eu/esco/isco/C2221"),
        new StatedCode("janzz", null, "19803")), draft.occupationCodes());
    assertEquals("Sykepleiere", draft.occupationTitles().getFirst());
  }

  @Test
  void an_inactive_entry_is_a_tombstone() {
    assertEquals("22222222-aaaa-4bbb-8ccc-000000000003",
        entries().withdrawn().getFirst().id().key());
    assertEquals(Instant.parse("2026-03-04T11:00:00Z"),
        entries().withdrawn().getFirst().withdrawnAt());
  }

  @Test
  void an_active_entry_without_its_ad_is_rejected() {
    assertEquals(List.of(ProblemCode.BAD_RECORD),
        entries().rejections().stream().map(FeedProblem::code).toList());
  }

  @Test
  void an_ad_that_is_only_a_link_is_thin() {
    Vacancy vacancy = entries().drafts().get(1).vacancy();
    assertEquals("", vacancy.description());
    assertTrue(vacancy.flags().contains(VacancyFlag.THIN));
    assertEquals("https://www.finn.no/job/302", vacancy.url());
  }

  @Test
  void as_soon_as_possible_is_no_day() {
    Read read = entries();
    Vacancy vacancy = read.drafts().get(1).vacancy();
    assertNull(vacancy.startsOn());
    assertEquals(Instant.parse("2026-04-02T22:00:00Z"), vacancy.validThrough());
    assertEquals("Snarest", vacancy.raw().get("applicationDue"));
    assertTrue(read.remarks().stream().noneMatch(r -> r.code() == ProblemCode.BAD_DATE));
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "'ca. 10', 10", "'1-2',", "mange,", "'',", "0,"})
  void a_number_of_positions_may_have_words_around(String text, Integer positions) {
    assertEquals(positions, Read.of(entry("\"positioncount\": \"" + text + "\""))
        .vacancy()
        .positions());
  }

  @Test
  void a_persons_number_is_never_kept() {
    assertNull(entries().drafts().get(1).employerId());
  }

  @Test
  void a_page_that_names_a_next_one_is_not_whole() {
    Read page = Fixture.read("nav", "page.json");
    assertEquals(new FeedEnd("nav", false, "5d0b"), page.end());
    assertEquals("11111111-aaaa-4bbb-8ccc-000000000002",
        page.withdrawn().getFirst().id().key());
    assertEquals(Instant.parse("2026-03-02T09:30:00Z"),
        page.withdrawn().getFirst().withdrawnAt());
    assertEquals("Sykepleier", page.vacancy().title());
    assertEquals("FJORD OMSORG AS", page.vacancy().employer());
    Read last = Read.of("{\"feed_url\": \"/f\", \"id\": \"9\", \"next_id\": null,"
        + " \"next_url\": null, \"items\": []}");
    assertEquals(new FeedEnd("nav", true, "9"), last.end());
  }

  @Test
  void a_masked_ad_is_a_stopped_one() {
    Read read = Read.of("[{\"id\": \"7\", \"date_modified\": \"Mon, 2 Mar 2026 09:30:00 GMT\","
        + " \"_feed_entry\": {\"uuid\": \"7\", \"title\": \"...\"}}]");
    assertEquals(Instant.parse("2026-03-02T09:30:00Z"),
        read.withdrawn().getFirst().withdrawnAt());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("applyUrl", "contract", "description", "employer", "employerId", "flags",
        "occupationCodes", "occupationTitles", "partnerKeys", "positions", "postedAt", "raw",
        "startsOn", "url", "validThrough", "workplaces"), Fixture.filled(entries().drafts()));
    assertEquals(Set.of("employer", "flags", "workplaces"),
        Fixture.filled(Fixture.read("nav", "page.json").drafts()));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"Fast, PERMANENT, 0", "Permanent, PERMANENT, 0",
    "Annet, -, 0", "Uvisst, -, 1"})
  void words_that_the_service_does_not_offer_are_read_and_else_reported(String type,
      Contract contract, int problems) {
    Read read = Read.of("[" + entry("\"engagementtype\": \"" + type + "\"") + "]");
    assertEquals(contract, read.vacancy().contract());
    assertEquals(problems, read.remarks().size(), read.remarks().toString());
    assertEquals(type, read.vacancy().raw().get("engagementtype"));
  }

  private static String entry(String more) {
    return "{\"uuid\": \"1\", \"status\": \"ACTIVE\", \"ad_content\": {\"title\": \"Kokk\","
        + " \"description\": \"Mat.\", " + more + "}}";
  }
}
