package org.metier.monitoring;

import java.util.Arrays;
import org.metier.measure.PairedTest;
import org.metier.measure.Ranking;

/// A challenger beside the champion, on the same people.
///
/// @param championBrier mean squared distance of the champion's forecasts and the outcomes
/// @param challengerBrier the same of the challenger
/// @param brier champion's less challenger's, by a paired test: above 0 the challenger is better
/// @param logLoss the same of the logarithmic loss, which weighs sure mistakes more
/// @param cases whose outcome is known
/// @param changed of as many cases as the challenger puts first as had the outcome, those that the champion does
///     not put among its own
public record SideBySide(double championBrier, double challengerBrier, PairedTest brier,
    PairedTest logLoss, int cases, int changed) {
  /// A chance of 0 or 1 that is wrong would cost without end.
  private static final double SUREST = 1e-6;

  /// Forecasts of the same people by two models.
  ///
  /// @param champion chances, 0 to 1
  /// @param challenger of the same people, in the same order
  /// @param came whether each outcome came about
  /// @param seed of the paired tests
  public static SideBySide of(double[] champion, double[] challenger, boolean[] came,
      long seed) {
    int n = champion.length;
    if (n == 0 || challenger.length != n || came.length != n) {
      throw new IllegalArgumentException("expected as many forecasts of both, and outcomes, and one"
          + " at least; were " + n + ", " + challenger.length + " and " + came.length);
    }
    double[][] squares = new double[2][n];
    double[][] losses = new double[2][n];
    int positives = 0;
    for (int i = 0; i < n; i++) {
      squares[0][i] = square(champion[i], came[i], i);
      squares[1][i] = square(challenger[i], came[i], i);
      losses[0][i] = loss(champion[i], came[i]);
      losses[1][i] = loss(challenger[i], came[i]);
      positives += came[i] ? 1 : 0;
    }
    return new SideBySide(mean(squares[0]), mean(squares[1]),
        PairedTest.of(squares[0], squares[1], seed), PairedTest.of(losses[0], losses[1], seed), n,
        changed(champion, challenger, positives));
  }

  private static int changed(double[] champion, double[] challenger, int first) {
    int[] ofChampion = Ranking.order(champion);
    int[] ofChallenger = Ranking.order(challenger);
    boolean[] isFirst = new boolean[champion.length];
    for (int i = 0; i < first; i++) {
      isFirst[ofChampion[i]] = true;
    }
    int changed = 0;
    for (int i = 0; i < first; i++) {
      changed += isFirst[ofChallenger[i]] ? 0 : 1;
    }
    return changed;
  }

  private static double square(double chance, boolean came, int item) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException(
          "case " + item + ": a chance must be 0 to 1, was " + chance);
    }
    double miss = chance - (came ? 1 : 0);
    return miss * miss;
  }

  private static double loss(double chance, boolean came) {
    return -StrictMath.log(Math.clamp(came ? chance : 1 - chance, SUREST, 1));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
