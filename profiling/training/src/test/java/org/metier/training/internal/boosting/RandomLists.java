package org.metier.training.internal.boosting;

import java.util.Random;

/// Lists made up for tests.
final class RandomLists {
  private RandomLists() {}

  /// Some lists of 2 to 30 rows; grades follow the features loosely, every tenth value is missing, and values
  /// repeat.
  static RankedLists of(int people, int features, long seed) {
    Random random = new Random(seed);
    int[] starts = new int[people + 1];
    for (int person = 0; person < people; person++) {
      starts[person + 1] = starts[person] + 2 + random.nextInt(29);
    }
    double[][] rows = new double[starts[people]][features];
    int[] grades = new int[rows.length];
    for (int row = 0; row < rows.length; row++) {
      double sum = random.nextGaussian();
      for (int feature = 0; feature < features; feature++) {
        double value = Math.rint(random.nextGaussian() * 20) / 10;
        sum += (feature % 2 == 0 ? 1 : -0.5) * value;
        rows[row][feature] = random.nextInt(10) == 0 ? Double.NaN : value;
      }
      grades[row] = (int) Math.min(4, Math.max(0, sum + 1));
    }
    return new RankedLists(rows, grades, starts);
  }

  /// How often one more step of a feature moves the score against its direction.
  ///
  /// @param directions per feature: 1, -1 or 0
  static int violations(LambdaMart.Grown grown, int[] directions, long seed) {
    Random random = new Random(seed);
    int violations = 0;
    for (int i = 0; i < 1_000; i++) {
      double[] row = random.doubles(directions.length, -4, 4).toArray();
      row[random.nextInt(row.length)] = random.nextBoolean() ? Double.NaN : 0.1;
      int feature = random.nextInt(row.length);
      if (!Double.isNaN(row[feature])) {
        double before = grown.score(row);
        row[feature] += 3 * random.nextDouble();
        violations += directions[feature] * (grown.score(row) - before) < 0 ? 1 : 0;
      }
    }
    return violations;
  }
}
