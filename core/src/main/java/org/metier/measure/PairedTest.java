package org.metier.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Whether one system did better than another on the same cases, or chance alone explains it.
///
/// @param difference mean of the first system's values less the second's
/// @param interval of that mean, by bootstrap over the groups
/// @param pValue how often a difference at least as large, either way, comes about when each group's
///     difference is given a random sign, which it might as well have had if the systems were alike (two-sided
///     sign-flip permutation test: Fisher, "The Design of Experiments", 1935, 21; for retrieval Smucker, Allan,
///     Carterette, "A Comparison of Statistical Significance Tests for Information Retrieval Evaluation", CIKM
///     2007); above 0 to 1
/// @param cases that were compared
/// @param groups of cases that hang together
public record PairedTest(double difference, Interval interval, double pValue, int cases,
    int groups) {
  private static final int FLIPS = 10_000;

  /// Up to here every one of the 2^n ways is tried, beyond it 10,000 of them are drawn.
  private static final int EXACT_GROUPS = 13;

  public PairedTest {
    if (!(pValue > 0 && pValue <= 1)) {
      throw new IllegalArgumentException("pValue must be above 0 and at most 1, was " + pValue);
    }
  }

  /// Each case by itself. Time O(20,000 n). Equal arguments give equal outcomes on every machine.
  ///
  /// @param first one value per case, at least one
  /// @param second of the same cases, in the same order
  public static PairedTest of(double[] first, double[] second, long seed) {
    int[] groups = new int[first.length];
    Arrays.setAll(groups, i -> i);
    return of(first, second, groups, seed);
  }

  /// The same where cases hang together, such as the lists of one person: signs are flipped, and groups
  /// drawn, as a whole.
  ///
  /// @param groups the group of each case
  public static PairedTest of(double[] first, double[] second, int[] groups, long seed) {
    if (first.length == 0 || first.length != second.length || first.length != groups.length) {
      throw new IllegalArgumentException("expected as many values of both, and groups, and one at "
          + "least; were " + first.length + ", " + second.length + " and " + groups.length);
    }
    double[] differences = new double[first.length];
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      differences[i] = first[i] - second[i];
      sum += differences[i];
    }
    double[] ofGroup = sums(differences, groups);
    return new PairedTest(sum / first.length, Bootstrap.ofMean(differences, groups, seed),
        pValue(ofGroup, seed), first.length, ofGroup.length);
  }

  private static double[] sums(double[] values, int[] groups) {
    int[] known = Arrays.stream(groups).distinct().sorted().toArray();
    double[] sums = new double[known.length];
    for (int i = 0; i < values.length; i++) {
      sums[Arrays.binarySearch(known, groups[i])] += values[i];
    }
    return sums;
  }

  private static double pValue(double[] differences, long seed) {
    double observed = 0;
    double scale = 0;
    for (double difference : differences) {
      observed += difference;
      scale += Math.abs(difference);
    }
    double least = Math.abs(observed) - 1e-12 * scale; // sums in another order differ by rounding
    boolean isExact = differences.length <= EXACT_GROUPS;
    int flips = isExact ? 1 << differences.length : FLIPS;
    SplittableRandom random = new SplittableRandom(seed);
    int asLarge = 0;
    for (int flip = 0; flip < flips; flip++) {
      double sum = 0;
      long signs = 0;
      for (int i = 0; i < differences.length; i++) {
        if (i % Long.SIZE == 0) {
          signs = isExact ? flip : random.nextLong();
        }
        sum += (signs >>> (i % Long.SIZE) & 1) == 0 ? differences[i] : -differences[i];
      }
      asLarge += Math.abs(sum) >= least ? 1 : 0;
    }
    // What was observed is itself one of the ways (Davison, Hinkley, "Bootstrap Methods", 1997, 4.3).
    return isExact ? (double) asLarge / flips : (asLarge + 1.0) / (flips + 1.0);
  }
}
