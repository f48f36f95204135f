package org.metier.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.qualification.CefrLevel;
import org.metier.qualification.EducationField;
import org.metier.qualification.LanguageDimension;

class ExperienceTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

  private static DateRange range(String start, String end) {
    return new DateRange(PartialDate.parse(start), end.isEmpty() ? null : PartialDate.parse(end),
        end.isEmpty());
  }

  private static Competence used(DateRange... periods) {
    return new Competence("s:1", Competence.Origin.CONFIRMED, 1, List.of(), List.of(periods));
  }

  @Test
  void months_that_overlap_count_once_and_gaps_not_at_all() {
    // January to June and April to September 2020 are nine months; January to March 2022 three more.
    Competence skill = used(range("2020-01", "2020-06"), range("2020-04", "2020-09"),
        range("2022-01", "2022-03"));
    assertEquals(12, skill.monthsOfUse(TODAY));
    assertEquals(48, skill.monthsSinceUse(TODAY)); // March 2022 to March 2026
  }

  @Test
  void what_goes_on_counts_to_this_month_and_was_used_just_now() {
    Competence skill = used(range("2019-01", "2019-02"), range("2026-01", ""));
    assertEquals(5, skill.monthsOfUse(TODAY));
    assertEquals(0, skill.monthsSinceUse(TODAY));
  }

  @Test
  void without_a_known_length_there_are_no_months() {
    assertNull(used().monthsOfUse(TODAY));
    assertNull(used().monthsSinceUse(TODAY));
    Competence open = used(new DateRange(PartialDate.parse("2020"), null, false));
    assertNull(open.monthsOfUse(TODAY));
    assertNull(open.monthsSinceUse(TODAY));
    Competence ended = used(new DateRange(null, PartialDate.parse("2026-01"), false));
    assertNull(ended.monthsOfUse(TODAY));
    assertEquals(2, ended.monthsSinceUse(TODAY));
  }

  @RepeatedTest(200)
  void a_union_is_what_counting_month_by_month_gives(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    List<DateRange> periods = new ArrayList<>();
    boolean[] worked = new boolean[12 * 60];
    for (int i = random.nextInt(5); i >= 0; i--) {
      int start = random.nextInt(12 * 50);
      int end = start + random.nextInt(60);
      periods.add(range(month(start), month(end)));
      for (int m = start; m <= end; m++) {
        worked[m] = true;
      }
    }
    int expected = 0;
    for (boolean month : worked) {
      expected += month ? 1 : 0;
    }
    assertEquals(expected, Periods.months(periods, LocalDate.of(2029, 12, 1)));
  }

  private static String month(int sinceJanuary1970) {
    return "%d-%02d".formatted(1970 + sinceJanuary1970 / 12, 1 + sinceJanuary1970 % 12);
  }

  @Test
  void several_jobs_in_one_occupation_are_counted_together() {
    CompetenceProfile profile = CompetenceProfile.builder("p1")
        .occupations(List.of(held("o:cook", range("2020-01", "2020-06")),
            held("o:cook", range("2020-06", "2020-07")), held("o:waiter", range("2024-01", "")),
            held("o:baker", null), held(null, range("2010-01", "2012-01"))))
        .build();
    assertEquals(Map.of("o:cook", 7, "o:waiter", 27), profile.monthsByOccupation(TODAY));
  }

  private static HeldOccupation held(@org.jspecify.annotations.Nullable String uri,
      @org.jspecify.annotations.Nullable DateRange period) {
    return new HeldOccupation("work", uri, uri == null ? 0 : 0.9, period, List.of());
  }

  @Test
  void the_level_of_a_language_is_the_lowest_of_its_dimensions() {
    LanguageSkill skill = new LanguageSkill("fr", null,
        Map.of(LanguageDimension.LISTENING, CefrLevel.C1, LanguageDimension.WRITING, CefrLevel.A2),
        List.of());
    assertEquals(CefrLevel.A2, skill.overall());
    assertEquals(CefrLevel.B2, LanguageSkill.of("fr", CefrLevel.B2, List.of()).overall());
    assertNull(LanguageSkill.of("fr", null, List.of()).overall());
  }

  @Test
  void a_language_has_one_level_or_several_but_not_both() {
    Map<LanguageDimension, CefrLevel> reading = Map.of(LanguageDimension.READING, CefrLevel.B1);
    assertThrows(IllegalArgumentException.class,
        () -> new LanguageSkill("fr", CefrLevel.B1, reading, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new LanguageSkill("fr", null,
        Map.of(LanguageDimension.READING, CefrLevel.NATIVE), List.of()));
  }

  @Test
  void a_field_of_education_is_known_by_its_broad_narrow_or_detailed_code() {
    assertEquals(EducationField.ICT, EducationField.ofCode("06").orElseThrow());
    assertEquals(EducationField.ENGINEERING_AND_CONSTRUCTION,
        EducationField.ofCode("0713").orElseThrow());
    assertEquals(EducationField.SERVICES, EducationField.ofCode("101").orElseThrow());
    for (String none : List.of("", "6", "11", "99", "0x", "00713")) {
      assertEquals(true, EducationField.ofCode(none).isEmpty(), none);
    }
    for (EducationField field : EducationField.values()) {
      assertEquals(field, EducationField.ofCode(field.code()).orElseThrow());
    }
  }

  @Test
  void a_notice_lasts() {
    assertThrows(IllegalArgumentException.class,
        () -> new Availability.AfterNotice(Period.ZERO));
    assertThrows(IllegalArgumentException.class,
        () -> new Availability.AfterNotice(Period.ofMonths(-1)));
  }

  @Test
  void wishes_that_were_not_declared_are_taken_from_elsewhere() {
    Wishes declared = Wishes.builder().maxDistanceKm(20.0).build();
    Wishes read = Wishes.builder()
        .maxDistanceKm(90.0)
        .availability(new Availability.AtOnce())
        .build();
    assertEquals(Wishes.builder()
        .maxDistanceKm(20.0)
        .availability(new Availability.AtOnce())
        .build(), declared.orElse(read));
  }
}
