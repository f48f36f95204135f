package org.metier.training.potential;

/// Whether each of some people had the outcome within the horizon, with weights that let those of whom it is known stand
/// for those who were last seen before: the inverse of the chance of still being seen (Graf et al., "Assessment and
/// comparison of prognostic classification schemes for survival data", Statistics in Medicine 18, 1999). Who was last seen
/// before the horizon weighs 0, and never counts as a failure.
///
/// Who is lost sight of may hang on features, as on the year of entry where all are asked on one day: so the time of
/// censoring has a model of its own, a grouped hazard over the same features, and only what these do not tell has to
/// be left to chance. An exit in a unit counts before a censoring at its end.
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
  /// @param seen the people whom the time of censoring is learnt from
  static HorizonOutcomes of(Spells spells, int[] people, int[] seen) {
    return of(spells, people, CensoringModel.of(spells, seen));
  }

  static HorizonOutcomes of(Spells spells, int[] people, CensoringModel censoring) {
    int horizon = spells.specification().outcome().horizonUnits();
    double[] risks = censoring.risks(people);
    boolean[] isPositive = new boolean[people.length];
    double[] weight = new double[people.length];
    for (int i = 0; i < people.length; i++) {
      int units = spells.units(people[i]);
      boolean isExit = spells.isExit(people[i]) && units <= horizon;
      isPositive[i] = isExit;
      if (isExit || units >= horizon) {
        double chance = censoring.stillSeen(risks[i], Math.min(units, horizon) - 1);
        weight[i] = Math.min(MAX_WEIGHT, 1 / Math.max(chance, 1 / MAX_WEIGHT));
      }
    }
    return new HorizonOutcomes(people, isPositive, weight);
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

  /// The same with a weight of 1 for whoever's outcome is known.
  HorizonOutcomes unweighted() {
    double[] ones = new double[weight.length];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = weight[i] > 0 ? 1 : 0;
    }
    return new HorizonOutcomes(people, isPositive, ones);
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
