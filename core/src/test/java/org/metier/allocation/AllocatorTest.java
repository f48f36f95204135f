package org.metier.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.metier.json.Json;

class AllocatorTest {
  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
  private static final Examination FIVE = Examination.logarithmic(5, 0.1);

  private static Allocation allocated(Market market, double strength) {
    return allocated(market, Allocator.builder(FIVE).strength(strength));
  }

  private static Allocation allocated(Market market, Allocator.Builder settings) {
    return settings.build().allocate(market, "night", NOW);
  }

  @RepeatedTest(20)
  void strength_0_is_the_order_of_scores(RepetitionInfo run) {
    Market market = Markets.crowded(50, 20, 12, 0.5, run.getCurrentRepetition());
    Allocation allocation = allocated(market, 0);
    assertEquals(market.ranked(5), allocation.lists());
    assertEquals(Set.of(0.0), new HashSet<>(allocation.prices().byVacancy().values()));
    assertEquals(new Convergence(1, 0, 0, true), allocation.convergence());
    assertEquals(1, Spread.of(market, allocation.lists(), FIVE).scoreKept());
  }

  @Test
  void a_strong_setting_leaves_room_where_there_is_room_for_all() {
    // 600 people bring about 600 * 0.2949 = 177 applications; 100 vacancies have room for about 200 * 1.5.
    Market market = Markets.crowded(600, 100, 40, 1.5, 1);
    Spread before = Spread.of(market, market.ranked(5), FIVE);
    assertTrue(before.beyondRoom() > 0.3, before.toString());
    Spread after = Spread.of(market,
        allocated(market, Allocator.builder(FIVE).strength(1).freeShare(0.8)).lists(), FIVE);
    assertEquals(before.applications(), after.applications(), 1e-9);
    assertTrue(after.beyondRoom() < 0.005, after.toString());
    assertEquals(0, after.neverShown());
  }

  @Test
  void each_step_of_the_setting_gives_up_score_for_evenness() {
    Market market = Markets.crowded(800, 100, 30, 1, 2);
    for (Room room : Room.values()) {
      Spread before = Spread.of(market, market.ranked(5), FIVE);
      for (double strength : new double[]{0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1}) {
        Allocation allocation = allocated(market,
            Allocator.builder(FIVE).strength(strength).room(room));
        Spread after = Spread.of(market, allocation.lists(), FIVE);
        assertTrue(allocation.convergence().isSettled());
        assertTrue(after.scoreKept() < before.scoreKept(), before + " then " + after);
        assertTrue(after.gini() < before.gini(), before + " then " + after);
        assertTrue(after.giniOfUse() < before.giniOfUse(), before + " then " + after);
        assertTrue(after.beyondRoom() <= before.beyondRoom(), before + " then " + after);
        assertTrue(after.neverShown() <= before.neverShown(), before + " then " + after);
        before = after;
      }
      assertTrue(before.giniOfUse() < 0.35, before.toString());
    }
  }

  @RepeatedTest(10)
  void the_order_in_which_a_market_is_told_does_not_matter(RepetitionInfo run) {
    int seed = run.getCurrentRepetition();
    Allocation one = allocated(Markets.crowded(80, 30, 20, 0.5, seed, new Random(seed)), 0.7);
    Allocation other = allocated(Markets.crowded(80, 30, 20, 0.5, seed, new Random(-seed)), 0.7);
    assertEquals(one, other);
    assertEquals(Json.write(one), Json.write(other));
  }

  @Test
  void people_may_choose_in_another_order_every_night() {
    Market market = Markets.crowded(80, 30, 20, 0.5, 1);
    Allocation one = allocated(market, Allocator.builder(FIVE).seed(1));
    Allocation other = allocated(market, Allocator.builder(FIVE).seed(2));
    assertNotEquals(one.lists(), other.lists());
    assertEquals(Spread.of(market, one.lists(), FIVE).gini(),
        Spread.of(market, other.lists(), FIVE).gini(), 0.02);
  }

  @RepeatedTest(20)
  void lists_are_ordered_by_score_minus_the_one_price_of_each_vacancy(RepetitionInfo run) {
    Market market = Markets.crowded(60, 25, 15, 0.3, run.getCurrentRepetition());
    Allocation allocation = allocated(market, 0.8);
    assertEquals(market.people(), allocation.lists().stream().map(ShownList::person).toList());
    for (ShownList list : allocation.lists()) {
      assertEquals(5, list.shown().size());
      assertEquals(5, list.shown().stream().map(Shown::vacancy).distinct().count());
      for (int i = 0; i < 5; i++) {
        Shown shown = list.shown().get(i);
        assertEquals(allocation.prices().byVacancy().get(shown.vacancy()), shown.price());
        if (i > 0) {
          // one showing at the top brings 0.1 applications, the least room is 0.3
          double step = allocation.prices().fullPrice() * 0.1 / 0.3;
          assertTrue(list.shown().get(i - 1).adjusted() >= shown.adjusted() - step);
        }
      }
    }
  }

  @Test
  void equal_people_part_without_any_chance() {
    Market.Builder told = Market.builder();
    List<String> vacancies = IntStream.range(0, 20).mapToObj(v -> "v" + v).toList();
    vacancies.forEach(v -> told.vacancy(v, 1, 2));
    double[] scores = IntStream.range(0, 20).mapToDouble(v -> 1 - v * 0.01).toArray();
    for (int person = 0; person < 100; person++) {
      told.person("p" + person, vacancies, scores);
    }
    Market market = told.build();
    assertEquals(15, Spread.of(market, market.ranked(5), FIVE).neverShown());
    Allocation allocation = allocated(market, Allocator.builder(FIVE).strength(1).scale(1));
    Spread spread = Spread.of(market, allocation.lists(), FIVE);
    assertEquals(0, spread.neverShown());
    assertTrue(spread.gini() < 0.2, spread.toString());
    assertTrue(Spread.of(market, market.ranked(5), FIVE).gini() > 0.75);
  }

  @Test
  void prices_alone_rank_nearly_as_even_as_the_lists() {
    Market market = Markets.crowded(2_000, 100, 40, 3, 3);
    Allocation allocation = allocated(market, 0.8);
    Spread lists = Spread.of(market, allocation.lists(), FIVE);
    Spread live = Spread.of(market, market.ranked(5, allocation.prices()), FIVE);
    assertEquals(lists.gini(), live.gini(), 0.01);
    assertEquals(lists.scoreKept(), live.scoreKept(), 0.01);
  }

  @Test
  void a_vacancy_without_room_comes_last_but_is_shown_where_there_is_no_other() {
    Market market = Market.builder()
        .vacancy("closed", 0, 5)
        .vacancy("open", 1, 5)
        .person("a", List.of("closed", "open"), 1, 0.5)
        .person("b", List.of("closed"), 1)
        .build();
    Allocation allocation = allocated(market, Allocator.builder(FIVE).strength(1).scale(1));
    assertEquals(List.of("open", "closed"),
        allocation.lists().getFirst().shown().stream().map(Shown::vacancy).toList());
    assertEquals(List.of(new Shown("closed", 1, 5)), allocation.lists().get(1).shown());
    assertEquals(5, allocation.prices().byVacancy().get("closed"));
  }

  @Test
  void markets_of_nearly_nothing_have_an_allocation() {
    for (Room room : Room.values()) {
      Allocator.Builder settings = Allocator.builder(FIVE).strength(1).room(room);
      Market none = Market.builder().build();
      assertEquals(List.of(), allocated(none, settings).lists());
      assertEquals(Map.of(), allocated(none, settings).prices().byVacancy());
      Market nobody = Market.builder().vacancy("v", 1, 1).build();
      assertEquals(Map.of("v", 0.0), allocated(nobody, settings).prices().byVacancy());
      Market nothing = Market.builder().person("p", List.of()).build();
      assertEquals(List.of(new ShownList("p", List.of())), allocated(nothing, settings).lists());
      Market one = Market.builder().vacancy("v", 1, 1).person("p", List.of("v"), -3).build();
      assertEquals(0, allocated(one, settings).lists().getFirst().shown().getFirst().price());
      Market full = Market.builder()
          .vacancy("v", 0, 0)
          .vacancy("w", 0, 0)
          .person("p", List.of("v", "w"), 1, 2)
          .person("q", List.of("v", "w"), 2, 1)
          .build();
      assertEquals(List.of("w", "v"), allocated(full, settings).lists()
          .getFirst()
          .shown()
          .stream()
          .map(Shown::vacancy)
          .toList());
    }
  }

  @Test
  void many_more_people_than_room_is_a_price_and_no_failure() {
    Market market = Markets.crowded(500, 10, 8, 0.01, 4);
    Allocation allocation = allocated(market, 1);
    double ceiling = 5 * allocation.prices().fullPrice();
    assertEquals(Set.of(ceiling), new HashSet<>(allocation.prices().byVacancy().values()));
    assertEquals(500, allocation.lists().stream().filter(l -> l.shown().size() == 5).count());
    assertEquals(market.ranked(5).stream().map(ShownList::person).toList(),
        allocation.lists().stream().map(ShownList::person).toList());
  }

  @Test
  void a_search_that_is_cut_short_says_so() {
    Market market = Markets.crowded(200, 30, 20, 0.3, 5);
    Convergence cut = allocated(market, Allocator.builder(FIVE).strength(1).maxSweeps(1))
        .convergence();
    assertFalse(cut.isSettled());
    assertEquals(1, cut.sweeps());
    assertEquals(200, cut.lastChanges());
    Convergence whole = allocated(market, 1).convergence();
    assertTrue(whole.isSettled());
    assertEquals(0, whole.lastChanges());
    assertTrue(whole.gap() < cut.gap(), whole + " after " + cut);
  }

  @Test
  void settings_out_of_range_are_refused() {
    Allocator.Builder settings = Allocator.builder(FIVE);
    for (double bad : new double[]{-0.1, 1.1, Double.NaN}) {
      assertEquals("strength must be 0 to 1, was " + bad,
          refusal(() -> settings.strength(bad)));
      assertEquals("freeShare must be 0 to 0.99, was " + bad,
          refusal(() -> settings.freeShare(bad)));
    }
    assertEquals("scale must be above 0 and finite, was 0.0", refusal(() -> settings.scale(0)));
    assertEquals("maxSweeps must be 1 to 10,000, was 0", refusal(() -> settings.maxSweeps(0)));
  }

  private static String refusal(Runnable use) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, use::run).getMessage());
  }
}
