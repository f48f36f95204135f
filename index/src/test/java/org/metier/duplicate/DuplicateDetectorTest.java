package org.metier.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;
import org.metier.place.Place;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

class DuplicateDetectorTest {
  private static final DuplicateDetector DETECTOR = DuplicateDetector.standard();

  private static Vacancy.Builder one() {
    return Adverts.vacancy("a", "1", "Baker", "Crumb Ltd", "Ghent");
  }

  private static Vacancy.Builder other() {
    return Adverts.vacancy("b", "2", "Baker", "CRUMB", "Ghent");
  }

  private static Decision decide(Vacancy.Builder a, Vacancy.Builder b) {
    Decision decision = DETECTOR.decide(Adverts.of(a), Adverts.of(b));
    assertEquals(decision, DETECTOR.decide(Adverts.of(b), Adverts.of(a)));
    return decision;
  }

  private static void assertVetoed(Veto expected, Decision decision) {
    Decision.Different different = assertInstanceOf(Decision.Different.class, decision);
    assertEquals(expected, different.vetoes().getFirst(), different::sentence);
  }

  @Test
  void the_same_text_title_employer_and_town_are_one_vacancy() {
    Decision decision = decide(one(), other());
    assertInstanceOf(Decision.Same.class, decision);
    assertTrue(decision.sentence().startsWith("One vacancy: 100 % of the words' runs are shared"),
        decision::sentence);
    assertEquals(decision, Json.read(Json.write(decision), Decision.class));
  }

  @Test
  void other_employers_in_other_towns_are_never_one() {
    assertVetoed(Veto.EMPLOYER_AND_PLACE,
        decide(one(), other().employer("Loaf").workplaces(List.of(Adverts.place("Bruges")))));
    assertVetoed(Veto.EMPLOYER, decide(one(), other().employer("Loaf")));
    assertVetoed(Veto.EMPLOYER_AND_PLACE, DETECTOR.decide(
        Adverts.of(one().build(), false, Set.of("partner:7")),
        Adverts.of(other().employer("Loaf").workplaces(List.of(Adverts.place("Bruges"))).build(),
            false, Set.of("partner:7"))));
  }

  @Test
  void an_agency_may_advertise_for_an_employer_but_not_for_another_agency() {
    Advert direct = Adverts.of(one());
    Advert agency = Adverts.of(other().employer("Start Fast").build(), true, Set.of());
    Advert second = Adverts.of(
        Adverts.vacancy("c", "3", "Baker", "Go Work", "Ghent").build(), true, Set.of());
    assertInstanceOf(Decision.Same.class, DETECTOR.decide(direct, agency));
    assertVetoed(Veto.EMPLOYER, DETECTOR.decide(agency, second));
  }

  @Test
  void an_employer_that_is_not_stated_is_no_veto() {
    assertInstanceOf(Decision.Same.class, decide(one(), other().employer(null)));
    assertVetoed(Veto.PLACE,
        decide(one(), other().employer(null).workplaces(List.of(Adverts.place("Bruges")))));
  }

  @Test
  void the_same_text_elsewhere_is_a_sibling() {
    assertInstanceOf(Decision.MultiCity.class,
        decide(one(), other().workplaces(List.of(Adverts.place("Bruges")))));
  }

  @Test
  void the_same_text_later_is_a_repost() {
    Decision.Repost repost = assertInstanceOf(Decision.Repost.class,
        decide(one(), Adverts.vacancy("a", "9", "Baker", "Crumb", "Ghent")
            .postedAt(Adverts.START.plus(Duration.ofDays(3)))));
    assertEquals(3, repost.daysBetween());
    assertInstanceOf(Decision.Same.class,
        decide(one(), other().postedAt(Adverts.START.plus(Duration.ofDays(3)))));
    assertInstanceOf(Decision.Repost.class,
        decide(one().validThrough(Adverts.START.plus(Duration.ofDays(2))),
            other().postedAt(Adverts.START.plus(Duration.ofDays(3)))));
  }

  @Test
  void title_contract_hours_and_pay_can_veto() {
    assertVetoed(Veto.TITLE, decide(one(), other().title("Baker's deputy manager")));
    assertVetoed(Veto.CONTRACT,
        decide(one().contract(Contract.PERMANENT), other().contract(Contract.SEASONAL)));
    assertVetoed(Veto.HOURS,
        decide(one().hours(new WeeklyHours(38, 40)), other().hours(new WeeklyHours(10, 20))));
    Currency euro = Currency.getInstance("EUR");
    assertVetoed(Veto.PAY,
        decide(one().salary(new Salary(2_000, 2_200, euro, Salary.Period.MONTH)),
            other().salary(new Salary(3_000, 3_200, euro, Salary.Period.MONTH))));
    assertInstanceOf(Decision.Same.class,
        decide(one().salary(new Salary(2_000, 2_200, euro, Salary.Period.MONTH)),
            other().salary(new Salary(24_000, 27_000, euro, Salary.Period.YEAR))));
  }

  @Test
  void an_exact_key_makes_other_terms_a_change() {
    Vacancy.Builder fixed = one().url("https://www.example.org/j/7?utm_source=a");
    Vacancy.Builder open = other().url("https://example.org/j/7")
        .contract(Contract.SEASONAL);
    assertInstanceOf(Decision.Same.class, decide(fixed.contract(Contract.PERMANENT), open));
  }

  @Test
  void another_branch_in_the_same_town_is_another_place() {
    assertInstanceOf(Decision.MultiCity.class,
        decide(one().description("Miejsce pracy: Ghent, ul. Polna 7. " + Adverts.TEXT),
            other().description("Miejsce pracy: Ghent, ul. Leśna 9. " + Adverts.TEXT)));
  }

  @Test
  void the_town_that_both_texts_name_goes_before_the_boards_region() {
    Place north = new Place(null, null, "north", null, null, null);
    Place south = new Place(null, null, "south", null, null, null);
    String text = "Workplace: Ghent. " + Adverts.TEXT;
    assertInstanceOf(Decision.Same.class, decide(one().workplaces(List.of(north)).description(text),
        other().workplaces(List.of(south)).description(text)));
    assertInstanceOf(Decision.MultiCity.class,
        decide(one().workplaces(List.of(north)), other().workplaces(List.of(south))));
  }

  @Test
  void unlike_texts_are_two_vacancies() {
    assertVetoed(Veto.TEXT, decide(one(), other().description("Wij zoeken een bakker die graag in"
        + " een kleine zaak werkt en op zaterdag met ons brood verkoopt op de markt van de stad.")));
  }

  @Test
  void settings_are_checked() {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
        () -> DuplicateDetector.builder().repostAfter(Duration.ofHours(3)));
    assertEquals("repostAfter must be at least 1 day, was PT3H", refusal.getMessage());
  }

  @RepeatedTest(20)
  void decisions_do_not_depend_on_who_comes_first(RepetitionInfo run) {
    List<Advert> market = Adverts.market(new Random(run.getCurrentRepetition()), 12);
    for (Advert a : market) {
      for (Advert b : market) {
        assertEquals(DETECTOR.decide(a, b), DETECTOR.decide(b, a));
      }
    }
  }
}
