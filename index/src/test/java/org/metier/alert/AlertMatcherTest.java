package org.metier.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.RemoteWork;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// One rule of one condition each.
class AlertMatcherTest {
  private static final Taxonomy TAXONOMY = Ads.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final Vacancy SILENT = Ads.ad("1", "Position").build();

  private static boolean meets(Vacancy vacancy, UnaryOperator<Alert.Builder> conditions) {
    AlertMatcher matcher = AlertMatcher.over(TAXONOMY, ANALYZER);
    matcher.add(List.of(conditions.apply(Alert.builder("a", "p")).build()));
    return !matcher.match(vacancy).isEmpty();
  }

  private static void met(Vacancy vacancy, UnaryOperator<Alert.Builder> conditions) {
    assertTrue(meets(vacancy, conditions));
  }

  private static void missed(Vacancy vacancy, UnaryOperator<Alert.Builder> conditions) {
    assertFalse(meets(vacancy, conditions));
  }

  /// A vacancy that does not say meets the condition only by leave.
  private static void needsLeave(Vacancy vacancy, Condition condition,
      UnaryOperator<Alert.Builder> conditions) {
    missed(vacancy, conditions);
    met(vacancy, alert -> conditions.apply(alert).mayBeUnknown(Set.of(condition)));
  }

  private static UnaryOperator<Alert.Builder> words(List<String> all, List<String> any,
      List<String> none) {
    return alert -> alert.wording(Map.of(Language.EN, new Wording(all, any, none)));
  }

  @Test
  void words_are_found_in_title_and_description_in_any_form() {
    Vacancy nurses = Ads.ad("1", "Nurses wanted").description("Caring on our wards.").build();

    met(nurses, words(List.of("nurse", "ward"), List.of(), List.of()));
    missed(nurses, words(List.of("nurse", "doctor"), List.of(), List.of()));
    met(nurses, words(List.of(), List.of("doctor", "nurse"), List.of()));
    missed(nurses, words(List.of("ward"), List.of("doctor", "midwife"), List.of()));
    missed(nurses, words(List.of("nurse"), List.of(), List.of("ward")));
    met(nurses, words(List.of(), List.of(), List.of("doctor")));
  }

  @Test
  void a_phrase_needs_its_words_side_by_side_and_does_not_reach_from_title_to_description() {
    Vacancy night = Ads.ad("1", "Work at night").description("Shift leader, night shifts.").build();
    Vacancy apart = Ads.ad("2", "Work at night")
        .description("Shift leader, shifts by night.")
        .build();

    met(night, words(List.of("night shift"), List.of(), List.of()));
    missed(apart, words(List.of("night shift"), List.of(), List.of()));
    missed(night, words(List.of(), List.of(), List.of("night shift")));
    met(apart, words(List.of("work"), List.of(), List.of("night shift")));
  }

  @Test
  void words_are_asked_in_the_language_of_the_vacancy() {
    Vacancy french = Ads.ad("1", "Infirmière de nuit").language(Language.FR).build();
    Wording wording = new Wording(List.of("infirmière"), List.of(), List.of());

    met(french, alert -> alert.wording(Map.of(Language.FR, wording)));
    missed(french, alert -> alert.wording(Map.of(Language.EN, wording)));
    needsLeave(Ads.ad("2", "Infirmière").language(null).build(), Condition.WORDS,
        alert -> alert.wording(Map.of(Language.FR, wording)));
  }

  @Test
  void an_occupation_is_met_by_itself_and_what_is_narrower() {
    Vacancy pastry = Ads.ad("1", "Position").occupations(Ads.coded("pastry")).build();

    for (String wanted : List.of("pastry", "baker", "isco7512", "isco75")) {
      met(pastry, alert -> alert.occupations(Set.of(wanted)));
    }
    for (String wanted : List.of("butcher", "isco7511", "never-heard-of")) {
      missed(pastry, alert -> alert.occupations(Set.of(wanted)));
    }
    missed(Ads.ad("2", "Position").occupations(Ads.coded("baker")).build(),
        alert -> alert.occupations(Set.of("pastry")));
    met(pastry, alert -> alert.occupations(Set.of("butcher")).iscoGroups(Set.of("751")));
    missed(pastry, alert -> alert.iscoGroups(Set.of("7511")));
    met(Ads.ad("3", "Position").occupations(Ads.coded("elsewhere")).build(),
        alert -> alert.occupations(Set.of("elsewhere")));
    needsLeave(SILENT, Condition.OCCUPATION, alert -> alert.occupations(Set.of("baker")));
  }

  /// 3 + 2 reach 5; 3 + 1 do not.
  @Test
  void skills_must_weigh_enough_together() {
    SkillWish wish = new SkillWish(Map.of("s1", 3, "s2", 2, "s3", 1), 5);

    met(Ads.ad("1", "x").skills(Ads.skills("s1", "s2", "s9")).build(), a -> a.skills(wish));
    missed(Ads.ad("2", "x").skills(Ads.skills("s1", "s3", "s9")).build(), a -> a.skills(wish));
    met(Ads.ad("3", "x").skills(Ads.skills("s4", "s5")).build(),
        a -> a.skills(SkillWish.atLeast(2, Set.of("s4", "s5", "s6"))));
    needsLeave(SILENT, Condition.SKILLS, a -> a.skills(wish));
    missed(Ads.ad("4", "x").skills(Ads.skills("s9")).build(),
        a -> a.skills(wish).mayBeUnknown(Set.of(Condition.SKILLS)));
  }

  @Test
  void a_place_of_work_must_lie_in_the_circle_unless_the_work_is_fully_remote() {
    Area around = new Area(Ads.PARIS, 18);
    double exactly = Ads.PARIS.distanceKm(Ads.VERSAILLES);

    met(Ads.ad("1", "x").workplaces(List.of(Ads.at(Ads.VERSAILLES))).build(), a -> a.near(around));
    met(Ads.ad("1", "x").workplaces(List.of(Ads.at(Ads.VERSAILLES))).build(),
        a -> a.near(new Area(Ads.PARIS, exactly)));
    missed(Ads.ad("1", "x").workplaces(List.of(Ads.at(Ads.VERSAILLES))).build(),
        a -> a.near(new Area(Ads.PARIS, Math.nextDown(exactly))));
    missed(Ads.ad("2", "x").workplaces(List.of(Ads.at(Ads.LYON))).build(), a -> a.near(around));
    met(Ads.ad("3", "x").workplaces(List.of(Ads.at(Ads.LYON), Ads.at(Ads.PARIS))).build(),
        a -> a.near(around));
    met(Ads.ad("4", "x").workplaces(List.of(Ads.at(Ads.LYON))).remote(RemoteWork.REMOTE).build(),
        a -> a.near(around));
    needsLeave(SILENT, Condition.NEAR, a -> a.near(around));
    needsLeave(Ads.ad("5", "x").workplaces(List.of(Ads.at(Ads.LYON), Ads.in("FR"))).build(),
        Condition.NEAR, a -> a.near(around));
    missed(Ads.ad("6", "x").workplaces(List.of(Ads.at(Ads.LYON))).build(),
        a -> a.near(around).mayBeUnknown(Set.of(Condition.NEAR)));
  }

  @Test
  void a_country_of_work_must_be_wanted() {
    met(Ads.ad("1", "x").workplaces(List.of(Ads.in("DE"), Ads.in("FR"))).build(),
        a -> a.countries(Set.of("FR")));
    missed(Ads.ad("2", "x").workplaces(List.of(Ads.in("DE"))).build(),
        a -> a.countries(Set.of("FR")).mayBeUnknown(Set.of(Condition.COUNTRY)));
    needsLeave(Ads.ad("3", "x").workplaces(List.of(Ads.at(Ads.PARIS))).build(), Condition.COUNTRY,
        a -> a.countries(Set.of("FR")));
  }

  @Test
  void terms_of_employment_must_be_stated_and_as_wanted() {
    UnaryOperator<Alert.Builder> permanent = a -> a.contracts(Set.of(Contract.PERMANENT));
    met(Ads.ad("1", "x").contract(Contract.PERMANENT).build(), permanent);
    missed(Ads.ad("2", "x").contract(Contract.AGENCY).build(),
        a -> permanent.apply(a).mayBeUnknown(Set.of(Condition.CONTRACT)));
    needsLeave(SILENT, Condition.CONTRACT, permanent);

    UnaryOperator<Alert.Builder> partTime = a -> a.hours(new WeeklyHours(16, 24));
    met(Ads.ad("3", "x").hours(new WeeklyHours(24, 32)).build(), partTime);
    missed(Ads.ad("4", "x").hours(new WeeklyHours(25, 32)).build(), partTime);
    needsLeave(SILENT, Condition.HOURS, partTime);

    UnaryOperator<Alert.Builder> remote = a -> a.remote(Set.of(RemoteWork.HYBRID));
    met(Ads.ad("5", "x").remote(RemoteWork.HYBRID).build(), remote);
    missed(Ads.ad("6", "x").remote(RemoteWork.ON_SITE).build(), remote);
    needsLeave(SILENT, Condition.REMOTE, remote);
  }

  /// 12 times 2,500 is 30,000.
  @Test
  void pay_must_reach_the_least_in_the_same_currency() {
    UnaryOperator<Alert.Builder> pay = a -> a.pay(new LeastPay(30_000, EURO));

    met(Ads.ad("1", "x").salary(new Salary(2_000, 2_500, EURO, Salary.Period.MONTH)).build(), pay);
    missed(Ads.ad("2", "x").salary(new Salary(2_000, 2_499, EURO, Salary.Period.MONTH)).build(),
        pay);
    needsLeave(SILENT, Condition.PAY, pay);
    needsLeave(Ads.ad("3", "x")
        .salary(new Salary(90_000, 90_000, Currency.getInstance("PLN"), Salary.Period.YEAR))
        .build(), Condition.PAY, pay);
  }

  @Test
  void language_source_and_employer_are_heeded() {
    met(SILENT, a -> a.languages(Set.of(Language.EN, Language.PL)));
    missed(SILENT, a -> a.languages(Set.of(Language.PL)));
    needsLeave(Ads.ad("1", "x").language(null).build(), Condition.LANGUAGE,
        a -> a.languages(Set.of(Language.PL)));

    met(SILENT, a -> a.sources(Set.of("board")));
    missed(SILENT, a -> a.sources(Set.of("other")));

    UnaryOperator<Alert.Builder> notAcme = a -> a.sources(Set.of("board"))
        .excludedEmployers(Set.of("ACME  Ltd"));
    missed(Ads.ad("2", "x").employer(" Acme Ltd").build(), notAcme);
    met(Ads.ad("3", "x").employer("Acme Holding").build(), notAcme);
    met(SILENT, notAcme);
  }

  @Test
  void an_alert_that_asks_nothing_is_refused() {
    assertThrows(IllegalArgumentException.class,
        () -> Alert.builder("a", "p").excludedEmployers(Set.of("Acme")).build());
    AlertMatcher matcher = AlertMatcher.over(TAXONOMY, ANALYZER);
    Alert dots = words(List.of("..."), List.of(), List.of()).apply(Alert.builder("a", "p")).build();
    assertThrows(IllegalArgumentException.class, () -> matcher.add(List.of(dots)));
    assertEquals(0, matcher.size());
  }

  @Test
  void alerts_come_and_go_one_by_one() {
    AlertMatcher matcher = AlertMatcher.over(TAXONOMY, ANALYZER);
    for (int i = 0; i < 100; i++) {
      matcher.add(List.of(Alert.builder("a%02d".formatted(99 - i), "p")
          .sources(Set.of("board"))
          .build()));
    }
    matcher.add(List.of(Alert.builder("a50", "p").sources(Set.of("other")).build()));
    for (int i = 0; i < 50; i++) {
      assertTrue(matcher.remove("a%02d".formatted(i)));
      assertFalse(matcher.remove("a%02d".formatted(i)));
    }

    assertEquals(50, matcher.size());
    List<String> left = java.util.stream.IntStream.range(51, 100).mapToObj(i -> "a" + i).toList();
    assertEquals(left, matcher.match(SILENT));
  }
}
