package org.metier.feed.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.Fixtures;
import org.metier.feed.Read;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.Place;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.text.Language;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyFlag;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;

class EuresFormatTest {
  private static final Read DETAILS = Fixtures.read("eures/details.json");

  @Test
  void every_field_of_an_opening_is_understood() {
    VacancyDraft draft = DETAILS.drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals("E1", vacancy.id().key());
    assertEquals(Set.of("eures:E1"), draft.partnerKeys());
    assertEquals("Nurse", vacancy.title());
    assertEquals(Language.EN, vacancy.language());
    assertEquals("Hos oss får du ansvar.\nDu som søker.\nRing Kari på […]", vacancy.description());
    assertEquals("Nordlys Sykehus", vacancy.employer());
    assertEquals("912345678", draft.employerId());
    assertEquals(List.of(new Place("Tromsø", "9008", "NO074", "NO", null, null)),
        vacancy.workplaces());
    assertEquals(List.of(new StatedCode(StatedCode.ISCO_08, null, "2221"),
        new StatedCode(StatedCode.ISCO_08, null, "3221"), new StatedCode(StatedCode.ESCO, null,
            "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000001")),
        draft.occupationCodes());
    assertEquals(
        List.of(new SkillText("PositionCompetency", "wound care", Importance.MENTIONED)),
        draft.skillTexts());
    assertEquals(List.of(new LanguageDemand("en", null, Importance.MENTIONED),
        new LanguageDemand("no", CefrLevel.B2, Importance.REQUIRED)), vacancy.languages());
    assertEquals(EducationLevel.BACHELOR, vacancy.education());
    assertEquals(24, vacancy.experienceMonths());
    assertEquals(Set.of(DrivingLicence.B), vacancy.drivingLicences());
    assertEquals(Contract.FIXED_TERM, vacancy.contract());
    assertEquals(RemoteWork.ON_SITE, vacancy.remote());
    assertEquals(new Salary(42_000, 48_000, Currency.getInstance("NOK"), Salary.Period.MONTH),
        vacancy.salary());
    assertEquals(Instant.parse("2026-03-02T00:00:00Z"), vacancy.postedAt());
    assertEquals(Instant.parse("2026-04-30T23:59:59Z"), vacancy.validThrough());
    assertEquals(LocalDate.of(2026, 8, 1), vacancy.startsOn());
    assertEquals(3, vacancy.positions());
    assertEquals("https://apply.example/e1", vacancy.applyUrl());
    assertEquals("Q86.1.0", vacancy.raw().get("IndustryCode"));
  }

  @Test
  void no_field_falls_silent() {
    assertEquals("applyUrl contract description drivingLicences education employer employerId"
        + " experienceMonths flags language languages occupationCodes partnerKeys positions postedAt"
        + " raw:ApplicationMethod/Instructions raw:EducationLevelCode"
        + " raw:ExperienceCategory/Measure raw:ImmediateStartIndicator raw:IndustryCode"
        + " raw:LicenseTypeCode raw:PositionOfferingTypeCode raw:PositionPeriod/StartDate"
        + " raw:PositionScheduleTypeCode raw:RemoteWorkIndicator raw:RemunerationRange"
        + " raw:lastModificationTimestamp remote salary skillTexts startsOn validThrough workplaces",
        Fixtures.filled(DETAILS.drafts()));
  }

  @Test
  void text_that_stands_elsewhere_and_literal_na_are_absent() {
    Vacancy vacancy = DETAILS.drafts().get(1).vacancy();
    assertEquals(Set.of(VacancyFlag.THIN), vacancy.flags());
    assertNull(vacancy.startsOn());
    assertNull(vacancy.validThrough());
    assertEquals("https://apply.example/e2", vacancy.applyUrl());
    assertNull(vacancy.contract());
    assertNull(vacancy.language());
  }

  @Test
  void a_region_tells_its_country_and_a_persons_own_number_is_left_out() {
    assertEquals(List.of(new Place(null, null, "SE110", "SE", null, null)),
        DETAILS.drafts().get(1).vacancy().workplaces());
    assertNull(DETAILS.drafts().get(1).employerId());
  }

  @Test
  void entities_escaped_twice_and_blocks_leave_no_words_glued() {
    assertEquals("Välkommen till receptionen hos oss.\nDu som söker & vill jobba.",
        DETAILS.drafts().get(2).vacancy().description());
  }

  @Test
  void details_that_cannot_be_used_are_rejected_alone() {
    assertEquals(List.of("E5 BAD_RECORD", "E6 BAD_RECORD", "E7 BAD_RECORD", "E9 MISSING_TITLE"),
        DETAILS.rejections().stream().map(p -> p.key() + " " + p.code()).toList());
    assertEquals(
        List.of("JobCategoryCode UNKNOWN_VALUE", "RemunerationRange BAD_SALARY", " THIN",
            "PositionOfferingTypeCode UNKNOWN_VALUE", "ApplicationCloseDate BAD_DATE",
            "PositionPeriod/StartDate BAD_DATE", "PositionOpenQuantity BAD_NUMBER"),
        DETAILS.remarks().stream().map(p -> p.field() + " " + p.code()).toList());
  }

  @Test
  void closed_by_status_of_answer_or_opening_is_a_tombstone() {
    assertEquals(List.of("E4", "E8"),
        DETAILS.withdrawn().stream().map(w -> w.id().key()).toList());
    assertEquals(Instant.parse("2026-03-04T00:00:00Z"),
        DETAILS.withdrawn().getFirst().withdrawnAt());
  }

  @Test
  void details_alone_are_whole_and_move_no_cursor() {
    assertEquals(FeedEnd.whole("eures"), DETAILS.end());
  }

  @Test
  void open_references_without_details_make_an_answer_less_than_whole() {
    Read read = Fixtures.read("eures/changes.json");
    assertEquals(new FeedEnd("eures", false, null), read.end());
    assertEquals(List.of("E4"), read.withdrawn().stream().map(w -> w.id().key()).toList());
    assertEquals(1, read.rejections().size());
    assertEquals(List.of(), read.drafts());
  }

  @Test
  void where_details_came_along_a_missing_one_is_a_bad_record() {
    Read read = Fixtures.read("eures/all-with-details.json");
    assertFalse(read.end().isWhole());
    assertEquals("E7", read.rejections().getFirst().key());
    assertEquals("E1", read.vacancy().id().key());
  }

  @Test
  void references_that_all_came_with_details_tell_where_to_go_on() {
    String answer = new String(Fixtures.bytes("eures/all-with-details.json"),
        StandardCharsets.UTF_8).replace("\"E7\"", "\"E1\"");
    assertEquals(new FeedEnd("eures", true, "1772582400000"), Read.of(answer).end());
  }

  @Test
  void openings_as_xml_say_the_same() {
    Vacancy expected = DETAILS.drafts().getFirst().vacancy();
    for (String path : List.of("eures/opening.xml", "eures/openings.xml")) {
      Read read = Fixtures.read(path);
      Vacancy vacancy = read.drafts().getFirst().vacancy();
      assertEquals(FeedEnd.whole("eures"), read.end());
      assertEquals(expected.id(), vacancy.id());
      assertEquals(expected.description(), vacancy.description());
      assertEquals(expected.workplaces(), vacancy.workplaces());
      assertEquals(expected.salary(), vacancy.salary());
    }
    assertEquals(3, Fixtures.read("eures/openings.xml").drafts().size());
  }

  @Test
  void people_are_never_read() {
    assertFalse(DETAILS.toString().contains("Ola"), DETAILS.toString());
  }

  @ParameterizedTest
  @CsvSource({"SE, 750101-1234, true", "SE, 19750101-1234, true", "SE, 556036-0793, false",
    "NO, 912345678, false", "NO, 01017512345, true", "DK, 0101751234, true", "DK, 12345678, false",
    "FI, 010175-123A, true", "FI, 1234567-8, false", "FR, 01017512345, false"})
  void an_identifier_of_the_form_of_a_persons_is_personal(String country, String id,
      boolean isPersonal) {
    assertEquals(isPersonal, EuresCodes.isPersonal(id, country));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"allReferences\": {}}", "{\"closedReferences\": \"none\"}",
    "{\"details\": {\"1\": 2}} x", "[{\"details\": {}}]"})
  void another_answer_is_refused(String text) {
    assertThrows(FeedException.class, () -> Read.of(text, "eures", null));
  }

  @Test
  void an_answer_cut_off_anywhere_is_refused() {
    String whole = new String(Fixtures.bytes("eures/changes.json"), StandardCharsets.UTF_8).strip();
    for (int length = 40; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      FeedException e = assertThrows(FeedException.class, () -> Read.of(cut, "eures", null));
      assertTrue(Read.message(e).contains("cut off"), Read.message(e));
    }
  }
}
