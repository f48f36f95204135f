package org.metier.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How far a figure might lie from what was measured, had other people or queries been drawn: percentile
/// intervals of 95 % (Efron, Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13).
///
/// Equal arguments give equal intervals on every machine.
public final class Bootstrap {
  private static final int DRAWS = 10_000;
  private static final int DRAWS_OF_A_FUNCTION = 1_000;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /// Of the mean, each case by itself. Time O(10,000 n).
  ///
  /// @param values one per case, at least one
  /// @param seed of the draws
  public static Interval ofMean(double[] values, long seed) {
    int[] groups = new int[values.length];
    Arrays.setAll(groups, i -> i);
    return ofMean(values, groups, seed);
  }

  /// Of the mean, over groups drawn with replacement: cases of one group, such as the queries of one person,
  /// are no independent evidence.
  ///
  /// @param groups the group of each case
  public static Interval ofMean(double[] values, int[] groups, long seed) {
    if (values.length == 0 || values.length != groups.length) {
      throw new IllegalArgumentException("expected at least one value and a group for each, were "
          + values.length + " values and " + groups.length + " groups");
    }
    Map<Integer, Integer> numbers = new TreeMap<>();
    double[] sums = new double[values.length];
    int[] counts = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      int group = numbers.computeIfAbsent(groups[i], g -> numbers.size());
      sums[group] += values[i];
      counts[group]++;
    }
    return draw(numbers.size(), DRAWS, seed, drawn -> {
      double sum = 0;
      long count = 0;
      for (int group : drawn) {
        sum += sums[group];
        count += counts[group];
      }
      return sum / count;
    });
  }

  /// Of any figure of a set of units. Costs 1,000 calls of the function.
  ///
  /// @param units how many there are, such as people; at least 1
  /// @param figure of the units whose numbers, from 0, it is given, some of them several times; never NaN.
  ///     The array is the same at every call
  public static Interval of(int units, long seed, ToDoubleFunction<int[]> figure) {
    if (units < 1) {
      throw new IllegalArgumentException("units must be at least 1, was " + units);
    }
    return draw(units, DRAWS_OF_A_FUNCTION, seed, figure);
  }

  private static Interval draw(int units, int draws, long seed, ToDoubleFunction<int[]> figure) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] drawn = new int[units];
    double[] figures = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < units; i++) {
        drawn[i] = random.nextInt(units);
      }
      figures[draw] = figure.applyAsDouble(drawn);
    }
    Arrays.sort(figures);
    return new Interval(figures[(int) (TAIL * draws)], figures[(int) ((1 - TAIL) * draws) - 1]);
  }
}
