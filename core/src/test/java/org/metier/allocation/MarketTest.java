package org.metier.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarketTest {
  private static Market.Builder told() {
    return Market.builder().vacancy("v", 2, 3).vacancy("w", 1, 0.5);
  }

  @Test
  void candidates_are_kept_by_score_and_then_by_id() {
    Market market = told().vacancy("a", 1, 1)
        .person("q", List.of("w", "a", "v"), 1, 2, 1)
        .person("p", List.of())
        .build();
    assertEquals(List.of("p", "q"), market.people());
    assertEquals(List.of("a", "v", "w"), market.vacancies());
    assertEquals(3, market.candidateCount());
    assertEquals(List.of(new ShownList("p", List.of()), new ShownList("q",
        List.of(new Shown("a", 2, 0), new Shown("v", 1, 0), new Shown("w", 1, 0)))),
        market.ranked(9));
    assertEquals(6, market.capacity(1));
    assertEquals(0.5, market.capacity(2));
  }

  @Test
  void more_candidates_than_the_first_array_holds_are_kept() {
    Market.Builder told = told();
    for (int person = 0; person < 3_000; person++) {
      told.person("p" + person, List.of("v", "w"), person, 1.5);
    }
    Market market = told.build();
    assertEquals(6_000, market.candidateCount());
    for (ShownList list : market.ranked(1)) {
      int person = Integer.parseInt(list.person().substring(1));
      assertEquals(Math.max(person, 1.5), list.shown().getFirst().score());
    }
  }

  @Test
  void spread_is_the_mean_distance_of_best_and_last() {
    // 5 - 0, 4 - 1, and one person without a choice
    Market market = told().vacancy("x", 1, 1)
        .person("p", List.of("v", "w", "x"), 5, 3, 0)
        .person("q", List.of("v", "w"), 1, 4)
        .person("r", List.of("v"), 9)
        .build();
    assertEquals(4, market.spread());
    assertEquals(0, told().build().spread());
  }

  @Test
  void what_makes_no_market_is_refused_with_its_place() {
    assertEquals("vacancy \"v\" was added before", refusal(() -> told().vacancy("v", 1, 1)));
    assertEquals("vacancy 3 has a blank id", refusal(() -> told().vacancy(" ", 1, 1)));
    assertEquals("places of vacancy \"x\" must be at least 0, was -1",
        refusal(() -> told().vacancy("x", -1, 1)));
    for (double bad : new double[]{-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals(
          "applicationsPerPlace of vacancy \"x\" must be at least 0 and finite, was " + bad,
          refusal(() -> told().vacancy("x", 1, bad)));
    }
    assertEquals("person 1 has a blank id", refusal(() -> told().person("", List.of())));
    assertEquals("person 1 has 1 candidates, but 2 scores",
        refusal(() -> told().person("p", List.of("v"), 1, 2)));
    assertEquals("person 1 has a candidate twice",
        refusal(() -> told().person("p", List.of("v", "v"), 1, 2)));
    assertEquals("person 1's score of vacancy \"v\" must be finite, was NaN",
        refusal(() -> told().person("p", List.of("v"), Double.NaN)));
    assertEquals(
        "vacancy \"x\" is a candidate, but was not added; expected all vacancies before people",
        refusal(() -> told().person("p", List.of("x"), 1)));
    assertEquals("person 2 was added before",
        refusal(() -> told().person("p", List.of()).person("p", List.of())));
    assertEquals("a list must show at least 1 vacancy, was 0",
        refusal(() -> told().build().ranked(0)));
  }

  @Test
  void a_refused_person_leaves_nothing_behind() {
    Market.Builder told = told();
    refusal(() -> told.person("p", List.of("v", "w"), 1, Double.NaN));
    Market market = told.person("p", List.of("v"), 1).build();
    assertEquals(1, market.candidateCount());
    assertEquals(List.of("p"), market.people());
  }

  private static String refusal(Runnable use) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, use::run).getMessage());
  }
}
