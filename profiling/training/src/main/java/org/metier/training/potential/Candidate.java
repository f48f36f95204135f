package org.metier.training.potential;

import org.metier.potential.Family;

/// One way to fit a model.
///
/// @param family how scores turn into chances
/// @param shape how amounts enter
/// @param ridge penalty of the linear part, in people, above 0
/// @param followHorizons spells count up to so many horizons, 1 or more; of no account to [Family#LOGISTIC]
/// @param trees grown on what the linear part leaves over, 0 for none
/// @param leaves of each of them
record Candidate(Family family, Shape shape, double ridge, double followHorizons, int trees,
    int leaves) {
  Candidate withTrees(int count, int ofLeaves) {
    return new Candidate(family, shape, ridge, followHorizons, count, ofLeaves);
  }

  String label() {
    return family + " " + shape + " ridge=" + ridge
        + (family == Family.HAZARD ? " followHorizons=" + followHorizons : "")
        + (trees > 0 ? " trees=" + trees + " leaves=" + leaves : "");
  }
}
