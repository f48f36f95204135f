package org.metier.feed.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metier.feed.FeedEnd;
import org.metier.feed.Fixtures;
import org.metier.feed.Read;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class CareerjetFormatTest {
  private static final Read FIXTURE = Fixtures.read("careerjet/careerjet.xml");

  @Test
  void every_field_of_a_job_is_understood() {
    Vacancy vacancy = FIXTURE.drafts().getFirst().vacancy();
    assertEquals(FeedEnd.whole("careerjet"), FIXTURE.end());
    assertEquals("C1", vacancy.id().key());
    assertEquals(Set.of("reference:REF/2026/1"), FIXTURE.drafts().getFirst().partnerKeys());
    // declared as ISO-8859-1, which has no such dash: read as windows-1252, as browsers do
    assertEquals("Care assistant (nights) – £ excellent pay", vacancy.title());
    assertEquals("Help residents.\nNight shifts.\nAsk Jane on […].", vacancy.description());
    assertEquals("Acorn Homes", vacancy.employer());
    assertEquals(List.of(new Place("Leeds", null, "West Yorkshire", "GB", null, null)),
        vacancy.workplaces());
    assertEquals(Instant.parse("2026-03-02T00:00:00Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-04-13T23:59:59Z"), vacancy.validThrough());
    assertEquals(new Salary(30_000, 33_000, Currency.getInstance("GBP"), Salary.Period.YEAR),
        vacancy.salary());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(new WeeklyHours(37.5, 37.5), vacancy.hours());
    assertEquals("£30000 - 33000", vacancy.raw().get("salary"));
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(
        "contract description employer flags hours partnerKeys postedAt raw:category raw:city"
            + " raw:contract_type raw:date raw:experience raw:location raw:salary raw:working_hours salary"
            + " url validThrough workplaces",
        Fixtures.filled(FIXTURE.drafts()));
  }

  @Test
  void without_an_id_the_reference_is_the_key() {
    Vacancy vacancy = FIXTURE.drafts().get(1).vacancy();
    assertEquals("REF/2026/2", vacancy.id().key());
    assertEquals(List.of(new Place("London", null, null, "GB", null, null)), vacancy.workplaces());
  }

  @Test
  void bad_jobs_are_rejected_alone_and_bad_fields_left_out() {
    assertEquals(List.of("item 4 (line 37) MISSING_TITLE", "item 5 (line 38) BAD_RECORD"),
        FIXTURE.rejections().stream().map(p -> p.place() + " " + p.code()).toList());
    assertEquals(List.of("date BAD_DATE", "location BAD_PLACE", " THIN", "salary BAD_SALARY"),
        FIXTURE.remarks().stream().map(p -> p.field() + " " + p.code()).toList());
  }
}
