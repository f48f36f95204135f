package org.metier.potential;

import java.util.Comparator;
import java.util.List;

/// What a model says of a person, in numbers: for analysts, reports and logs. People are told a [Diagnosis] instead.
/// Immutable.
///
/// `base` plus all contributions is `value` within [#TOLERANCE]: on the scale that the model's [Link] names, which is
/// that of the complementary log-log of the chance, or its log-odds. With a straight calibration the chance is that of `value`;
/// after an isotonic one it is the curve's, and contributions explain the value before it.
///
/// @param chance of the outcome within the horizon, calibrated, 0 to 1
/// @param low end of the interval of the chance: the middle four fifths of where it would lie had the model learnt from
///     other people, and were what is unknown of the person known; see [Uncertainty] for what models with trees leave out
/// @param high end of it, with `low <= chance <= high`
/// @param value the score
/// @param base of the mean person of the training
/// @param contributions one per feature, in the specification's order
public record Score(double chance, double low, double high, double value, double base,
    List<Contribution> contributions) {
  /// How far rounding may put the sum from the value.
  public static final double TOLERANCE = 1e-9;

  private static final int STRONGEST = 5;

  public Score {
    contributions = List.copyOf(contributions);
    if (!(0 <= low && low <= chance && chance <= high && high <= 1)) {
      throw new IllegalArgumentException("0 <= low <= chance <= high <= 1 must hold, was " + low
          + ", " + chance + ", " + high);
    }
    double sum = base;
    for (Contribution contribution : contributions) {
      sum += contribution.value();
    }
    if (!(Math.abs(sum - value) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "base and contributions must sum to the value " + value + ", was " + sum);
    }
  }

  /// The five contributions that move the score most, the strongest first; fewer where others add nothing.
  public List<Contribution> strongest() {
    return contributions.stream()
        .filter(c -> c.value() != 0)
        .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.value())))
        .limit(STRONGEST)
        .toList();
  }
}
