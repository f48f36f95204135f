package org.metier.coding.learned;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Multinomial logistic regression by stochastic gradient steps, each feature with a step that shrinks
/// as its gradients add up (Duchi et al., "Adaptive Subgradient Methods", JMLR 2011, one rate a row).
/// Deterministic: the order of rows comes from the seed, sums are taken in a fixed order, and
/// exponentials are those of StrictMath.
final class Softmax {
  /// Classes with a smaller gradient are left as they are: hundreds that a step would not move.
  private static final float LEAST_PULL = 1e-4f;

  private final Vectors vectors;
  private final Weights weights;
  private final float[] gradients;
  private final float[] scores;
  private final float rate;
  /// The classes that the row at hand pulls at, [#pulled] many.
  private final int[] active;
  private int pulled;

  private Softmax(Vectors vectors, int features, int classes, float rate) {
    this.vectors = vectors;
    this.rate = rate;
    weights = new Weights(features, classes);
    gradients = new float[features];
    Arrays.fill(gradients, 1e-3f);
    scores = new float[classes];
    active = new int[classes];
  }

  static Weights train(Vectors vectors, int features, int classes, int epochs, float rate,
      long seed) {
    Softmax softmax = new Softmax(vectors, features, classes, rate);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[vectors.rows()];
    Arrays.setAll(order, i -> i);
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      float decay = 1 - (float) epoch / epochs;
      for (int row : order) {
        softmax.step(row, decay);
      }
    }
    return softmax.weights;
  }

  private void step(int row, float decay) {
    weights.scores(vectors, row, scores);
    float square = residuals(vectors.classOf(row), vectors.weight(row));
    float[] values = weights.values();
    for (int at = vectors.from(row); at < vectors.to(row); at++) {
      int feature = vectors.feature(at);
      float value = vectors.value(at);
      gradients[feature] += value * value * square;
      float step = decay * rate * value / (float) Math.sqrt(gradients[feature]);
      int from = weights.row(feature);
      for (int i = 0; i < pulled; i++) {
        values[from + active[i]] -= step * scores[active[i]];
      }
    }
  }

  /// Turns scores into the gradient by score.
  ///
  /// @return its squared length
  private float residuals(int right, float weight) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    float sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = scores[c] - highest < -20 ? 0 : (float) StrictMath.exp(scores[c] - highest);
      sum += scores[c];
    }
    float square = 0;
    pulled = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = weight * (scores[c] / sum - (c == right ? 1 : 0));
      if (Math.abs(scores[c]) > LEAST_PULL) {
        square += scores[c] * scores[c];
        active[pulled++] = c;
      }
    }
    return square;
  }
}
