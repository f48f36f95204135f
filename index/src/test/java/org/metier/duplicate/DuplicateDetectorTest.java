package org.metier.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
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

  private static Vacancy.Builder numbered(Vacancy.Builder vacancy, String title, String more) {
    return vacancy.title(title)
        .description("We look for a " + title + " 0036068 in our team. " + Adverts.TEXT + more);
  }

  @Test
  void a_title_worded_anew_under_the_agencys_number_is_the_same_job() {
    Decision decision = decide(
        numbered(one(), "Baker", " Alike: cooks, waiters and cleaners near you."),
        numbered(other(), "Pastry artist", " This board also shows you drivers."));
    assertInstanceOf(Decision.Same.class, decision);
    double contained = decision.comparison().containment();
    assertTrue(contained > 0.7 && contained < 0.9, () -> "is " + contained);
    assertVetoed(Veto.TITLE, decide(numbered(one(), "Baker", ""),
        other().title("Pastry artist")
            .description("We look for a Pastry artist 0036069 in our team. " + Adverts.TEXT)));
    assertVetoed(Veto.TITLE, decide(numbered(one(), "Baker with German", ""),
        numbered(other(), "Baker with Danish", "")));
    assertInstanceOf(Decision.MultiCity.class, decide(numbered(one(), "Baker", ""),
        numbered(other(), "Pastry artist", "").workplaces(List.of(Adverts.place("Bruges")))));
  }

  private static Vacancy.Builder brief(String board, String title, String text) {
    return Adverts.vacancy(board, board, title, "", "Dębica")
        .employer(null)
        .description(text)
        .url("https://" + board + ".example/1");
  }

  @Test
  void brief_texts_are_one_by_title_town_and_pay() {
    Vacancy.Builder one = brief("a", "Furniture seller", "Pay from 3 400 PLN. School: secondary");
    String other = "Secondary education is asked for. Monthly: od 3400 zł, full time";
    Advert first = Adverts.of(one);
    Advert second = Adverts.of(brief("b", "Furniture seller", other));
    Decision.Same same = assertInstanceOf(Decision.Same.class, DETECTOR.decide(first, second));
    assertTrue(same.sentence().contains("agreeing in title, place, region, figures"),
        same::sentence);
    assertTrue(Arrays.stream(first.terms())
        .anyMatch(term -> Arrays.stream(second.terms()).anyMatch(shared -> shared == term)));
    assertVetoed(Veto.TEXT,
        decide(one, brief("b", "Furniture seller", other.replace("3400", "3450"))));
    assertVetoed(Veto.TEXT, decide(one, brief("a", "Furniture seller", other).url(
        "https://a.example/2")));
    assertVetoed(Veto.TEXT, decide(brief("a", "Seller", "Pay from 3 400 PLN. School: secondary"),
        brief("b", "Seller", other)));
  }

  @Test
  void the_whole_country_contains_a_town() {
    Place region = new Place(null, null, "north", null, null, null);
    Vacancy.Builder wide = one().workplaces(List.of(region))
        .description("Workplace: Nationwide. " + Adverts.TEXT);
    Vacancy.Builder wideAlso = other()
        .workplaces(List.of(new Place(null, null, "south", null, null, null)))
        .description("Location: Nationwide. " + Adverts.TEXT);
    assertInstanceOf(Decision.Same.class, decide(wide, wideAlso));
    Decision decision = decide(wide, other());
    assertInstanceOf(Decision.Same.class, decision);
    assertEquals(Agreement.COMPATIBLE, decision.comparison().fields().get(Field.PLACE));
    assertEquals(Agreement.DIFFERS,
        decide(one().workplaces(List.of(new Place(null, null, null, "PL", null, null)))
            .description("Workplace: Nationwide. " + Adverts.TEXT),
            other().workplaces(List.of(new Place("Ghent", null, null, "BE", null, null))))
            .comparison()
            .fields()
            .get(Field.PLACE));
  }

  @Test
  void a_boards_town_that_the_other_lists_is_no_other_region() {
    String towns = "Workplace: Ghent, Bruges. ";
    Vacancy.Builder listed = one().workplaces(List.of(Adverts.place("Bruges")))
        .description(towns + Adverts.TEXT);
    Decision decision = decide(listed, other());
    assertEquals(Agreement.COMPATIBLE, decision.comparison().fields().get(Field.REGION));
    assertInstanceOf(Decision.Same.class, decision);
    assertEquals(Agreement.DIFFERS,
        decide(one().workplaces(List.of(Adverts.place("Bruges"))), other()).comparison()
            .fields()
            .get(Field.REGION));
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
