package org.metier.benchmarks.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// How far a mean might lie from what was measured, had other cases been drawn.
public final class Bootstrap {
  private static final int DRAWS = 1_000;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /// Where a mean lies in 95 of 100 draws.
  public record Interval(double low, double high) {}

  /// The percentile interval of the mean over groups drawn with replacement (Efron, Tibshirani, "An
  /// Introduction to the Bootstrap", 1993, chapter 13): cases of one group are no independent evidence.
  ///
  /// @param values one per case, at least one
  /// @param groups the group of each case
  /// @param seed of the draws
  public static Interval ofMean(double[] values, int[] groups, long seed) {
    Map<Integer, List<Double>> byGroup = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      byGroup.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(values[i]);
    }
    List<List<Double>> all = List.copyOf(byGroup.values());
    Random random = new Random(seed);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < all.size(); i++) {
        for (double value : all.get(random.nextInt(all.size()))) {
          sum += value;
          count++;
        }
      }
      means[draw] = sum / count;
    }
    Arrays.sort(means);
    return new Interval(means[(int) (TAIL * DRAWS)], means[(int) ((1 - TAIL) * DRAWS) - 1]);
  }
}
