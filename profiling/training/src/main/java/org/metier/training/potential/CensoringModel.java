package org.metier.training.potential;

import java.util.Arrays;

/// When people are lost sight of, given their features.
final class CensoringModel {
  private static final double RIDGE = 10;
  private static final int LEARNT_FROM = 100_000;

  private final GroupedHazard hazard;
  private final LinearFit fit;

  private CensoringModel(GroupedHazard hazard, LinearFit fit) {
    this.hazard = hazard;
    this.fit = fit;
  }

  /// @param people to learn from; of very many, evenly taken ones
  static CensoringModel of(Spells spells, int[] people) {
    int[] some = PotentialTrainer.evenly(people, LEARNT_FROM);
    GroupedHazard hazard = GroupedHazard.ofCensoring(spells, some);
    Design design = Design.of(spells, some, Shape.STRAIGHT);
    return new CensoringModel(hazard,
        new LinearFit(spells, some, design, hazard, RIDGE).fit().released());
  }

  /// How much sooner or later each person is lost sight of than the baseline.
  double[] risks(int[] people) {
    return Arrays.stream(fit.scores(people)).map(Math::exp).toArray();
  }

  /// The chance not to have been lost sight of at the end of a unit.
  ///
  /// @param unit 0 to the horizon
  double stillSeen(double risk, int unit) {
    return Math.exp(-risk * hazard.summed(unit));
  }
}
