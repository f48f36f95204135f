package org.metier.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadOfListsTest {
  private static final Examination TWO = new Examination(List.of(1.0, 0.5), 0.2);
  private static final Market MARKET = Market.builder()
      .vacancy("a", 1, 0.25)
      .vacancy("b", 2, 1)
      .vacancy("c", 1, 1)
      .vacancy("d", 0, 1)
      .person("p", List.of("a", "b", "c"), 3, 2, 1)
      .person("q", List.of("a", "b", "c"), 5, 4, 1)
      .build();

  @Test
  void lists_by_score_are_counted_by_hand() {
    // a: 0.2 twice, b: 0.1 twice, c and d nothing
    Spread spread = Spread.of(MARKET, MARKET.ranked(2), TWO);
    assertEquals(2, spread.people());
    assertEquals(0, spread.emptyLists());
    assertEquals(1, spread.scoreKept());
    assertEquals(0.6, spread.applications(), 1e-12);
    // ascending 0, 0, 0.2, 0.4: (1 * 0.2 + 3 * 0.4) / (4 * 0.6)
    assertEquals(1.4 / 2.4, spread.gini(), 1e-12);
    // by room: a 1.6, b 0.1, c 0; ascending 0, 0.1, 1.6: (2 * 1.6) / (3 * 1.7)
    assertEquals(3.2 / 5.1, spread.giniOfUse(), 1e-12);
    assertEquals(2, spread.neverShown());
    assertEquals(1, spread.neverCandidates());
    assertEquals(1, spread.overfull());
    assertEquals(0.15 / 0.6, spread.beyondRoom(), 1e-12);
    // per place: c 0, b 0.1, a 0.4
    assertEquals(new Spread.Quantiles(0, 0.1, 0.4, 0.4), spread.perPlace());
  }

  @Test
  void score_kept_is_measured_above_the_weakest_candidate() {
    List<ShownList> lists = List.of(
        // above the weakest: 2, 1, 0; best 2 + 1/2 = 2.5; shown 0 + 2/2 = 1
        new ShownList("p", List.of(new Shown("c", 1, 0), new Shown("a", 3, 0))),
        // above the weakest: 4, 3, 0; best 4 + 3/2 = 5.5; shown 3
        new ShownList("q", List.of(new Shown("b", 4, 0))));
    Spread spread = Spread.of(MARKET, lists, TWO);
    assertEquals((1 / 2.5 + 3 / 5.5) / 2, spread.scoreKept(), 1e-12);
    assertEquals(0, Spread.of(MARKET,
        List.of(new ShownList("p", List.of()), new ShownList("q", List.of())), TWO).applications());
  }

  @Test
  void an_empty_market_is_even() {
    Spread spread = Spread.of(Market.builder().build(), List.of(), TWO);
    assertEquals(new Spread(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, new Spread.Quantiles(0, 0, 0, 0)),
        spread);
  }

  @Test
  void lists_of_others_are_refused() {
    assertEquals("expected a list for each of 2 people, were 1 lists",
        refusal(List.of(new ShownList("p", List.of()))));
    assertEquals("lists must be by id of the person, as the market's are",
        refusal(List.of(new ShownList("q", List.of()), new ShownList("p", List.of()))));
    assertEquals("a list must have at most 2 vacancies, as many as are examined, had 3",
        refusal(MARKET.ranked(3)));
    assertEquals("the market has no vacancy \"x\"",
        refusal(List.of(new ShownList("p", List.of(new Shown("x", 1, 0))),
            new ShownList("q", List.of()))));
  }

  private static String refusal(List<ShownList> lists) {
    return String.valueOf(assertThrows(IllegalArgumentException.class,
        () -> Spread.of(MARKET, lists, TWO)).getMessage());
  }

  @Test
  void grades_judge_lists_by_what_people_say() {
    Grades grades = new Grades() {
      @Override
      public int of(String person, String vacancy) {
        return person.equals("p") && vacancy.equals("b") ? 2 : 0;
      }

      @Override
      public int[] all(String person) {
        return person.equals("p") ? new int[]{2} : new int[0];
      }
    };
    // b stands second: 1 / log2(3); q graded nothing, so that no order is worse than another
    assertArrayEquals(new double[]{Math.log(2) / Math.log(3), 1},
        grades.ndcg(2, MARKET.ranked(2)), 1e-12);
  }

  @Test
  void positions_are_read_with_the_discount_of_ndcg() {
    Examination three = Examination.logarithmic(3, 0.1);
    assertArrayEquals(new double[]{1, Math.log(2) / Math.log(3), 0.5},
        three.readAt().stream().mapToDouble(Double::doubleValue).toArray(), 1e-12);
    assertEquals("a list must show 1 to 1000 vacancies, was 0",
        message(() -> Examination.logarithmic(0, 0.1)));
    assertEquals("applicationRate must be above 0 and at most 1, was 0.0",
        message(() -> Examination.logarithmic(1, 0)));
    assertEquals("the probability of reading position 2 must be above 0 and at most 0.5, was 0.6",
        message(() -> new Examination(List.of(0.5, 0.6), 1)));
  }

  private static String message(Runnable use) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, use::run).getMessage());
  }
}
