package org.metier.benchmarks.congestion;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metier.allocation.Shown;
import org.metier.allocation.ShownList;

/// Entropic optimal transport between people and vacancies, as ReCon uses it against congestion
/// (Mashayekhi et al., "ReCon: Reducing Congestion in Job Recommendation using Optimal Transport", RecSys
/// 2023), on the candidates alone and in logarithms: each person gives out one unit, each vacancy takes its
/// share by room (Cuturi, "Sinkhorn Distances", NIPS 2013). The plan of a pair is
/// `exp((score - u - v) / epsilon)`, so that a person's candidates are ranked by score minus the vacancy's
/// potential `v`; the setting is the share of `v` that is subtracted.
///
/// Where the candidates do not allow the shares, potentials have no limit; 100 rounds end the search. Memory:
/// 12 bytes a candidate.
final class Transport {
  static final int ROUNDS = 100;

  private final int[] starts;
  private final int[] vacancy;
  private final double[] score;
  private final double[] logShares;

  /// @param rooms id of each vacancy to its room, above 0
  /// @param ranked all candidates of each person
  Transport(SortedMap<String, Double> rooms, List<ShownList> ranked) {
    Map<String, Integer> numbers = new TreeMap<>();
    double all = rooms.values().stream().mapToDouble(Double::doubleValue).sum();
    double[] shares = new double[rooms.size()];
    rooms.forEach((id, room) -> {
      shares[numbers.size()] = Math.log(room / all * ranked.size());
      numbers.put(id, numbers.size());
    });
    logShares = shares;
    int size = ranked.stream().mapToInt(list -> list.shown().size()).sum();
    starts = new int[ranked.size() + 1];
    vacancy = new int[size];
    score = new double[size];
    int next = 0;
    for (int person = 0; person < ranked.size(); person++) {
      for (Shown candidate : ranked.get(person).shown()) {
        Integer number = numbers.get(candidate.vacancy());
        if (number != null) {
          vacancy[next] = number;
          score[next++] = candidate.score();
        }
      }
      starts[person + 1] = next;
    }
  }

  /// The potential of each vacancy, in the order of their ids.
  ///
  /// @param epsilon in points of score: lower is nearer to the plan without entropy, and slower
  double[] potentials(double epsilon) {
    double[] potentials = new double[logShares.length];
    double[] ofPeople = new double[starts.length - 1];
    for (int round = 0; round < ROUNDS; round++) {
      for (int person = 0; person < ofPeople.length; person++) {
        ofPeople[person] = ofPerson(person, potentials, epsilon);
      }
      balance(potentials, ofPeople, epsilon);
    }
    return potentials;
  }

  /// Sets each vacancy's potential so that it takes its share.
  private void balance(double[] potentials, double[] ofPeople, double epsilon) {
    double[] most = new double[potentials.length];
    double[] sums = new double[potentials.length];
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int person = 0; person < ofPeople.length; person++) {
      for (int i = starts[person]; i < starts[person + 1]; i++) {
        most[vacancy[i]] = Math.max(most[vacancy[i]], score[i] - ofPeople[person]);
      }
    }
    for (int person = 0; person < ofPeople.length; person++) {
      for (int i = starts[person]; i < starts[person + 1]; i++) {
        sums[vacancy[i]] += Math.exp((score[i] - ofPeople[person] - most[vacancy[i]]) / epsilon);
      }
    }
    for (int v = 0; v < potentials.length; v++) {
      if (sums[v] > 0) {
        potentials[v] = most[v] + epsilon * (Math.log(sums[v]) - logShares[v]);
      }
    }
  }

  private double ofPerson(int person, double[] potentials, double epsilon) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      most = Math.max(most, score[i] - potentials[vacancy[i]]);
    }
    double sum = 0;
    for (int i = starts[person]; i < starts[person + 1]; i++) {
      sum += Math.exp((score[i] - potentials[vacancy[i]] - most) / epsilon);
    }
    return sum == 0 ? 0 : most + epsilon * Math.log(sum);
  }
}
