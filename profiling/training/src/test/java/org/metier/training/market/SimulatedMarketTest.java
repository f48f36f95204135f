package org.metier.training.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;
import org.metier.profile.CompetenceProfile;
import org.metier.taxonomy.Taxonomy;
import org.metier.training.judgment.Judgment;
import org.metier.vacancy.Vacancy;

class SimulatedMarketTest {
  private static final SimulatedMarket MARKET = SimulatedMarket.over(Taxonomy.sample(), 60, 400, 7);

  @Test
  void equal_seeds_make_equal_markets_and_others_do_not() {
    SimulatedMarket again = SimulatedMarket.over(Taxonomy.sample(), 60, 400, 7);
    assertEquals(Json.write(MARKET.profiles()), Json.write(again.profiles()));
    assertEquals(Json.write(MARKET.vacancies()), Json.write(again.vacancies()));
    assertEquals(MARKET.judgments(), again.judgments());
    assertNotEquals(MARKET.judgments(),
        SimulatedMarket.over(Taxonomy.sample(), 60, 400, 8).judgments());
  }

  @Test
  void everybody_is_judged_against_forty_different_vacancies() {
    Map<String, Set<String>> judged = MARKET.judgments()
        .stream()
        .collect(Collectors.groupingBy(Judgment::profile,
            Collectors.mapping(Judgment::vacancy, Collectors.toSet())));
    assertEquals(60, judged.size());
    assertTrue(judged.values().stream().allMatch(v -> v.size() == SimulatedMarket.CANDIDATES));
  }

  @Test
  void every_grade_occurs() {
    Set<Integer> grades = new HashSet<>();
    MARKET.judgments().forEach(j -> grades.add(j.grade()));
    assertEquals(Set.of(0, 1, 2, 3, 4), grades);
  }

  @Test
  void much_is_left_unsaid_as_in_life() {
    assertMixed(MARKET.profiles(), p -> p.place() == null);
    assertMixed(MARKET.profiles(), p -> p.wishes().occupations().isEmpty());
    assertMixed(MARKET.profiles(), p -> p.languages().isEmpty());
    assertMixed(MARKET.vacancies(), v -> v.skills().isEmpty());
    assertMixed(MARKET.vacancies(), v -> v.occupations().isEmpty());
    assertMixed(MARKET.vacancies(), v -> v.salary() == null);
  }

  @Test
  void evidence_in_a_vacancy_stands_where_it_says() {
    for (Vacancy vacancy : MARKET.vacancies()) {
      vacancy.skills()
          .forEach(d -> assertEquals(d.evidence().quote(),
              d.evidence().span().of(vacancy.description())));
    }
  }

  @Test
  void profiles_and_vacancies_survive_json() {
    for (CompetenceProfile profile : MARKET.profiles()) {
      assertEquals(profile, Json.read(Json.write(profile), CompetenceProfile.class));
    }
    for (Vacancy vacancy : MARKET.vacancies()) {
      assertEquals(vacancy, Json.read(Json.write(vacancy), Vacancy.class));
    }
  }

  private static <T> void assertMixed(List<T> items, Predicate<T> isUnsaid) {
    long unsaid = items.stream().filter(isUnsaid).count();
    assertTrue(unsaid > 0 && unsaid < items.size(), unsaid + " of " + items.size());
  }
}
