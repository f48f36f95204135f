package org.metier.coding.learned;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
  private static final int FEATURES = 30;
  private static final int CLASSES = 4;

  /// One row of value 2 minimizes (2 w - 1)² + 0.5 w² at w = 2 / 4.5, and 0 for the other class. A row of
  /// half the weight has 0.5 / 0.5 beside its square: 2 / 5.
  @Test
  void a_single_row_is_solved_exactly() {
    assertEquals(2 / 4.5, single(1f).values()[0], 1e-6);
    assertEquals(0, single(1f).values()[1], 1e-6);
    assertEquals(2 / 5.0, single(0.5f).values()[0], 1e-6);
  }

  private static Weights single(float weight) {
    Vectors vectors = new Vectors();
    vectors.add(new int[]{0}, new float[]{2}, 0, weight);
    return RidgeRegression.train(vectors, 1, 2, 1, 1);
  }

  /// At the least penalized error, no weight can be moved for the better: the gradient by each is 0.
  @RepeatedTest(20)
  void nothing_is_left_to_gain(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    Vectors vectors = new Vectors();
    for (int row = 0; row < 25; row++) {
      int[] features = IntStream.range(0, FEATURES).filter(f -> random.nextInt(5) == 0).toArray();
      float[] values = new float[features.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = 0.1f + 0.3f * random.nextFloat();
      }
      vectors.add(features, values, random.nextInt(CLASSES),
          random.nextBoolean() ? 1 : 0.2f);
    }
    double[] gradient = gradient(vectors,
        RidgeRegression.train(vectors, FEATURES, CLASSES, 100, run.getCurrentRepetition()));
    assertArrayEquals(new double[gradient.length], gradient, 1e-4);
  }

  private static double[] gradient(Vectors vectors, Weights weights) {
    double[] gradient = new double[FEATURES * CLASSES];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = RidgeRegression.PENALTY * weights.values()[i];
    }
    float[] scores = new float[CLASSES];
    for (int row = 0; row < vectors.rows(); row++) {
      weights.scores(vectors, row, scores);
      for (int at = vectors.from(row); at < vectors.to(row); at++) {
        for (int c = 0; c < CLASSES; c++) {
          double residual = scores[c] - (c == vectors.classOf(row) ? 1 : 0);
          gradient[weights.row(vectors.feature(at)) + c] += vectors.weight(row) * residual
              * vectors.value(at);
        }
      }
    }
    return gradient;
  }
}
