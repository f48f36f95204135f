package org.metier.training.potential;

import java.util.Arrays;

/// Spells as person-periods: in each unit that a person entered without the outcome, it came about or not, with hazard
/// `1 - exp(-a_k exp(score))` in unit k. A censored spell counts its units without outcome and says nothing of later ones.
///
/// The sum over a person's units is taken at once, since the log-likelihood of the units before is `-A exp(score)` with A
/// the sum of their baselines: a spell costs the same however long it is. Given the scores, the baseline of each unit has
/// an equation of its own (Prentice, Gloeckler 1978), solved by Newton's method in [#settle].
final class GroupedHazard implements RowLikelihood {
  private static final int STEPS = 3;
  private static final double SMALLEST = 1e-12;

  private final int[] units;
  private final boolean[] isExit;
  private final int horizon;
  /// By unit, from 1.
  private final double[] baseline;
  /// Sum of baselines up to a unit.
  private final double[] summed;

  /// @param follow spells count up to this many units, at least the horizon
  GroupedHazard(Spells spells, int[] people, int follow) {
    horizon = spells.specification().outcome().horizonUnits();
    units = new int[people.length];
    isExit = new boolean[people.length];
    int longest = horizon;
    for (int i = 0; i < people.length; i++) {
      int length = spells.units(people[i]);
      units[i] = Math.min(length, follow);
      isExit[i] = spells.isExit(people[i]) && length <= follow;
      longest = Math.max(longest, units[i]);
    }
    baseline = new double[longest + 1];
    summed = new double[longest + 1];
  }

  private GroupedHazard(int[] units, boolean[] isExit, int horizon) {
    this.units = units;
    this.isExit = isExit;
    this.horizon = horizon;
    baseline = new double[horizon + 1];
    summed = new double[horizon + 1];
  }

  /// The hazard of being lost sight of before the horizon: at the end of a unit, after its exits.
  static GroupedHazard ofCensoring(Spells spells, int[] people) {
    int horizon = spells.specification().outcome().horizonUnits();
    int[] units = new int[people.length];
    boolean[] isLost = new boolean[people.length];
    for (int i = 0; i < people.length; i++) {
      int length = spells.units(people[i]);
      isLost[i] = !spells.isExit(people[i]) && length < horizon;
      // who left in a unit was not at risk at its end; who reached the horizon was at all ends before it
      units[i] = isLost[i] ? length : Math.min(length, horizon) - 1;
    }
    return new GroupedHazard(units, isLost, horizon);
  }

  /// Summed baseline up to a unit, 0 to the horizon.
  double summed(int unit) {
    return summed[unit];
  }

  @Override
  public int rows() {
    return units.length;
  }

  @Override
  public void at(int row, double score, double[] cell) {
    double risk = Math.exp(score);
    int unit = units[row];
    if (!isExit[row]) {
      cell[0] = -summed[unit] * risk;
      cell[1] = summed[unit] * risk;
      return;
    }
    double before = summed[unit - 1] * risk;
    double within = Math.max(baseline[unit] * risk, SMALLEST);
    double e = Math.expm1(within); // log(1 - exp(-c)) has derivative c / (e^c - 1) by log c
    double slope = Double.isInfinite(e) ? 0 : within / e;
    double bend = Double.isInfinite(e) ? 0 : slope * (within * (e + 1) / e - 1);
    cell[0] = slope - before;
    cell[1] = before + bend;
  }

  @Override
  public double settle(double[] scores) {
    double[] risk = new double[scores.length];
    double[] surviving = new double[baseline.length + 1];
    int[] exits = new int[baseline.length];
    for (int i = 0; i < scores.length; i++) {
      risk[i] = Math.exp(scores[i]);
      surviving[isExit[i] ? units[i] - 1 : units[i]] += risk[i];
      exits[units[i]] += isExit[i] ? 1 : 0;
    }
    for (int k = surviving.length - 2; k >= 1; k--) {
      surviving[k] += surviving[k + 1];
    }
    int[][] rows = rowsOfExits(exits);
    for (int k = 1; k < baseline.length; k++) {
      baseline[k] = exits[k] == 0 ? 0 : solved(baseline[k], surviving[k], rows[k], risk);
      summed[k] = summed[k - 1] + baseline[k];
    }
    double level = summed[horizon] > 0 ? summed[horizon] : 1;
    for (int k = 1; k < baseline.length; k++) { // the intercept holds the level
      baseline[k] /= level;
      summed[k] /= level;
    }
    return Math.log(level);
  }

  private int[][] rowsOfExits(int[] exits) {
    int[][] rows = new int[exits.length][];
    Arrays.setAll(rows, k -> new int[exits[k]]);
    int[] next = new int[exits.length];
    for (int i = 0; i < units.length; i++) {
      if (isExit[i]) {
        rows[units[i]][next[units[i]]++] = i;
      }
    }
    return rows;
  }

  /// The baseline a at which the sum over exits of `u / (exp(a u) - 1)` is the summed risk of those who stayed.
  private static double solved(double start, double stayed, int[] rows, double[] risk) {
    double a = start;
    if (!(a > 0)) {
      double half = 0;
      for (int row : rows) {
        half += risk[row] / 2;
      }
      a = rows.length / (stayed + half);
    }
    for (int step = 0; step < STEPS; step++) {
      double sum = -stayed;
      double slope = 0;
      for (int row : rows) {
        double u = risk[row];
        double e = Math.max(Math.expm1(a * u), SMALLEST);
        sum += u / e;
        slope -= u * u * (e + 1) / (e * e);
      }
      double next = a - sum / slope;
      a = next > 0 && Double.isFinite(next) ? next : a / 2;
    }
    return Math.max(a, SMALLEST);
  }
}
