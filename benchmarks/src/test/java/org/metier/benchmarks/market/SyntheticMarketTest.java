package org.metier.benchmarks.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;

class SyntheticMarketTest {
  private static final SyntheticMarket MARKET = SyntheticMarket.seeded(42);

  @Test
  void a_number_makes_the_same_vacancy_and_profile_whatever_was_made_before() {
    Vacancy seventh = MARKET.vacancy(7);
    SyntheticMarket again = SyntheticMarket.seeded(42);
    again.vacancy(100);

    assertEquals(seventh, again.vacancy(7));
    assertEquals(MARKET.profile(7), again.profile(7));
    assertEquals(MARKET.taxonomy().id(), again.taxonomy().id());
    assertNotEquals(seventh, SyntheticMarket.seeded(43).vacancy(7));
  }

  @Test
  void every_concept_is_in_the_taxonomy() {
    for (int i = 0; i < 500; i++) {
      MARKET.vacancy(i).skills().forEach(s -> known(s.uri()));
      MARKET.vacancy(i).occupations().forEach(o -> known(o.uri()));
      MARKET.profile(i).competences().forEach(c -> known(c.uri()));
    }
  }

  private static void known(String uri) {
    assertTrue(MARKET.taxonomy().find(uri).isPresent(), uri);
  }

  /// With exponent 0.7 over 3,024 occupations the first has 1 / sum(r^-0.7), which is 1 / 34.2 = 2.9 %.
  @Test
  void frequent_occupations_are_frequent_and_rare_ones_occur() {
    Map<String, Integer> counts = new HashMap<>();
    List<Vacancy> vacancies = IntStream.range(0, 20_000).mapToObj(MARKET::vacancy).toList();
    vacancies.stream()
        .filter(v -> !v.occupations().isEmpty())
        .forEach(v -> counts.merge(v.occupations().getFirst().uri(), 1, Integer::sum));
    int coded = counts.values().stream().mapToInt(c -> c).sum();
    int most = counts.values().stream().mapToInt(c -> c).max().orElseThrow();

    assertEquals(0.029, most / (double) coded, 0.004);
    assertTrue(counts.size() > 2_500, counts.size() + " of 3,024 occupations occur");
  }

  @Test
  void each_kind_of_value_is_missing_in_some_vacancies_and_present_in_others() {
    List<Vacancy> vacancies = IntStream.range(0, 1_000).mapToObj(MARKET::vacancy).toList();

    mixed(vacancies.stream().filter(v -> v.contract() == null).count());
    mixed(vacancies.stream().filter(v -> v.hours() == null).count());
    mixed(vacancies.stream().filter(v -> v.salary() == null).count());
    mixed(vacancies.stream().filter(v -> v.employer() == null).count());
    mixed(vacancies.stream().filter(v -> v.remote() == null).count());
    mixed(vacancies.stream().filter(v -> v.workplaces().isEmpty()).count());
    mixed(vacancies.stream().filter(v -> v.occupations().isEmpty()).count());
    mixed(vacancies.stream().filter(v -> v.language() == Language.PL).count());
  }

  private static void mixed(long count) {
    assertTrue(count > 20 && count < 980, count + " of 1,000");
  }
}
