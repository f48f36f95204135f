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
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

class SmartRecruitersFormatTest {
  @Test
  void every_field_of_a_detail_is_understood() {
    VacancyDraft draft = Fixture.read("smartrecruiters", "detail.json").drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals("Company\nSpark since 1990.\nJob\nWire houses.\nTest them.\nQualifications\n"
        + "- SEP certificate", vacancy.description());
    assertEquals("Spark & Co", vacancy.employer());
    assertEquals(List.of(new Place("Łódź", "90-001", "łódzkie", "PL",
        new GeoPoint(51.7592485, 19.4559833), PlacePrecision.ADDRESS)), vacancy.workplaces());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(Language.EN, vacancy.language());
    assertEquals(Instant.parse("2026-03-02T08:15:30Z"), vacancy.postedAt());
    assertEquals(List.of("Electrical Engineering"), draft.occupationTitles());
    assertEquals(Set.of("requisition:REF12A", "smartrecruiters-ad:ad-1"), draft.partnerKeys());
    // nobody says what the amounts are paid for; they can only be a month's
    assertEquals(new Salary(6_000, 8_000, Currency.getInstance("PLN"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals("6000 - 8000 PLN", vacancy.raw().get("compensation"));
  }

  @Test
  void a_page_of_the_list_is_thin_and_its_bad_coordinates_are_reported() {
    Read page = Fixture.read("smartrecruiters", "page.json");
    assertEquals(List.of(ProblemCode.THIN, ProblemCode.BAD_PLACE, ProblemCode.THIN),
        page.remarks().stream().map(FeedProblem::code).toList());
    assertEquals(RemoteWork.REMOTE, page.drafts().get(1).vacancy().remote());
  }

  @Test
  void a_page_is_whole_only_with_all_that_was_found() {
    assertFalse(Fixture.read("smartrecruiters", "page.json").end().isWhole());
    assertFalse(Fixture.read("smartrecruiters", "detail.json").end().isWhole());
    assertTrue(page(0, 1).end().isWhole());
    assertFalse(page(100, 101).end().isWhole());
    assertFalse(page(0, 2).end().isWhole());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("applyUrl", "contract", "description", "employer", "language",
        "occupationTitles", "partnerKeys", "postedAt", "raw", "salary", "url",
        "workplaces"), Fixture.filled(Fixture.read("smartrecruiters", "detail.json").drafts()));
    assertEquals(Set.of("contract", "employer", "flags", "language", "occupationTitles",
        "partnerKeys", "postedAt", "raw", "remote", "workplaces"),
        Fixture.filled(Fixture.read("smartrecruiters", "page.json").drafts()));
  }

  private static Read page(int offset, int total) {
    return Read.of("{\"offset\": " + offset + ", \"totalFound\": " + total
        + ", \"content\": [{\"id\": \"1\", \"name\": \"Cook\", \"releasedDate\": \"2026-03-01\"}]}");
  }
}
