package org.metier.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Allocations beside the best of all, found by trying every list of every person.
class BruteForceTest {
  private static final Examination TWO = new Examination(List.of(1.0, 0.5), 1);
  private static final int PEOPLE = 4;
  private static final int VACANCIES = 4;
  private static final Map<Double, Double> CROWDING = new HashMap<>();

  /// Scores less crowding: each vacancy costs the integral of its price by its definition, summed in small
  /// steps.
  private static double worth(Market market, double full, int[][] lists, double room) {
    double[] loads = new double[VACANCIES];
    double worth = 0;
    for (int person = 0; person < PEOPLE; person++) {
      for (int position = 0; position < 2; position++) {
        int candidate = market.start(person) + lists[person][position];
        double weight = position == 0 ? 1 : 0.5;
        loads[market.vacancy(candidate)] += weight;
        worth += weight * market.score(candidate);
      }
    }
    for (int vacancy = 0; vacancy < VACANCIES; vacancy++) {
      worth -= full * crowding(loads[vacancy] / (market.places(vacancy) * room))
          * market.places(vacancy) * room;
    }
    return worth;
  }

  /// The integral from 0 to the use of `log(1 + 100 x) / log(101)` up to 8, and in proportion to `sqrt(x)` above.
  private static double crowding(double use) {
    return CROWDING.computeIfAbsent(use, u -> {
      int steps = 20_000;
      double sum = 0;
      for (int i = 0; i < steps; i++) {
        double x = u * (i + 0.5) / steps;
        sum += Math.log(1 + 100 * Math.min(x, 8)) / Math.log(101) * Math.sqrt(Math.max(x, 8) / 8);
      }
      return sum * u / steps;
    });
  }

  private static double best(Market market, double full, double room) {
    List<int[]> pairs = new ArrayList<>();
    for (int first = 0; first < VACANCIES; first++) {
      for (int second = 0; second < VACANCIES; second++) {
        if (first != second) {
          pairs.add(new int[]{first, second});
        }
      }
    }
    double best = Double.NEGATIVE_INFINITY;
    int[][] lists = new int[PEOPLE][];
    int combinations = (int) Math.pow(pairs.size(), PEOPLE);
    for (int combination = 0; combination < combinations; combination++) {
      int rest = combination;
      for (int person = 0; person < PEOPLE; person++) {
        lists[person] = pairs.get(rest % pairs.size());
        rest /= pairs.size();
      }
      best = Math.max(best, worth(market, full, lists, room));
    }
    return best;
  }

  private static int[][] candidates(Market market, Allocation allocation) {
    int[][] lists = new int[PEOPLE][];
    for (int person = 0; person < PEOPLE; person++) {
      int start = market.start(person);
      lists[person] = allocation.lists()
          .get(person)
          .shown()
          .stream()
          .mapToInt(s -> Arrays.stream(new int[]{0, 1, 2, 3})
              .filter(i -> market.vacancy(start + i) == market.number(s.vacancy()))
              .findFirst()
              .orElseThrow())
          .toArray();
    }
    return lists;
  }

  private static Allocation allocated(Market market, double strength) {
    return Allocator.builder(TWO)
        .strength(strength)
        .build()
        .allocate(market, "x", Instant.EPOCH);
  }

  @RepeatedTest(40)
  void no_lists_beat_an_allocation_by_more_than_its_gap(RepetitionInfo run) {
    int seed = run.getCurrentRepetition();
    double room = 0.2 + 0.1 * (seed % 20);
    Market market = Markets.crowded(PEOPLE, VACANCIES, VACANCIES, room, seed);
    for (double strength : new double[]{0, 0.2, 0.5, 1}) {
      Allocation allocation = allocated(market, strength);
      double full = allocation.prices().fullPrice();
      double reached = worth(market, full, candidates(market, allocation), room);
      double best = best(market, full, room);
      assertTrue(reached <= best + 1e-6, "the brute force missed " + reached + " over " + best);
      // four people, 1.5 applications each
      assertTrue(best <= reached + 6 * allocation.convergence().gap() + 1e-6,
          best + " is more than " + reached + " and " + allocation.convergence());
    }
  }

  @Test
  void allocations_of_tiny_markets_are_nearly_the_best() {
    double lost = 0;
    double gained = 0;
    for (int seed = 1; seed <= 200; seed++) {
      Market market = Markets.crowded(PEOPLE, VACANCIES, VACANCIES, 1, seed);
      Allocation allocation = allocated(market, 0.7);
      double full = allocation.prices().fullPrice();
      double best = best(market, full, 1);
      int[][] byScore = {{0, 1}, {0, 1}, {0, 1}, {0, 1}};
      lost += best - worth(market, full, candidates(market, allocation), 1);
      gained += best - worth(market, full, byScore, 1);
    }
    // of what spreading can gain over the order of scores, all but a small share is gained
    assertTrue(gained > 20, "nothing to gain: " + gained);
    assertEquals(0, lost / gained, 0.1);
  }
}
