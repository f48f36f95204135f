package org.metier.feed.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.metier.feed.FeedEnd;
import org.metier.feed.Fixtures;
import org.metier.feed.Read;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class JoobleFormatTest {
  private static final Read FIXTURE = Fixtures.read("jooble/jooble.xml");

  @Test
  void every_field_of_a_job_is_understood() {
    Vacancy vacancy = FIXTURE.drafts().getFirst().vacancy();
    assertEquals(FeedEnd.whole("jooble"), FIXTURE.end());
    assertEquals("501", vacancy.id().key());
    assertEquals("Infirmier / Infirmière (H/F) - URGENT", vacancy.title());
    assertEquals("Soins aux patients.\nRejoignez-nous.", vacancy.description());
    assertEquals("Clinique des Lilas", vacancy.employer());
    assertEquals("https://jobs.example/501?a=1&b=2", vacancy.url());
    assertEquals(List.of(new Place("Lyon", null, "Auvergne-Rhône-Alpes", "FR", null, null)),
        vacancy.workplaces());
    assertEquals(Instant.parse("2026-04-03T00:00:00Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-04-30T23:59:59Z"), vacancy.validThrough());
    assertEquals(new Salary(2000, 2300, Currency.getInstance("EUR"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(new WeeklyHours(35, 35), vacancy.hours());
    assertEquals("2 000 € - 2 300 € par mois", vacancy.raw().get("salary"));
    assertEquals("Lyon, Auvergne-Rhône-Alpes, France; France", vacancy.raw().get("region"));
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(
        "contract description employer flags hours postedAt raw:expire raw:jobtype raw:pubdate raw:region"
            + " raw:salary raw:updated salary url validThrough workplaces",
        Fixtures.filled(FIXTURE.drafts()));
  }

  @Test
  void bad_jobs_are_rejected_alone_and_bad_fields_left_out() {
    assertEquals(
        List.of("item 4 (line 32) MISSING_KEY", "item 5 (line 36) BAD_RECORD",
            "item 6 (line 37) BAD_RECORD", "item 8 (line 47) BAD_RECORD"),
        FIXTURE.rejections().stream().map(p -> p.place() + " " + p.code()).toList());
    assertEquals(
        List.of("expire DEADLINE_BEFORE_POSTING", "link BAD_URL", "pubdate BAD_DATE", " THIN"),
        FIXTURE.remarks().stream().map(p -> p.field() + " " + p.code()).toList());
    assertEquals(List.of("501", "502", "503", "507"),
        FIXTURE.drafts().stream().map(d -> d.vacancy().id().key()).toList());
  }

  @Test
  void root_and_items_may_have_any_name() {
    Read read = Read.of("<offers><vacancy id=\"7\"><link>https://jobs.example/7</link>"
        + "<name>Cook</name><region>Gent, Belgium</region><description>Cook.</description>"
        + "</vacancy><vacancy id=\"8\"><name>Baker</name></vacancy></offers>");
    assertEquals(FeedEnd.whole("jooble"), read.end());
    assertEquals(List.of("7", "8"),
        read.drafts().stream().map(d -> d.vacancy().id().key()).toList());
  }
}
