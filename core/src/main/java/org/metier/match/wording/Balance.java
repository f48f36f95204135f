package org.metier.match.wording;

import org.metier.match.Match;
import org.metier.match.reason.Reason;
import org.metier.match.reason.Side;

/// Whether a side's reasons speak for a match or against it, all in all.
enum Balance {
  MOST, SOME, FEW, UNKNOWN;

  /// From this share of all that its reasons move on, a side is mostly for a match or mostly against it.
  private static final double MOSTLY = 1 / 3.0;

  static Balance of(Match match, Side side) {
    boolean isAbstained = switch (side) {
      case CAN_DO -> match.fitness().isAbstained();
      case WANTS_TO -> match.interest().isAbstained();
      case MARKET -> true;
    };
    if (isAbstained) {
      return UNKNOWN;
    }
    double sum = 0;
    double all = 0;
    for (Reason reason : match.reasons(side)) {
      sum += reason.contribution();
      all += Math.abs(reason.contribution());
    }
    return all == 0 || Math.abs(sum) < MOSTLY * all ? SOME : sum > 0 ? MOST : FEW;
  }
}
