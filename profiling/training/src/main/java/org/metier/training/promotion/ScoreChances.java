package org.metier.training.promotion;

import java.util.Arrays;
import org.metier.measure.Ranking;

/// What chance a score means: the step function that never falls and fits best, by pool adjacent violators
/// (Zadrozny, Elkan, "Transforming Classifier Scores into Accurate Multiclass Probability Estimates", KDD 2002).
/// Immutable.
final class ScoreChances {
  private final double[] upTo;
  private final double[] chance;

  private ScoreChances(double[] upTo, double[] chance) {
    this.upTo = upTo;
    this.chance = chance;
  }

  /// Time O(n log n).
  ///
  /// @param scores at least one
  /// @param outcomes 1 where it came about, else 0
  /// @param looks how likely it could have come about at all, above 0 to 1; the chance is what it would be at 1
  static ScoreChances fit(double[] scores, double[] outcomes, double[] looks) {
    int[] order = Ranking.order(scores);
    double[] upTo = new double[scores.length];
    double[] events = new double[scores.length];
    double[] weights = new double[scores.length];
    int blocks = 0;
    for (int i = order.length - 1; i >= 0; i--) { // ascending
      int row = order[i];
      if (blocks > 0 && upTo[blocks - 1] == scores[row]) {
        blocks--;
        events[blocks] += outcomes[row];
        weights[blocks] += looks[row];
      } else {
        events[blocks] = outcomes[row];
        weights[blocks] = looks[row];
      }
      upTo[blocks] = scores[row];
      blocks++;
      while (blocks > 1 && (i == 0 || scores[order[i - 1]] != scores[row])
          && events[blocks - 2] * weights[blocks - 1] >= events[blocks - 1] * weights[blocks - 2]) {
        blocks--;
        events[blocks - 1] += events[blocks];
        weights[blocks - 1] += weights[blocks];
        upTo[blocks - 1] = upTo[blocks];
      }
    }
    double[] chance = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      chance[block] = Math.min(1, events[block] / weights[block]);
    }
    return new ScoreChances(Arrays.copyOf(upTo, blocks), chance);
  }

  /// @return 0 to 1
  double of(double score) {
    int found = Arrays.binarySearch(upTo, score);
    int block = found >= 0 ? found : -found - 1;
    return chance[Math.min(block, chance.length - 1)];
  }
}
