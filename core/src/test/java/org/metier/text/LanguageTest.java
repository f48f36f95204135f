package org.metier.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({"EN, 26 November 2026", "FR, 26 novembre 2026", "NL, 26 november 2026",
    "PL, 26 listopada 2026", "DE, 26. November 2026"})
  void a_date_is_written_as_in_a_letter_of_the_country(Language language, String expected) {
    assertEquals(expected, DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(LocalDate.of(2026, 11, 26)));
  }
}
