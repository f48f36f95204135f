package org.metier.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Picks the best of many scores.
final class Best {
  private Best() {}

  /// The places of the highest scores, the best first, equal ones by a key that is asked for only of scores
  /// that are among the best. Two of one score and key, which cannot be told apart, stay in their order.
  static <K extends Comparable<? super K>> int[] of(double[] scores, int limit,
      IntFunction<K> key) {
    int count = Math.min(limit, scores.length);
    if (count == 0) {
      return new int[0];
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double least = sorted[scores.length - count];
    return IntStream.range(0, scores.length)
        .filter(i -> Double.compare(scores[i], least) >= 0)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> scores[i])
            .reversed()
            .thenComparing(key::apply))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
