package org.metier.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CareerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static HeldOccupation job(@Nullable String uri, double confidence, String period) {
    String[] ends = period.split("/", -1);
    DateRange range = new DateRange(ends[0].isEmpty() ? null : PartialDate.parse(ends[0]),
        ends[1].isEmpty() || ends[1].equals("now") ? null : PartialDate.parse(ends[1]),
        ends[1].equals("now"));
    return new HeldOccupation("a title", uri, confidence, range, List.of());
  }

  private static Career career(HeldOccupation... jobs) {
    return Career.of(List.of(jobs), TODAY, HeldOccupation::uri);
  }

  @Test
  void months_of_jobs_side_by_side_count_once() {
    Career career = career(job("cook", 1, "2020-01/2020-06"), job("cook", 1, "2020-04/2020-09"),
        job("waiter", 1, "2020-05/2020-12"));
    assertEquals(12, career.months());
    Career.Kind cook = career.kinds()
        .stream()
        .filter(kind -> kind.key().equals("cook"))
        .findFirst()
        .orElseThrow();
    assertEquals(9, cook.months());
    assertEquals(64, cook.monthsSince()); // September 2020 to January 2026
  }

  @Test
  void a_gap_is_longer_than_a_month_and_known_by_its_months() {
    Career career = career(job("cook", 1, "2020-01/2020-03"), job("cook", 1, "2020-05/2020-06"),
        job("cook", 1, "2021-01/2021-02"));
    assertEquals(List.of(new Career.Gap(YearMonth.of(2020, 7), YearMonth.of(2020, 12))),
        career.gaps());
    assertEquals(6, career.gaps().getFirst().months());
  }

  @Test
  void what_was_done_lately_and_is_sure_weighs_more() {
    // 24 months ten years ago against 12 months now; and a sure job against an unsure one.
    assertEquals("waiter", career(job("cook", 1, "2014-01/2015-12"),
        job("waiter", 1, "2025-02/now")).main().orElseThrow().key());
    assertEquals("cook", career(job("cook", 0.9, "2025-01/2025-12"),
        job("waiter", 0.4, "2025-01/2025-12")).main().orElseThrow().key());
    // A month of today weighs its confidence whole.
    assertEquals(0.8, career(job("cook", 0.8, "2026-01/now")).kinds().getFirst().weight(), 1e-12);
    // One three years ago weighs half.
    assertEquals(0.5, career(job("cook", 1, "2023-01/2023-01")).kinds().getFirst().weight(), 1e-12);
  }

  @Test
  void jobs_without_a_known_length_or_that_lie_ahead_add_nothing() {
    Career career = career(job("cook", 1, "2020/"), job("cook", 1, "/2020"),
        job("cook", 1, "2027-01/2028-01"));
    assertEquals(0, career.months());
    assertTrue(career.main().isEmpty());
    // What ends ahead counts to today: November 2025 to January 2026.
    assertEquals(3, career(job("cook", 1, "2025-11/2027-01")).months());
  }

  @Test
  void a_job_of_no_kind_is_work_all_the_same() {
    Career career = career(job(null, 0, "2020-01/2020-06"));
    assertEquals(6, career.months());
    assertTrue(career.kinds().isEmpty());
  }

  @Test
  void a_gap_cannot_end_before_it_starts() {
    assertThrows(IllegalArgumentException.class,
        () -> new Career.Gap(YearMonth.of(2020, 2), YearMonth.of(2020, 1)));
  }
}
