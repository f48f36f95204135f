package org.metier.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Small made-up markets to test on.
final class Markets {
  private Markets() {}

  /// A market in which some vacancies are liked by all: a score is the vacancy's pull plus the person's taste.
  ///
  /// @param room applications for each place
  static Market crowded(int people, int vacancies, int candidates, double room, long seed) {
    return crowded(people, vacancies, candidates, room, seed, new Random(0));
  }

  /// The same, told in another order.
  static Market crowded(int people, int vacancies, int candidates, double room, long seed,
      Random order) {
    Random random = new Random(seed);
    double[] pull = random.doubles(vacancies).map(u -> -Math.log(u)).toArray();
    int[] places = random.ints(vacancies, 1, 4).toArray();
    List<double[]> scores = new ArrayList<>();
    List<List<Integer>> chosen = new ArrayList<>();
    for (int person = 0; person < people; person++) {
      double[] of = new double[vacancies];
      for (int vacancy = 0; vacancy < vacancies; vacancy++) {
        of[vacancy] = pull[vacancy] + random.nextGaussian();
      }
      scores.add(of);
      List<Integer> all = new ArrayList<>(IntStream.range(0, vacancies).boxed().toList());
      Collections.shuffle(all, random);
      chosen.add(all.subList(0, candidates));
    }
    return told(pull.length, places, room, scores, chosen, order);
  }

  private static Market told(int vacancies, int[] places, double room, List<double[]> scores,
      List<List<Integer>> chosen, Random order) {
    Market.Builder market = Market.builder();
    for (int vacancy : shuffled(vacancies, order)) {
      market.vacancy("v" + vacancy, places[vacancy], room);
    }
    for (int person : shuffled(scores.size(), order)) {
      List<Integer> candidates = new ArrayList<>(chosen.get(person));
      Collections.shuffle(candidates, order);
      market.person("p" + person, candidates.stream().map(v -> "v" + v).toList(),
          candidates.stream().mapToDouble(v -> scores.get(person)[v]).toArray());
    }
    return market.build();
  }

  private static List<Integer> shuffled(int count, Random order) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(all, order);
    return all;
  }
}
