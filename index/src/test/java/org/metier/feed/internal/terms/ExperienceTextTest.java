package org.metier.feed.internal.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperienceTextTest {
  private static int months(Reading<Integer> reading) {
    return reading instanceof Reading.Found<Integer>(var months, var span) ? months : -1;
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"min. 2 lata;24", "3 ans;36", "two years;24", "6 Mois;6",
    "2 An(s) - COMMERCE;24", "1-3 years;12", "5+ years;60", "dwuletnie doświadczenie;24",
    "2-letnie;24",
    "pół roku;6", "rok;12", "roczne;12", "keine Erfahrung nötig;0", "Débutant accepté;0",
    "geen ervaring vereist;0", "bez doświadczenia;0", "No experience required;0", "zwei Jahre;24",
    "minstens drie jaar;36", "lata: 3;36", "ein halbes Jahr;6", "18 maanden;18"})
  void experience_is_read_in_months(String text, int months) {
    assertEquals(months, months(ExperienceText.stated(text)));
  }

  @Test
  void upper_bounds_and_mere_words_are_absent_and_bare_numbers_reported() {
    assertEquals(new Reading.Absent<Integer>(), ExperienceText.stated("up to 2 years"));
    assertEquals(new Reading.Absent<Integer>(), ExperienceText.stated("Expérience exigée"));
    assertEquals(Reading.Unclear.class, ExperienceText.stated("level 3").getClass());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {"minimum 2 lata doświadczenia na podobnym stanowisku;24",
    "Minimum 3-letnie doświadczenie zawodowe;36", "Przynajmniej 1 rok doświadczenia;12",
    "Doświadczenie w branży minimum 2 lata;24", "minstens 5 jaar relevante ervaring;60",
    "Je hebt minimaal 3 jaar leidinggevende ervaring;36", "Wymagany staż pracy: lata: 1;12",
    "at least two years of experience;24", "une expérience d'au moins 3 ans;36",
    "mindestens zwei Jahre Berufserfahrung;24", "débutant accepté;0",
    "Doświadczenie nie jest wymagane;0"})
  void experience_in_running_text_is_read_beside_its_word(String text, int months) {
    Reading.Found<Integer> found = ExperienceText.in(text, span -> true);
    assertEquals(months, found == null ? -1 : found.value().intValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"firma z ponad 70-letnim doświadczeniem",
    "Met meer dan 144 jaar ervaring",
    "jesteśmy firmą z 13-letnim doświadczeniem", "2 lata gwarancji", "contract of 2 years",
    "master met 6 jaar ervaring of bachelor met 8 jaar ervaring", "nous avons 10 ans d'expérience",
    "up to 2 years of experience", "co najmniej 1 rok i 6 miesięcy doświadczenia"})
  void a_firms_past_and_other_years_are_no_demand(String text) {
    assertNull(ExperienceText.in(text, span -> true));
  }

  @Test
  void what_is_only_wished_for_is_no_demand() {
    assertNull(ExperienceText.in("2 lata doświadczenia mile widziane", span -> false));
  }
}
