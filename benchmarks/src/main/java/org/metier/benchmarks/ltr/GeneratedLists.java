package org.metier.benchmarks.ltr;

import java.util.Arrays;
import java.util.Random;

/// Lists made up to train on: a third of the features says something of a row's grade, by steps, products and
/// what a query has in common, a third repeats them with noise, a third says nothing. Some features are whole
/// numbers of few values, some are often missing, one of these only for good rows. Equal arguments give equal
/// lists on every machine.
final class GeneratedLists {
  private static final int ROWS_PER_QUERY = 100;
  /// Shares of a query's rows that have at least grade 1, 2, 3 and 4.
  private static final double[] SHARES = {0.35, 0.15, 0.06, 0.02};
  private static final double NOISE = 1.1;

  private final Random random;
  private final float[][] columns;
  private final int[] grades;

  private GeneratedLists(int rows, int features, long seed) {
    random = new Random(seed);
    columns = new float[features][rows];
    grades = new int[rows];
  }

  /// @param rows a multiple of 100, which each query has
  /// @param features at least 12
  static GradedLists of(int rows, int features, long seed) {
    if (rows < ROWS_PER_QUERY || rows % ROWS_PER_QUERY != 0) {
      throw new IllegalArgumentException(
          "rows must be a multiple of " + ROWS_PER_QUERY + ", were " + rows);
    }
    if (features < 12) {
      throw new IllegalArgumentException("features must be at least 12, were " + features);
    }
    GeneratedLists lists = new GeneratedLists(rows, features, seed);
    int[] starts = new int[rows / ROWS_PER_QUERY + 1];
    for (int query = 0; query + 1 < starts.length; query++) {
      starts[query + 1] = starts[query] + ROWS_PER_QUERY;
      lists.fill(starts[query]);
    }
    return new GradedLists(lists.columns, lists.grades, starts);
  }

  private void fill(int from) {
    double[] shift = random.doubles(columns.length).toArray();
    double[] utility = new double[ROWS_PER_QUERY];
    for (int i = 0; i < ROWS_PER_QUERY; i++) {
      utility[i] = fillRow(from + i, shift) + NOISE * random.nextGaussian();
    }
    double[] ascending = utility.clone();
    Arrays.sort(ascending);
    for (int i = 0; i < ROWS_PER_QUERY; i++) {
      for (double share : SHARES) {
        double least = ascending[(int) (ROWS_PER_QUERY * (1 - share))];
        grades[from + i] += utility[i] >= least ? 1 : 0;
      }
    }
  }

  /// @return how good the row is, but for chance
  private double fillRow(int row, double[] shift) {
    int third = columns.length / 3;
    double utility = 0;
    double previous = 0;
    for (int f = 0; f < third; f++) {
      double z = random.nextGaussian();
      utility += switch (f % 4) {
        case 0 -> 0.7 * z;
        case 1 -> z > 0.5 ? 0.8 : -0.2;
        case 2 -> 0.5 * z * previous;
        default -> -0.3 * Math.abs(z);
      };
      previous = z;
      set(f, row, z + shift[f]);
      set(third + f, row, z + shift[f] + (1 + f % 3) * random.nextGaussian());
    }
    for (int f = 2 * third; f < columns.length; f++) {
      set(f, row, random.nextGaussian());
    }
    if (random.nextInt(10) == 0) {
      columns[2 * third][row] = Float.NaN;
      utility += 1;
    }
    return utility;
  }

  private void set(int feature, int row, double value) {
    boolean isOftenMissing = feature % 7 == 3;
    boolean isCoarse = feature % 5 == 1;
    columns[feature][row] = isOftenMissing && random.nextInt(4) == 0
        ? Float.NaN
        : (float) (isCoarse ? Math.rint(4 * value) : value);
  }
}
