package org.metier.coding.learned;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Regression of each class' membership, 1 or 0, on features with a penalty on squared weights, by dual
/// coordinate ascent (Shalev-Shwartz and Zhang, "Stochastic Dual Coordinate Ascent Methods for
/// Regularized Loss Minimization", JMLR 2013): each step solves one row exactly, so that there is no rate
/// to choose.
///
/// It errs otherwise than [Softmax] does, which pulls ever harder at what it has wrong, and therefore
/// learns more from the mistakes of those who coded. Its weights can be added to those of a softmax, so
/// that two opinions cost no more than one.
///
/// Deterministic: the order of rows comes from the seed, and sums are taken in a fixed order. Takes
/// memory for a float a row and class beside the weights.
final class RidgeRegression {
  /// What squared weights cost beside squared errors. Half or double of it ranks hardly worse.
  static final float PENALTY = 0.5f;
  /// So often each row is solved; with twice as many, answers no longer differ.
  static final int EPOCHS = 5;

  private final Vectors vectors;
  private final Weights weights;
  private final float[] duals;
  private final float[] step;

  private RidgeRegression(Vectors vectors, int features, int classes) {
    this.vectors = vectors;
    weights = new Weights(features, classes);
    duals = new float[Math.multiplyExact(vectors.rows(), classes)];
    step = new float[classes];
  }

  static Weights train(Vectors vectors, int features, int classes, int epochs, long seed) {
    RidgeRegression ridge = new RidgeRegression(vectors, features, classes);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[vectors.rows()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < epochs; epoch++) {
      Shuffling.shuffle(order, random);
      for (int row : order) {
        ridge.solve(row);
      }
    }
    return ridge.weights;
  }

  private void solve(int row) {
    weights.scores(vectors, row, step);
    float penalty = PENALTY / vectors.weight(row);
    float share = 1 / (vectors.squaredLength(row) + penalty);
    int dual = row * step.length;
    step[vectors.classOf(row)] -= 1;
    for (int c = 0; c < step.length; c++) {
      step[c] = -share * (step[c] + penalty * duals[dual + c]);
      duals[dual + c] += step[c];
    }
    for (int at = vectors.from(row); at < vectors.to(row); at++) {
      weights.add(vectors.feature(at), vectors.value(at), step);
    }
  }
}
