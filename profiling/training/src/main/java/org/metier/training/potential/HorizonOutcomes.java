package org.metier.training.potential;

/// Whether each of some people had the outcome within the horizon, with weights that let those of whom it is known stand
/// for those who were last seen before: the inverse of the chance of still being seen, by the product-limit estimate of
/// the time of censoring (Graf et al., "Assessment and comparison of prognostic classification schemes for survival
/// data", Statistics in Medicine 18, 1999). Who was last seen before the horizon weighs 0, and never counts as a failure.
///
/// Rests on censoring having nothing to do with the outcome; where whom one loses sight of depends on features, groups
/// that are lost sooner are represented by fewer.
///
/// An exit in a unit counts before a censoring at its end.
final class HorizonOutcomes {
  /// Nobody stands for more than this many others, so that a few do not decide everything.
  private static final double MAX_WEIGHT = 20;

  final int[] people;
  final boolean[] isPositive;
  final double[] weight;

  private HorizonOutcomes(int[] people, boolean[] isPositive, double[] weight) {
    this.people = people;
    this.isPositive = isPositive;
    this.weight = weight;
  }

  /// @param people whose outcomes these are
  /// @param seen the people whom the time of censoring is estimated on
  static HorizonOutcomes of(Spells spells, int[] people, int[] seen) {
    int horizon = spells.specification().outcome().horizonUnits();
    double[] stillSeen = stillSeen(spells, seen, horizon);
    boolean[] isPositive = new boolean[people.length];
    double[] weight = new double[people.length];
    for (int i = 0; i < people.length; i++) {
      int units = spells.units(people[i]);
      boolean isExit = spells.isExit(people[i]) && units <= horizon;
      isPositive[i] = isExit;
      if (isExit || units >= horizon) {
        double chance = stillSeen[Math.min(units, horizon) - 1];
        weight[i] = Math.min(MAX_WEIGHT, 1 / Math.max(chance, 1 / MAX_WEIGHT));
      }
    }
    return new HorizonOutcomes(people, isPositive, weight);
  }

  /// The chance not to have been censored at the end of unit t or before, by t from 0.
  private static double[] stillSeen(Spells spells, int[] people, int horizon) {
    long[] exits = new long[horizon + 1];
    long[] censored = new long[horizon + 1];
    for (int person : people) {
      int units = Math.min(spells.units(person), horizon);
      boolean isWithin = spells.units(person) <= horizon;
      exits[units] += isWithin && spells.isExit(person) ? 1 : 0;
      censored[units] += isWithin && !spells.isExit(person) ? 1 : 0;
    }
    double[] chance = new double[horizon + 1];
    chance[0] = 1;
    long atRisk = people.length;
    for (int unit = 1; unit <= horizon; unit++) {
      atRisk -= exits[unit];
      chance[unit] = chance[unit - 1] * (atRisk == 0 ? 1 : 1 - (double) censored[unit] / atRisk);
      atRisk -= censored[unit];
    }
    return chance;
  }

  /// Those of some of the people, by place.
  HorizonOutcomes some(int[] rows) {
    int[] chosen = new int[rows.length];
    boolean[] positive = new boolean[rows.length];
    double[] weights = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = people[rows[i]];
      positive[i] = isPositive[rows[i]];
      weights[i] = weight[rows[i]];
    }
    return new HorizonOutcomes(chosen, positive, weights);
  }

  int size() {
    return people.length;
  }

  /// The share with the outcome among all, by weight.
  double share() {
    double with = 0;
    double all = 0;
    for (int i = 0; i < weight.length; i++) {
      all += weight[i];
      with += isPositive[i] ? weight[i] : 0;
    }
    return all == 0 ? 0.5 : with / all;
  }

  int known() {
    int known = 0;
    for (double w : weight) {
      known += w > 0 ? 1 : 0;
    }
    return known;
  }

  int positives() {
    int positives = 0;
    for (boolean b : isPositive) {
      positives += b ? 1 : 0;
    }
    return positives;
  }
}
