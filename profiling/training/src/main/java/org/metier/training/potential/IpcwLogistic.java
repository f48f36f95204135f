package org.metier.training.potential;

import org.metier.potential.Link;

/// Outcomes at the horizon, weighted by inverse chances of being seen.
final class IpcwLogistic implements RowLikelihood {
  private final HorizonOutcomes outcomes;

  IpcwLogistic(HorizonOutcomes outcomes) {
    this.outcomes = outcomes;
  }

  @Override
  public int rows() {
    return outcomes.size();
  }

  @Override
  public void at(int row, double score, double[] cell) {
    double weight = outcomes.weight[row];
    double chance = Link.LOGIT.chance(score);
    cell[0] = weight * ((outcomes.isPositive[row] ? 1 : 0) - chance);
    cell[1] = weight * chance * (1 - chance);
  }

  @Override
  public double settle(double[] scores) {
    return 0; // the intercept is all the baseline there is
  }
}
