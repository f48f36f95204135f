package org.metier.training.potential;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Newton's method for a penalised generalised linear model whose rows are sparse (Hastie, Tibshirani, Friedman, "The
/// Elements of Statistical Learning", 2009, 4.4). Memory is
/// six bytes for each number of a person that is not 0, a score per person and the square of the columns. Equal input gives equal weights. Stateless but for its result.
final class LinearFit {
  private static final int STEPS = 40;
  private static final double DONE = 1e-7;
  private static final double LONGEST_STEP = 5;

  private final Spells spells;
  private final int[] people;
  private final Design design;
  private final RowLikelihood likelihood;
  private final double ridge;
  private final double[] weights;
  private double intercept;
  private final double[] scores;
  private final int n;
  /// Upper triangle with the intercept as the last column, decomposed after a fit.
  private final double[][] bend;
  private final double[] slope;
  /// Numbers of the people that are not 0, and their columns, one person after another.
  private float[] numbers = new float[0];
  private short[] indexes = new short[0];
  private int[] starts = new int[1];

  /// @param ridge penalty in people: half of it times the square of each weight on the scale of its column's spread
  LinearFit(Spells spells, int[] people, Design design, RowLikelihood likelihood, double ridge) {
    this.spells = spells;
    this.people = people;
    this.design = design;
    this.likelihood = likelihood;
    this.ridge = ridge;
    n = design.size() + 1;
    weights = new double[design.size()];
    scores = new double[people.length];
    bend = new double[n][n];
    slope = new double[n];
  }

  private void readAll() {
    starts = new int[people.length + 1];
    int[] index = new int[n];
    double[] number = new double[n];
    numbers = new float[Math.max(16, people.length * 4)];
    indexes = new short[numbers.length];
    int at = 0;
    for (int i = 0; i < people.length; i++) {
      int size = design.read(spells, people[i], index, number);
      if (at + size + 1 > numbers.length) {
        int room = Math.max(at + size + 1,
            (int) Math.min(Integer.MAX_VALUE - 8L, numbers.length * 3L / 2));
        numbers = Arrays.copyOf(numbers, room);
        indexes = Arrays.copyOf(indexes, room);
      }
      for (int a = 0; a < size; a++) {
        numbers[at] = (float) number[a];
        indexes[at++] = (short) index[a];
      }
      numbers[at] = 1;
      indexes[at++] = (short) (n - 1);
      starts[i + 1] = at;
    }
  }

  LinearFit fit() {
    readAll();
    double largest = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS && largest > DONE; step++) {
      double shift = likelihood.settle(scores);
      intercept += shift;
      for (int i = 0; i < scores.length; i++) {
        scores[i] += shift;
      }
      accumulate();
      double[] move = Cholesky.solve(Cholesky.decompose(bend), slope);
      largest = Math.abs(shift);
      for (int c = 0; c < n; c++) {
        double by = Math.min(Math.max(move[c], -LONGEST_STEP), LONGEST_STEP);
        if (c < n - 1) {
          weights[c] += by;
          largest = Math.max(largest, Math.abs(by) * design.spread(c));
        } else {
          intercept += by;
          largest = Math.max(largest, Math.abs(by));
        }
      }
      rescore();
    }
    return this;
  }

  /// Lets go of what only [#replicates] still needs.
  LinearFit released() {
    numbers = new float[0];
    indexes = new short[0];
    return this;
  }

  private void accumulate() {
    Arrays.fill(slope, 0);
    for (double[] row : bend) {
      Arrays.fill(row, 0);
    }
    double[] cell = new double[2];
    for (int i = 0; i < people.length; i++) {
      likelihood.at(i, scores[i], cell);
      if (cell[0] == 0 && cell[1] == 0) {
        continue; // who weighs nothing
      }
      int end = starts[i + 1];
      for (int a = starts[i]; a < end; a++) {
        double scaled = cell[1] * numbers[a];
        double[] row = bend[indexes[a]];
        slope[indexes[a]] += cell[0] * numbers[a];
        for (int b = a; b < end; b++) {
          row[indexes[b]] += scaled * numbers[b];
        }
      }
    }
    for (int c = 0; c < n - 1; c++) {
      double penalty = ridge * design.spread(c) * design.spread(c);
      bend[c][c] += penalty;
      slope[c] -= penalty * weights[c];
    }
    bend[n - 1][n - 1] += 1e-9;
  }

  private void rescore() {
    for (int i = 0; i < people.length; i++) {
      double score = 0;
      for (int a = starts[i]; a < starts[i + 1]; a++) {
        score += (indexes[a] == n - 1 ? intercept : weights[indexes[a]]) * numbers[a];
      }
      scores[i] = score;
    }
  }

  private double score(int person, int[] index, double[] number) {
    int size = design.read(spells, person, index, number);
    double score = intercept;
    for (int a = 0; a < size; a++) {
      score += weights[index[a]] * number[a];
    }
    return score;
  }

  double[] scores(int[] others) {
    int[] index = new int[n];
    double[] number = new double[n];
    double[] all = new double[others.length];
    for (int i = 0; i < others.length; i++) {
      all[i] = score(others[i], index, number);
    }
    return all;
  }

  /// Of the training people.
  double[] scores() {
    return scores;
  }

  double[] weights() {
    return weights;
  }

  /// The score of somebody whose every column is at its center.
  double centredIntercept() {
    return centred(weights, intercept);
  }

  private double centred(double[] of, double level) {
    double sum = level;
    for (int c = 0; c < of.length; c++) {
      sum += of[c] * design.center(c);
    }
    return sum;
  }

  /// Weights as they might have been had other people been drawn: one Newton step from the fit on people drawn with
  /// replacement, approximately, by weights from a Poisson distribution of mean 1 (the score bootstrap: Kline, Santos,
  /// Journal of Econometric Methods 1, 2012). The baseline stays as it is. Time is that of some steps of the fit.
  ///
  /// @return by replicate, weights and then the centred intercept
  double[][] replicates(int count, long seed) {
    accumulate();
    double[][] decomposed = Cholesky.decompose(bend);
    double[][] slopes = new double[count][n];
    double[] cell = new double[2];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < people.length; i++) {
      likelihood.at(i, scores[i], cell);
      for (double[] drawn : slopes) {
        double weight = (poisson(random) - 1) * cell[0];
        for (int a = starts[i]; weight != 0 && a < starts[i + 1]; a++) {
          drawn[indexes[a]] += weight * numbers[a];
        }
      }
    }
    double[][] replicates = new double[count][];
    for (int r = 0; r < count; r++) {
      double[] move = Cholesky.solve(decomposed, slopes[r]);
      double[] moved = weights.clone();
      for (int c = 0; c < moved.length; c++) {
        moved[c] += move[c];
      }
      replicates[r] = Arrays.copyOf(moved, n);
      replicates[r][n - 1] = centred(moved, intercept + move[n - 1]);
    }
    return replicates;
  }

  private static int poisson(SplittableRandom random) {
    double left = random.nextDouble();
    double chance = 0.36787944117144233; // e^-1
    int drawn = 0;
    while (left >= chance && drawn < 10) {
      left -= chance;
      chance /= ++drawn;
    }
    return drawn;
  }
}
