package org.metier.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;

class PricesTest {
  private static final Instant NIGHT = Instant.parse("2026-11-26T02:00:00Z");
  private static final Prices PRICES = new Prices("n1", NIGHT, 0.5,
      Map.of("b:2", 0.25, "a:1", 0.0));

  @Test
  void prices_are_a_small_file_sorted_by_vacancy() {
    String json = Json.write(PRICES);
    assertEquals("{\"id\":\"n1\",\"computedAt\":\"2026-11-26T02:00:00Z\",\"fullPrice\":0.5,"
        + "\"byVacancy\":{\"a:1\":0.0,\"b:2\":0.25}}", json);
    assertEquals(PRICES, Json.read(json, Prices.class));
    Prices none = new Prices("n1", NIGHT, 0, Map.of());
    assertEquals(none, Json.read(Json.write(none), Prices.class));
  }

  @Test
  void a_long_id_of_a_vacancy_is_read_again() {
    Prices prices = new Prices("n1", NIGHT, 1, Map.of("s".repeat(64) + ":" + "k".repeat(512), 1.0));
    assertEquals(prices, Json.read(Json.write(prices), Prices.class));
  }

  @Test
  void a_price_lowers_a_score_and_a_vacancy_without_one_loses_nothing() {
    assertEquals(-0.25, PRICES.contribution("b:2"));
    assertEquals(0.0, PRICES.contribution("a:1"));
    assertEquals(0.0, PRICES.contribution("c:3"));
    assertEquals(OptionalDouble.empty(), PRICES.of("c:3"));
    assertEquals(OptionalDouble.of(0), PRICES.of("a:1"));
  }

  @Test
  void prices_rank_each_person_alone() {
    Market market = Market.builder()
        .vacancy("a:1", 1, 1)
        .vacancy("b:2", 1, 1)
        .vacancy("c:3", 1, 1)
        .person("p", List.of("a:1", "b:2", "c:3"), 1, 1.2, 1)
        .build();
    assertEquals(List.of(new ShownList("p",
        List.of(new Shown("a:1", 1, 0), new Shown("c:3", 1, 0)))), market.ranked(2, PRICES));
    assertEquals(List.of(new ShownList("p", List.of(new Shown("b:2", 1.2, 0)))), market.ranked(1));
  }

  @RepeatedTest(50)
  void lists_by_price_are_those_of_sorting_all_candidates(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    Market market = Markets.crowded(20, 15, 12, 1, run.getCurrentRepetition());
    Map<String, Double> prices = new HashMap<>();
    market.vacancies().forEach(v -> prices.put(v, random.nextInt(4) / 2.0));
    int shown = 1 + random.nextInt(13);
    List<ShownList> lists = market.ranked(shown, new Prices("n", NIGHT, 1, prices));
    for (ShownList list : market.ranked(12)) {
      List<Shown> sorted = list.shown()
          .stream()
          .map(s -> new Shown(s.vacancy(), s.score(), prices.getOrDefault(s.vacancy(), 0.0)))
          .sorted(Comparator.comparingDouble((Shown s) -> -s.adjusted())
              .thenComparing(Shown::vacancy))
          .limit(shown)
          .toList();
      assertEquals(sorted, lists.get(market.people().indexOf(list.person())).shown());
    }
  }

  @Test
  void later_changes_of_the_map_do_not_reach_the_prices() {
    Map<String, Double> map = new HashMap<>(Map.of("a", 1.0));
    Prices prices = new Prices("n", NIGHT, 1, map);
    map.put("a", 2.0);
    assertEquals(1, prices.byVacancy().get("a"));
    assertThrows(UnsupportedOperationException.class, () -> prices.byVacancy().put("b", 1.0));
  }

  @Test
  void prices_that_are_none_are_refused() {
    assertEquals("prices must have an id, was blank", refusal(" ", 1, 1));
    assertEquals("fullPrice of prices n must be at least 0 and finite, was -1.0",
        refusal("n", -1, 1));
    for (double bad : new double[]{-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertEquals("the price of vacancy \"v\" must be at least 0 and finite, was " + bad,
          refusal("n", 1, bad));
    }
  }

  private static String refusal(String id, double full, double price) {
    return String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> new Prices(id, NIGHT, full, Map.of("v", price))).getMessage());
  }
}
