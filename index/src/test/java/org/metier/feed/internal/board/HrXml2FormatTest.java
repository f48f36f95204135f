package org.metier.feed.internal.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.metier.feed.FeedEnd;
import org.metier.feed.Fixtures;
import org.metier.feed.Read;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class HrXml2FormatTest {
  private static final Read FIXTURE = Fixtures.read("hrxml2/hrxml2.xml");

  @Test
  void every_field_of_an_opening_is_understood() {
    VacancyDraft draft = FIXTURE.drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals(FeedEnd.whole("hrxml2"), FIXTURE.end());
    assertEquals("P-1", vacancy.id().key());
    assertEquals(Set.of("posting:post-9"), draft.partnerKeys());
    assertEquals("Mechatroniker/in (m/w/d)", vacancy.title());
    assertEquals("Aufgaben\n- Anlagen warten\n- Fehler suchen\n\n"
        + "Profil\nAusbildung. […] […] an.", vacancy.description());
    assertEquals(Language.DE, vacancy.language());
    assertEquals("Werk Nord GmbH & Co. KG", vacancy.employer());
    assertEquals(List.of(new Place("Dresden", "01067", "Sachsen", "DE", null, null)),
        vacancy.workplaces());
    assertEquals(List.of(new StatedCode("kldb", null, "26112"),
        new StatedCode(StatedCode.ISCO_08, null, "7412")), draft.occupationCodes());
    assertEquals(List.of("Mechatroniker/in"), draft.occupationTitles());
    assertEquals(List.of(new SkillText("Competency", "Schaltpläne lesen", Importance.REQUIRED),
        new SkillText("Competency", "SPS", Importance.MENTIONED)), draft.skillTexts());
    assertEquals(Contract.FIXED_TERM, vacancy.contract());
    assertEquals(new Salary(2800, 3300, Currency.getInstance("EUR"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals(Instant.parse("2026-03-01T00:00:00Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-04-30T23:59:59Z"), vacancy.validThrough());
    assertEquals(LocalDate.of(2026, 5, 1), vacancy.startsOn());
    assertEquals("https://stellen.example/p-1/apply", vacancy.applyUrl());
    assertEquals(2, vacancy.positions());
    assertEquals(new WeeklyHours(38, 38), vacancy.hours());
  }

  @Test
  void pay_without_an_interval_is_read_as_a_text_and_one_of_an_unknown_interval_is_not() {
    String pay = "<PositionOpening><PositionRecordInfo><Id><IdValue>1</IdValue></Id></PositionRecordInfo>"
        + "<PositionProfile><PositionDetail><PositionTitle>Koch</PositionTitle>"
        + "<PositionClassification>unbefristet</PositionClassification><RemunerationPackage>"
        + "<BasePay currencyCode=\"EUR\"%s><BasePayAmountMin>2400.00</BasePayAmountMin>"
        + "<BasePayAmountMax>2800.00</BasePayAmountMax></BasePay></RemunerationPackage>"
        + "</PositionDetail></PositionProfile></PositionOpening>";
    Vacancy vacancy = Read.of(pay.formatted(""), "hrxml2", null).vacancy();
    assertEquals(new Salary(2400, 2800, Currency.getInstance("EUR"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals("2400.00 - 2800.00 EUR", vacancy.raw().get("BasePay"));
    assertEquals(Contract.PERMANENT, vacancy.contract());
    Vacancy biweekly = Read.of(pay.formatted(" basePayInterval=\"biweekly\""), "hrxml2", null)
        .vacancy();
    assertNull(biweekly.salary());
    assertEquals("2400.00 - 2800.00 EUR biweekly", biweekly.raw().get("BasePay"));
  }

  @Test
  void no_field_falls_silent() {
    assertEquals("applyUrl contract description employer flags hours language occupationCodes"
        + " occupationTitles partnerKeys positions postedAt raw:BasePay raw:PositionClassification"
        + " raw:PositionSchedule raw:StartDate salary skillTexts startsOn url validThrough"
        + " workplaces", Fixtures.filled(FIXTURE.drafts()));
  }

  @Test
  void a_closed_opening_is_a_tombstone() {
    assertEquals(List.of("test:P-2"),
        FIXTURE.withdrawn().stream().map(w -> w.id().toString()).toList());
  }

  @Test
  void bad_openings_are_rejected_alone_and_bad_fields_left_out() {
    assertEquals(List.of("item 4 (line 45) MISSING_KEY", "item 5 (line 46) BAD_RECORD"),
        FIXTURE.rejections().stream().map(p -> p.place() + " " + p.code()).toList());
    assertEquals(
        List.of("PostalAddress BAD_PLACE", "BasePay IMPLAUSIBLE_SALARY",
            "PositionPosting/Id/@validFrom BAD_DATE", "PositionPosting/Id/@validTo BAD_DATE",
            "NumberToFill BAD_NUMBER", " THIN"),
        FIXTURE.remarks().stream().map(p -> p.field() + " " + p.code()).toList());
  }

  @Test
  void people_are_never_read() {
    assertFalse(FIXTURE.toString().contains("Erika"), FIXTURE.toString());
  }
}
