package org.metier.training.potential;

/// The log-likelihood of some people's outcomes as a function of their scores; a row is a place among them.
interface RowLikelihood {
  int rows();

  /// @param cell gets the first derivative by the score at 0, and the negative second one at 1
  void at(int row, double score, double[] cell);

  /// Fits what else the likelihood has, such as a baseline, to scores.
  ///
  /// @return what has to be added to every score to stand where it stood
  double settle(double[] scores);
}
