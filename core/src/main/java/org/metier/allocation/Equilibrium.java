package org.metier.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The state of the search for lists and prices; see [Allocator] for what it does and why. Not thread-safe.
final class Equilibrium {
  /// A list must gain this share of the sum of weights and score's size, or it stays: rounding is no gain.
  private static final double LEAST_GAIN = 1e-12;

  private final Market market;
  private final Tariff tariff;
  private final double[] weights;
  private final double[] capacities;
  private final int[] order;
  private final double[] loads;
  /// The candidates shown to each person, by position; -1 where there is none.
  private final int[] shown;
  private final int[] chosen;
  private boolean isFirst = true;

  /// @param order of the people
  Equilibrium(Market market, Tariff tariff, double[] weights, double[] capacities, int[] order) {
    this.market = market;
    this.tariff = tariff;
    this.weights = weights;
    this.capacities = capacities;
    this.order = order;
    loads = new double[capacities.length];
    shown = new int[Math.multiplyExact(order.length, weights.length)];
    Arrays.fill(shown, -1);
    chosen = new int[weights.length];
  }

  /// Lets each person choose anew.
  ///
  /// @return how many lists changed
  int sweep() {
    sumLoads();
    int changes = 0;
    for (int person : order) {
      changes += choose(person) ? 1 : 0;
    }
    isFirst = false;
    return changes;
  }

  /// Sums anew, in a fixed order, so that rounding does not pile up.
  private void sumLoads() {
    Arrays.fill(loads, 0);
    for (int person : order) {
      move(person, 1);
    }
  }

  private void move(int person, int sign) {
    for (int position = 0; position < weights.length; position++) {
      int candidate = shown[person * weights.length + position];
      if (candidate >= 0) {
        loads[market.vacancy(candidate)] += sign * weights[position];
      }
    }
  }

  private boolean choose(int person) {
    int from = person * weights.length;
    if (!isFirst) {
      move(person, -1);
    }
    fill(person);
    boolean isBetter = isFirst || isGain(from);
    if (isBetter) {
      System.arraycopy(chosen, 0, shown, from, chosen.length);
    }
    move(person, 1);
    return isBetter;
  }

  /// Fills positions from the first, each with what is best there at the price of being there. Candidates
  /// come by falling score and prices are not negative, so that the search ends early.
  private void fill(int person) {
    Arrays.fill(chosen, -1);
    for (int position = 0; position < weights.length; position++) {
      double best = Double.NEGATIVE_INFINITY;
      int found = -1;
      for (int i = market.start(person); i < market.end(person) && market.score(i) > best; i++) {
        if (!isChosen(i, position)) {
          double value = market.score(i) - marginalPrice(market.vacancy(i), weights[position]);
          if (value > best) {
            best = value;
            found = i;
          }
        }
      }
      chosen[position] = found;
    }
  }

  private boolean isChosen(int candidate, int positions) {
    for (int position = 0; position < positions; position++) {
      if (chosen[position] == candidate) {
        return true;
      }
    }
    return false;
  }

  /// The price half way through what is added, which is its mean where the price rises in a line.
  private double marginalPrice(int vacancy, double added) {
    return tariff.price(loads[vacancy] + added / 2, capacities[vacancy]);
  }

  /// Whether what was chosen is worth more than what is shown; the person's own load is not in `loads`.
  private boolean isGain(int from) {
    double gain = 0;
    double size = 0;
    boolean isOther = false;
    for (int position = 0; position < weights.length; position++) {
      int old = shown[from + position];
      isOther |= old != chosen[position];
      if (old >= 0) {
        double before = value(old, weights[position]);
        double after = value(chosen[position], weights[position]);
        gain += after - before;
        size += Math.abs(before) + Math.abs(after);
      }
    }
    return isOther && gain > LEAST_GAIN * size;
  }

  private double value(int candidate, double weight) {
    int vacancy = market.vacancy(candidate);
    double capacity = capacities[vacancy];
    return weight * market.score(candidate)
        - (tariff.cost(loads[vacancy] + weight, capacity) - tariff.cost(loads[vacancy], capacity));
  }

  /// The price of each vacancy under the present lists.
  double[] prices() {
    sumLoads();
    double[] prices = new double[loads.length];
    for (int vacancy = 0; vacancy < prices.length; vacancy++) {
      prices[vacancy] = tariff.price(loads[vacancy], capacities[vacancy]);
    }
    return prices;
  }

  /// The present lists.
  List<ShownList> lists(double[] prices) {
    List<ShownList> lists = new ArrayList<>(market.people().size());
    for (int person = 0; person < market.people().size(); person++) {
      List<Shown> list = new ArrayList<>(weights.length);
      for (int position = 0; position < weights.length; position++) {
        int candidate = shown[person * weights.length + position];
        if (candidate >= 0) {
          int vacancy = market.vacancy(candidate);
          list.add(new Shown(market.vacancies().get(vacancy), market.score(candidate),
              prices[vacancy]));
        }
      }
      lists.add(new ShownList(market.people().get(person), list));
    }
    return lists;
  }

  /// How far the present lists may be from the best, per application; see [Convergence].
  ///
  /// @param prices of the present lists, just worked out
  double gap(double[] prices) {
    double reached = 0;
    double bound = 0;
    double applications = 0;
    for (int vacancy = 0; vacancy < prices.length; vacancy++) {
      reached -= tariff.cost(loads[vacancy], capacities[vacancy]);
      bound += tariff.conjugate(prices[vacancy], capacities[vacancy]);
      applications += loads[vacancy];
    }
    double[] values = new double[0];
    for (int person : order) {
      int from = person * weights.length;
      int count = market.end(person) - market.start(person);
      values = values.length < count ? new double[count] : values;
      for (int i = 0; i < count; i++) {
        int candidate = market.start(person) + i;
        values[i] = market.score(candidate) - prices[market.vacancy(candidate)];
      }
      Arrays.sort(values, 0, count);
      for (int position = 0; position < Math.min(count, weights.length); position++) {
        bound += weights[position] * values[count - 1 - position];
        reached += weights[position] * market.score(shown[from + position]);
      }
    }
    return applications == 0 ? 0 : (bound - reached) / applications;
  }
}
