package org.metier.feed.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.DateOrder;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedProblem;
import org.metier.feed.Fixtures;
import org.metier.feed.ProblemCode;
import org.metier.feed.Read;
import org.metier.feed.VacancyDraft;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyFlag;
import org.metier.work.RemoteWork;

class IndeedFormatTest {
  private static final Read FIXTURE = Fixtures.read("indeed/indeed.xml");

  @Test
  void every_field_of_a_job_is_understood() {
    VacancyDraft draft = FIXTURE.drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals(FeedEnd.whole("indeed"), FIXTURE.end());
    assertEquals("test:R-77-GENT", vacancy.id().toString());
    assertEquals(Set.of("requisition:R-77"), draft.partnerKeys());
    assertEquals("TOP JOB!!! Schöne Zeit für Bäcker (m/w/d) \ud83e\udd56", vacancy.title());
    assertEquals(
        "Sie backen Brot.\n- Teig kneten\n- Ofen überwachen\nFragen: […], […], […]",
        vacancy.description());
    assertEquals(Language.DE, vacancy.language());
    assertEquals("Fournil & Söhne", vacancy.employer());
    assertEquals(
        List.of(new Place("Gent", "9000", "Oost-Vlaanderen", "BE", new GeoPoint(51.05, 3.72),
            PlacePrecision.ADDRESS)),
        vacancy.workplaces());
    assertEquals(RemoteWork.ON_SITE, vacancy.remote());
    assertEquals(Instant.parse("2026-03-06T22:49:39Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-04-30T23:59:59Z"), vacancy.validThrough());
    assertEquals("https://boards.example/r-77-gent?utm_source=x&utm_medium=feed", vacancy.url());
    assertEquals("2.400 - 2.800 € brutto pro Monat", vacancy.raw().get("salary"));
    assertNull(vacancy.salary());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals("applyUrl description employer flags language partnerKeys postedAt raw:category"
        + " raw:city raw:date raw:education raw:experience raw:jobtype raw:remotetype raw:salary"
        + " remote url validThrough workplaces", Fixtures.filled(FIXTURE.drafts()));
  }

  @Test
  void one_requisition_at_two_places_is_two_vacancies_that_know_of_each_other() {
    assertEquals(List.of("R-77-GENT", "R-77-BRUGGE"), FIXTURE.drafts()
        .stream()
        .filter(d -> d.partnerKeys().contains("requisition:R-77"))
        .map(d -> d.vacancy().id().key())
        .toList());
  }

  @Test
  void escaped_markup_keeps_its_blanks() {
    Vacancy vacancy = FIXTURE.drafts().get(1).vacancy();
    assertEquals("Sie backen Brot.\nDu fängst sofort an.", vacancy.description());
    assertEquals(Instant.parse("2026-03-06T07:00:00Z"), vacancy.postedAt());
    assertEquals(RemoteWork.HYBRID, vacancy.remote());
  }

  @Test
  void bare_signs_and_entities_that_nothing_declares_harm_no_item() {
    Vacancy vacancy = FIXTURE.drafts().get(2).vacancy();
    assertEquals("R&D engineer, salary < 3 years ago & café", vacancy.title());
    assertEquals("&boss;&unknown; Works – Lab", vacancy.employer());
    assertEquals("Measure things.\nWrite them down.", vacancy.description());
  }

  @Test
  void what_stands_for_a_place_is_none() {
    assertEquals(List.of(new Place(null, null, null, "BE", null, null)),
        FIXTURE.drafts().get(2).vacancy().workplaces());
    assertEquals("53 Locations", FIXTURE.drafts().get(2).vacancy().raw().get("city"));
    assertEquals(List.of(), FIXTURE.drafts().get(3).vacancy().workplaces());
    assertEquals(RemoteWork.REMOTE, FIXTURE.drafts().get(3).vacancy().remote());
  }

  @Test
  void a_job_without_text_is_thin_and_a_stale_one_keeps_its_deadline() {
    Vacancy vacancy = FIXTURE.drafts().get(3).vacancy();
    assertEquals(Set.of(VacancyFlag.THIN), vacancy.flags());
    assertEquals(Instant.parse("2019-01-31T23:59:59Z"), vacancy.validThrough());
  }

  @Test
  void broken_jobs_are_rejected_alone_and_say_where() {
    assertEquals(
        List.of("item 4 (line 51) BAD_RECORD", "item 5 (line 55) BAD_RECORD",
            "item 7 (line 70) MISSING_KEY", "item 9 (line 84) MISSING_KEY"),
        FIXTURE.rejections().stream().map(p -> p.place() + " " + p.code()).toList());
    assertEquals(5, FIXTURE.drafts().size());
  }

  @Test
  void what_is_left_out_is_said() {
    assertEquals(List.of("url BAD_URL", "city BAD_PLACE", "remotetype UNKNOWN_VALUE",
        "date BAD_DATE", "city BAD_PLACE", "date BAD_DATE", " THIN",
        "expirationdate DEADLINE_BEFORE_POSTING"),
        FIXTURE.remarks().stream().map(p -> p.field() + " " + p.code()).toList());
  }

  @Test
  void addresses_for_people_are_never_read() {
    String all = FIXTURE.toString();
    assertFalse(all.contains("muster@") || all.contains("1234567"), all);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Fri, 19 Dec 2014 22:49:39 GMT||2014-12-19T22:49:39Z",
    "19 Dec 2014 22:49 +0100||2014-12-19T21:49:00Z",
    "Mon, 19 dec 2014 22:49:39 EST||2014-12-20T03:49:39Z", "2026-04-03||2026-04-02T22:00:00Z",
    "2026-04-03T10:00:00||2026-04-03T08:00:00Z", "25/12/2026||2026-12-24T23:00:00Z",
    "12/25/2026||2026-12-24T23:00:00Z", "04/04/2026||2026-04-03T22:00:00Z",
    "03/04/2026|DAY_FIRST|2026-04-02T22:00:00Z", "03/04/2026|MONTH_FIRST|2026-03-03T23:00:00Z",
    "25/12/2026|MONTH_FIRST|2026-12-24T23:00:00Z", "1772409600000||2026-03-02T00:00:00Z"})
  void a_date_that_can_be_read_in_one_way_is(String text, DateOrder order, Instant expected) {
    Read read = dated(text, order);
    assertEquals(expected, read.vacancy().postedAt());
    assertEquals(List.of(), read.remarks());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"03/04/2026|in one way only", "03.04.2026|in one way only",
    "31/02/2026|a day of the calendar", "13/13/2026|a day of the calendar",
    "April 2026|such as 2026-03-31", "Posted 30+ Days Ago|such as 2026-03-31",
    "999999999|such as 2026-03-31"})
  void any_other_date_is_reported_and_not_guessed(String text, String expected) {
    Read read = dated(text, null);
    assertNull(read.vacancy().postedAt());
    FeedProblem problem = read.remarks().getFirst();
    assertEquals(ProblemCode.BAD_DATE, problem.code());
    assertEquals(text, problem.found());
    assertTrue(problem.expected().contains(expected), problem.expected());
  }

  private static Read dated(String date, @Nullable DateOrder order) {
    String feed = "<source><job><referencenumber>1</referencenumber><title>Cook</title>"
        + "<description>Cook.</description><date>" + date + "</date></job></source>";
    return Read.of(Read.feed(feed.getBytes(StandardCharsets.UTF_8))
        .dateOrder(order)
        .zone(ZoneId.of("Europe/Brussels"))
        .build());
  }
}
