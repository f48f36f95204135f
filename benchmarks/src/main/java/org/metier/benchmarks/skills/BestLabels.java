package org.metier.benchmarks.skills;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/// Orders concepts by their best label.
final class BestLabels {
  private BestLabels() {}

  /// The owners of labels that score above 0, the best first; of equally good labels the first.
  ///
  /// @param scores by label
  /// @param owners of the labels
  static List<Integer> owners(float[] scores, List<Integer> owners) {
    Set<Integer> ranked = new LinkedHashSet<>();
    // positive floats order as their bits do: one number sorts by falling score, then by label
    LongStream.range(0, scores.length)
        .filter(label -> scores[(int) label] > 0)
        .map(label -> ((long) -Float.floatToIntBits(scores[(int) label]) << Integer.SIZE) | label)
        .sorted()
        .forEach(key -> ranked.add(owners.get((int) key)));
    return List.copyOf(ranked);
  }
}
