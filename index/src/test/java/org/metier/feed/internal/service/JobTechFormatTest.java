package org.metier.feed.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metier.feed.FeedProblem;
import org.metier.feed.Fixture;
import org.metier.feed.ProblemCode;
import org.metier.feed.Read;
import org.metier.feed.SkillText;
import org.metier.feed.StatedCode;
import org.metier.feed.VacancyDraft;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.qualification.DrivingLicence;
import org.metier.qualification.EducationLevel;
import org.metier.vacancy.LanguageDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Importance;
import org.metier.work.Salary;

class JobTechFormatTest {
  private static Read snapshot() {
    return Fixture.read("jobtech", "snapshot.json");
  }

  @Test
  void every_field_of_an_ad_is_understood() {
    VacancyDraft draft = snapshot().drafts().getFirst();
    Vacancy vacancy = draft.vacancy();
    assertEquals("test:28800001", vacancy.id().toString());
    assertEquals("Vi söker dig som trivs på lager.\nDu plockar order.\n"
        + "Frågor: ring […] eller skriv till […]", vacancy.description());
    assertEquals("Nordlager AB", vacancy.employer());
    assertEquals("5560000167", draft.employerId());
    assertEquals(List.of(new Place("Umeå", "90325", "Västerbottens län", "SE",
        new GeoPoint(63.8258, 20.2630), PlacePrecision.ADDRESS)), vacancy.workplaces());
    assertEquals(Contract.PERMANENT, vacancy.contract());
    assertEquals(0, vacancy.experienceMonths());
    assertEquals(EducationLevel.UPPER_SECONDARY, vacancy.education());
    assertEquals(Set.of(DrivingLicence.B), vacancy.drivingLicences());
    assertEquals(3, vacancy.positions());
    assertEquals("https://nordlager.example/sok/771", vacancy.applyUrl());
    assertEquals(List.of(new LanguageDemand("en", null, Importance.DESIRED),
        new LanguageDemand("sv", null, Importance.REQUIRED)), vacancy.languages());
    assertEquals(List.of(new SkillText("skills", "Orderplockning", Importance.REQUIRED),
        new SkillText("skills", "Truckkörning", Importance.DESIRED)), draft.skillTexts());
    assertEquals(List.of(new StatedCode("jobtech", null, "rQds_YGd_quU"),
        new StatedCode("ams", null, "7271"), new StatedCode("ssyk", "2012", "4322")),
        draft.occupationCodes());
    assertEquals(Set.of("external:lagerbolaget-771", "original:o-28800001"), draft.partnerKeys());
  }

  @Test
  void times_without_a_zone_are_those_of_stockholm_unless_the_source_says_otherwise() {
    assertEquals(Instant.parse("2026-03-02T07:00:00Z"),
        snapshot().drafts().getFirst().vacancy().postedAt());
    assertEquals(Instant.parse("2026-04-15T21:59:59Z"),
        snapshot().drafts().getFirst().vacancy().validThrough());
    Read utc = Read.of(Read.feed(new Fixture("jobtech", "snapshot.json").bytes())
        .zone(ZoneOffset.UTC)
        .build());
    assertEquals(Instant.parse("2026-03-02T08:00:00Z"),
        utc.drafts().getFirst().vacancy().postedAt());
  }

  @Test
  void a_removed_ad_is_a_tombstone() {
    var gone = snapshot().withdrawn().getFirst();
    assertEquals("test:28800003", gone.id().toString());
    assertEquals(Instant.parse("2026-03-01T09:15:00Z"), gone.withdrawnAt());
  }

  @Test
  void a_stream_has_one_ad_a_line() {
    Read stream = Fixture.read("jobtech", "stream.jsonl");
    assertEquals(1, stream.drafts().size());
    assertEquals("28800012", stream.withdrawn().getFirst().id().key());
    assertEquals("line 3", stream.rejections().getFirst().place());
    assertEquals(List.of(ProblemCode.BAD_PLACE), // 0/0
        stream.remarks().stream().map(FeedProblem::code).toList());
  }

  @Test
  void what_the_service_makes_up_or_guesses_is_not_believed() {
    Read read = snapshot();
    assertNull(read.drafts().get(0).vacancy().hours());
    assertNull(read.drafts().get(0).vacancy().raw().get("scope_of_work"));
    assertNull(read.drafts().get(0).vacancy().remote());
    Vacancy abroad = read.drafts().get(1).vacancy();
    assertEquals(List.of(), abroad.workplaces());
    assertEquals("50 - 75 %", abroad.raw().get("scope_of_work"));
    assertEquals(Contract.FIXED_TERM, abroad.contract());
  }

  @ParameterizedTest
  @CsvSource({"5560000167, 5560000167", "556000-0167, 5560000167", "165560000167, 5560000167",
    "8501011234,", "198501011234,", "850101-1234,", "8561011234, 8561011234", "abc,", "'',"})
  void a_sole_traders_number_is_never_kept(String number, String kept) {
    Read read = Read.of("[{\"id\": \"1\", \"headline\": \"Kock\", \"description\": \"Laga mat.\","
        + " \"employer\": {\"organization_number\": \"" + number + "\", \"name\": \"Kök\"}}]");
    assertEquals(kept, read.drafts().getFirst().employerId());
    if (kept == null && !number.isEmpty()) {
      assertTrue(!read.toString().contains(number), read.toString());
    }
  }

  @Test
  void the_sources_own_names_are_understood_too() {
    Read read = Fixture.read("jobtech", "source.json");
    VacancyDraft draft = read.drafts().getFirst();
    assertEquals("Diskare sökes", draft.vacancy().title());
    assertEquals(new GeoPoint(59.33, 18.06), draft.vacancy().workplaces().getFirst().point());
    assertNull(draft.vacancy().workplaces().getFirst().country());
    assertEquals("5560000167", draft.employerId());
    assertEquals(List.of(new StatedCode("ams", null, "5556")), draft.occupationCodes());
    assertEquals(List.of(Importance.REQUIRED, Importance.MENTIONED),
        draft.skillTexts().stream().map(SkillText::importance).toList());
    assertEquals("ti", draft.vacancy().languages().getFirst().language());
    assertEquals("30000002", read.withdrawn().getFirst().id().key());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"10|2-4 års erfarenhet|24", "10|Ingen erfarenhet|0",
    "10|5 års erfarenhet eller mer|60", "10|Mindre än 1 års erfarenhet|", "5|1-2 års erfarenhet|"})
  void experience_that_is_a_must_has_a_level(String weight, String level, Integer months) {
    Read read = Read
        .of("[{\"annonsId\": \"1\", \"annonsrubrik\": \"Kock\", \"annonstext\": \"Laga mat.\","
            + " \"yrkeserfarenheter\": [{\"namn\": \"Kock\", \"vikt\": " + weight
            + ", \"erfarenhetsniva\": {\"namn\": \"" + level + "\"}}]}]");
    assertEquals(months, read.vacancy().experienceMonths());
    assertEquals(List.of(), read.remarks());
  }

  @Test
  void pay_in_words_is_in_crowns_of_the_country_of_the_place() {
    Vacancy vacancy = Read
        .of("[{\"id\": \"1\", \"headline\": \"Kock\", \"description\": \"Laga mat.\","
            + " \"salary_description\": \"25 000 - 30 000 kr\", \"workplace_address\":"
            + " {\"municipality\": \"Umeå\", \"country\": \"Sverige\"}}]")
        .vacancy();
    assertEquals(new Salary(25_000, 30_000, Currency.getInstance("SEK"), Salary.Period.MONTH),
        vacancy.salary());
  }

  @Test
  void a_page_of_hits_is_whole_only_with_all_of_them() {
    String hit = "{\"id\": \"1\", \"headline\": \"Kock\", \"description\": {\"text\": \"Mat.\"}}";
    assertTrue(Read.of("{\"total\": {\"value\": 1}, \"hits\": [" + hit + "]}").end().isWhole());
    assertTrue(!Read.of("{\"total\": {\"value\": 2}, \"hits\": [" + hit + "]}").end().isWhole());
    assertEquals("1", Read.of(hit).vacancy().id().key());
    assertEquals(List.of(), Read.of(Read.feed("[]".getBytes(StandardCharsets.UTF_8))
        .format("jobtech")
        .build()).drafts());
  }

  @Test
  void no_field_falls_silent() {
    assertEquals(Set.of("applyUrl", "contract", "description", "drivingLicences", "education",
        "employer", "employerId", "experienceMonths", "languages", "occupationCodes",
        "occupationTitles", "partnerKeys", "positions", "postedAt", "raw", "skillTexts", "url",
        "validThrough", "workplaces"), Fixture.filled(snapshot().drafts()));
  }
}
