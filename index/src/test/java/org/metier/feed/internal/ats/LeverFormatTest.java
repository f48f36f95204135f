package org.metier.feed.internal.ats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
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
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class LeverFormatTest {
  private static Read postings() {
    return Fixture.read("lever", "postings.json");
  }

  @Test
  void every_field_of_a_posting_is_understood() {
    VacancyDraft draft = postings().drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals("We make ovens.\nYou sell them.\nSkills & tools\n- Dutch\n- CRM\nLease car.",
        vacancy.description());
    assertEquals(List.of(new Place("Amsterdam", null, null, "NL", null, null),
        new Place("Antwerp", null, null, "BE", null, null)), vacancy.workplaces());
    assertEquals(RemoteWork.HYBRID, vacancy.remote());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(new Salary(45_000, 60_000, Currency.getInstance("EUR"), Salary.Period.YEAR),
        vacancy.salary());
    assertEquals(new WeeklyHours(38, 38), vacancy.hours());
    assertEquals("https://jobs.example/oven/5ac21346", vacancy.url());
    assertEquals("https://jobs.example/oven/5ac21346/apply", vacancy.applyUrl());
    assertEquals(Set.of("requisition:R-204"), draft.partnerKeys());
  }

  @Test
  void milliseconds_are_understood_as_number_and_as_text() {
    for (VacancyDraft draft : postings().drafts()) {
      assertEquals(Instant.parse("2026-03-02T08:00:00Z"), draft.vacancy().postedAt());
    }
  }

  @Test
  void opening_and_body_stand_in_for_a_missing_description() {
    Vacancy vacancy = postings().drafts().get(1).vacancy();
    assertEquals("Join us.\nCount things.", vacancy.description());
    assertEquals(Contract.INTERNSHIP, vacancy.contract());
    assertEquals(RemoteWork.REMOTE, vacancy.remote());
    assertEquals(List.of(new Place(null, null, null, "PL", null, null)), vacancy.workplaces());
  }

  @Test
  void a_bad_address_and_an_unknown_interval_are_reported() {
    Read read = postings();
    assertNull(read.drafts().get(1).vacancy().url());
    assertNull(read.drafts().get(1).vacancy().salary());
    assertEquals(List.of(ProblemCode.BAD_URL, ProblemCode.UNKNOWN_VALUE),
        read.remarks().stream().map(FeedProblem::code).toList());
  }

  @ParameterizedTest
  @CsvSource({"per-hour-wage, 20, HOUR", "per-day-wage, 200, DAY", "per-week-salary, 900, WEEK",
    "per-month-salary, 3000, MONTH", "PER-YEAR-SALARY, 30000, YEAR"})
  void each_interval_is_known(String interval, double min, Salary.Period period) {
    assertEquals(new Salary(min, min, Currency.getInstance("EUR"), period),
        Read.of(
            "[{\"id\": \"1\", \"text\": \"Cook\", \"categories\": {}, \"description\": \"Cook.\","
                + " \"salaryRange\": {\"currency\": \"eur\", \"interval\": \"" + interval
                + "\", \"min\": " + min + "}}]")
            .vacancy()
            .salary());
  }

  @Test
  void pay_and_contract_that_stand_only_in_words_are_read() {
    Vacancy vacancy = Read.of("[{\"id\": \"1\", \"text\": \"Cook\", \"description\": \"Cook.\","
        + " \"categories\": {\"commitment\": \"CDD\"},"
        + " \"salaryDescriptionPlain\": \"The pay is $45,000 - $60,000 per year plus bonus.\"}]")
        .vacancy();
    assertEquals(new Salary(45_000, 60_000, Currency.getInstance("USD"), Salary.Period.YEAR),
        vacancy.salary());
    assertEquals(Contract.FIXED_TERM, vacancy.contract());
    assertNull(Read.of("[{\"id\": \"1\", \"text\": \"Cook\", \"description\": \"Cook.\","
        + " \"categories\": {\"commitment\": \"International\"}}]").vacancy().contract());
  }

  @Test
  void an_empty_site_is_an_empty_feed_when_the_format_is_named() {
    Read read = Read.of(Read.feed("[]".getBytes(StandardCharsets.UTF_8)).format("lever").build());
    assertEquals(FeedEnd.whole("lever"), read.end());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(
        Set.of("applyUrl", "contract", "description", "hours", "partnerKeys", "postedAt", "raw",
            "remote", "salary", "url", "workplaces"),
        Fixture.filled(postings().drafts()));
  }
}
