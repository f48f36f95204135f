package org.metier.feed.internal.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private final Dates dates = new Dates(List.of("iso", "dd.MM.yyyy", "epochDay"), WARSAW);

  @ParameterizedTest
  @CsvSource({"2026-03-31T08:00:00Z, 2026-03-31T08:00:00Z",
    "2026-03-31T08:00:00+02:00, 2026-03-31T06:00:00Z",
    "2026-03-31T08:00:00+0200, 2026-03-31T06:00:00Z", "2026-03-31T08:00, 2026-03-31T06:00:00Z",
    "2026-03-31 08:00:00, 2026-03-31T06:00:00Z", "2026-01-31, 2026-01-30T23:00:00Z",
    "31.01.2026, 2026-01-30T23:00:00Z", "18857, 2021-08-17T22:00:00Z"})
  void dates_are_read_by_the_declared_formats_and_zone(String text, String instant) {
    assertEquals(Instant.parse(instant), dates.read(text, Dates.Edge.START));
  }

  @Test
  void a_deadline_without_a_time_lasts_until_the_end_of_its_day() {
    assertEquals(Instant.parse("2026-01-31T22:59:59Z"), dates.read("2026-01-31", Dates.Edge.END));
  }

  @ParameterizedTest
  @ValueSource(strings = {"snarest", "na", "Posted 30+ Days Ago", "03/04/2026", "31.02.2026",
    "2026-13-01", "1", "99999999999999999999"})
  void what_is_of_no_declared_format_is_not_guessed(String text) {
    Dates strict = new Dates(List.of("iso", "dd.MM.yyyy"), WARSAW);
    assertNull(strict.read(text, Dates.Edge.START));
  }

  @Test
  void a_pattern_that_is_none_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Dates(List.of("dd.bb"), WARSAW));
  }
}
