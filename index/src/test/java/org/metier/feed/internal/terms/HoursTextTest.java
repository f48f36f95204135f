package org.metier.feed.internal.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.work.WeeklyHours;

class HoursTextTest {
  private static String stated(String text) {
    return switch (HoursText.stated(text)) {
      case Reading.Found<WeeklyHours>(var hours, var span) -> hours.min() + "-" + hours.max();
      case Reading.Absent<WeeklyHours> _ -> "absent";
      case Reading.Unclear<WeeklyHours>(var code, var expected) -> code.toString();
    };
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"38 uur per week;38.0-38.0", "35H;35.0-35.0",
    "35H30 Autre;35.5-35.5", "temps partiel - 19H30 Autre;19.5-19.5", "32-40 uur;32.0-40.0",
    "38u/week;38.0-38.0", "40 godz./tydz.;40.0-40.0", "40 godzin tygodniowo;40.0-40.0",
    "39,5 Stunden/Woche;39.5-39.5", "Vollzeit, 39 Std.;39.0-39.0", "37.5 hours a week;37.5-37.5",
    "20 to 25 hours;20.0-25.0", "38;38.0-38.0", "20 - 25;20.0-25.0",
    "36 uur, van 8u30 tot 17u00 ;36.0-36.0"})
  void weekly_hours_are_read_as_people_write_them(String text, String expected) {
    assertEquals(expected, stated(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Vollzeit", "pełny etat", "1/2 etatu", "0.5 FTE", "0,63 etatu", "4/5",
    "temps partiel 80 %", "8 godz. dziennie", "160 godz./mies.", "max. 20 uur", "0"})
  void parts_of_an_unnamed_full_time_and_other_periods_say_no_weekly_hours(String text) {
    assertEquals("absent", stated(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"98 h", "168", "shift model 3"})
  void numbers_that_are_no_weekly_hours_are_reported(String text) {
    assertEquals("UNKNOWN_VALUE", stated(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', nullValues = "-", value = {"CDI 35h;35", "fulltime, 38,5 Std.;38.5",
    "8 hours a week;8", "CDD 6 mois;-", "8 hour shift;-", "12-hour shifts;-", "8am-5pm;-", "1;-",
    "08:00-17:00;-"})
  void among_other_words_hours_need_their_unit_and_not_to_be_those_of_a_day(String text,
      @Nullable Double expected) {
    assertEquals(
        expected == null
            ? new Reading.Absent<WeeklyHours>()
            : new WeeklyHours(expected, expected),
        HoursText.within(text) instanceof Reading.Found<WeeklyHours> found
            ? found.value()
            : HoursText.within(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"Werkweek van 39 uur, met glijdende uren;39.0",
    "Voltijds contract (38u/week) en 20 verlofdagen;38.0", "CDI à temps plein 35h en journée;35.0",
    "Contrat de 35 heures par semaine;35.0", "Liczba godzin w tygodniu:40.0 Liczba godzin;40.0",
    "praca 20 godz. tygodniowo od 8:00-16:00;20.0", "eine 38,5-Stunden-Woche;38.5",
    "a 35-hour week;35.0", "36 uur per week;36.0"})
  void hours_in_running_text_count_when_they_are_of_a_week(String text, double expected) {
    Reading.Found<WeeklyHours> found = HoursText.in(text);
    assertEquals(new WeeklyHours(expected, expected), found == null ? null : found.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"open 24 hours", "8 godzin dziennie", "van 8u30 tot 17u00 in een week",
    "20 hours per week or 38 hours per week", "min. 28u/week", "praca w godz. 8-16",
    "35 h de formation",
    "2 jours par semaine", "voltijdse (38u) of deeltijdse invulling"})
  void other_hours_in_running_text_do_not_count(String text) {
    assertNull(HoursText.in(text));
  }
}
