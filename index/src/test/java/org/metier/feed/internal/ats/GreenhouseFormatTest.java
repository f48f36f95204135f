package org.metier.feed.internal.ats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

class GreenhouseFormatTest {
  private static Read board() {
    return Fixture.read("greenhouse", "board.json");
  }

  @Test
  void every_field_of_a_job_is_understood() {
    VacancyDraft draft = board().drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals("Baker 🥐 (all genders)", vacancy.title());
    assertEquals("Bake bread.\nSell it & smile.\n- Kneading\n- Early mornings",
        vacancy.description());
    assertEquals("Oven GmbH", vacancy.employer());
    assertEquals(List.of(new Place("Berlin", null, null, "DE", null, null),
        new Place("Hamburg", null, null, "DE", null, null)), vacancy.workplaces());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(RemoteWork.HYBRID, vacancy.remote());
    assertEquals(Instant.parse("2026-03-01T14:00:00Z"), vacancy.postedAt());
    assertEquals(Set.of("requisition:REQ-17", "greenhouse-job:550012"), draft.partnerKeys());
  }

  @Test
  void pay_comes_in_cents() {
    assertEquals(new Salary(30_000, 36_000, Currency.getInstance("EUR"), Salary.Period.YEAR),
        board().drafts().getFirst().vacancy().salary());
  }

  @Test
  void pay_of_which_nobody_says_for_how_long_is_that_of_the_only_period_it_can_be() {
    Vacancy vacancy = board().drafts().get(1).vacancy();
    assertEquals(new Salary(15, 17, Currency.getInstance("EUR"), Salary.Period.HOUR),
        vacancy.salary());
    assertEquals("1500 - 1700 cents EUR Pay range", vacancy.raw().get("pay_input_ranges"));
  }

  @Test
  void a_title_may_name_the_period_in_another_language() {
    Vacancy vacancy = Read.of("{\"jobs\": [{\"absolute_url\": \"https://b.example/1\", \"id\": 1,"
        + " \"title\": \"Koch\", \"content\": \"Koch.\", \"pay_input_ranges\": [{\"min_cents\": 400000,"
        + " \"max_cents\": 500050, \"currency_type\": \"CHF\", \"title\": \"Monatslohn\"}]}]}")
        .vacancy();
    assertEquals(new Salary(4_000, 5_000.5, Currency.getInstance("CHF"), Salary.Period.MONTH),
        vacancy.salary());
  }

  @Test
  void text_escaped_twice_is_text() {
    assertEquals("Drive the van.", board().drafts().get(1).vacancy().description());
  }

  @Test
  void a_number_of_places_is_no_place_and_the_offices_serve() {
    assertEquals(List.of(new Place("Wien", null, null, "AT", null, null)),
        board().drafts().get(1).vacancy().workplaces());
  }

  @Test
  void a_post_without_a_job_is_no_vacancy() {
    assertEquals(List.of(ProblemCode.NO_POSITION),
        board().rejections().stream().map(FeedProblem::code).toList());
  }

  @Test
  void a_board_with_fewer_jobs_than_announced_is_not_whole() {
    assertTrue(board().end().isWhole());
    String job = "{\"absolute_url\": \"https://b.example/1\", \"id\": 1, \"title\": \"Cook\","
        + " \"content\": \"Cook.\"}";
    assertFalse(Read.of("{\"jobs\": [" + job + "], \"meta\": {\"total\": 2}}").end().isWhole());
    assertFalse(Read.of("{\"jobs\": [" + job + "]}").end().isWhole());
    assertTrue(Read.of("{\"jobs\": [], \"meta\": {\"total\": 0}}").end().isWhole());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("contract", "description", "employer", "language", "partnerKeys",
        "postedAt", "raw", "remote", "salary", "url", "workplaces"),
        Fixture.filled(board().drafts()));
  }
}
