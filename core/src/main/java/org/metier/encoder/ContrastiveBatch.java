package org.metier.encoder;

import java.util.Arrays;
import java.util.Random;

/// Pairs of texts that are learnt from together, and the vectors of all features that learn.
///
/// Loops run so that the compiler can do several at once without changing the order of any sum: results are
/// the same bytes on every machine. Not thread-safe.
final class ContrastiveBatch {
  static final int PAIRS = 256;

  private static final int DIMENSIONS = LabelEncoder.DIMENSIONS;
  /// Cosines are divided by this before the softmax: the lower, the more the hardest others count.
  private static final float TEMPERATURE = 0.08f;
  private static final float STEP = 0.1f;
  private static final float SPREAD = 0.1f;
  private static final float TINY = 1e-8f;
  /// A pull below this moves nothing.
  private static final float LEAST_PULL = 1e-5f;

  private final float[] vectors = new float[TextFeatures.BUCKETS * DIMENSIONS];
  /// What each bucket moved so far, so that rare features take longer steps (Duchi et al., "Adaptive
  /// Subgradient Methods", JMLR 2011, one number a row).
  private final float[] moved = new float[TextFeatures.BUCKETS];

  private final int[] meanings = new int[PAIRS];
  private final Side left = new Side();
  private final Side right = new Side();
  private final float[] transposed = new float[DIMENSIONS * PAIRS];
  /// Cosines, then likenesses.
  private final float[] like = new float[PAIRS * PAIRS];
  private final float[] pull = new float[PAIRS * PAIRS];

  /// One text of every pair.
  private static final class Side {
    final int[][] features = new int[PAIRS][];
    final float[] unit = new float[PAIRS * DIMENSIONS];
    final float[] length = new float[PAIRS];
    final float[] gradient = new float[PAIRS * DIMENSIONS];
  }

  ContrastiveBatch(Random random) {
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (random.nextFloat() - 0.5f) * SPREAD;
    }
  }

  /// The vectors learnt so far, one per bucket, end to end; not copied.
  float[] vectors() {
    return vectors;
  }

  /// Puts a pair into its place, 0 to [#PAIRS] - 1.
  void set(int place, int meaning, int[] one, int[] other) {
    meanings[place] = meaning;
    left.features[place] = one;
    right.features[place] = other;
  }

  /// Moves the vectors one step, once every place is set.
  ///
  /// @param rate share of the whole step, above 0 to 1
  void learn(float rate) {
    place(left);
    place(right);
    compare();
    pulls();
    gradients();
    move(left, rate * STEP);
    move(right, rate * STEP);
  }

  private void place(Side side) {
    Arrays.fill(side.unit, 0);
    for (int i = 0; i < PAIRS; i++) {
      int at = i * DIMENSIONS;
      for (int bucket : side.features[i]) {
        int from = bucket * DIMENSIONS;
        for (int k = 0; k < DIMENSIONS; k++) {
          side.unit[at + k] += vectors[from + k];
        }
      }
      double squares = 0;
      for (int k = at; k < at + DIMENSIONS; k++) {
        squares += (double) side.unit[k] * side.unit[k];
      }
      side.length[i] = (float) Math.sqrt(squares) + TINY;
      float factor = 1 / side.length[i];
      for (int k = at; k < at + DIMENSIONS; k++) {
        side.unit[k] *= factor;
      }
    }
  }

  private void compare() {
    for (int i = 0; i < PAIRS; i++) {
      for (int k = 0; k < DIMENSIONS; k++) {
        transposed[k * PAIRS + i] = right.unit[i * DIMENSIONS + k];
      }
    }
    Arrays.fill(like, 0);
    for (int i = 0; i < PAIRS; i++) {
      int row = i * PAIRS;
      for (int k = 0; k < DIMENSIONS; k++) {
        float x = left.unit[i * DIMENSIONS + k];
        int column = k * PAIRS;
        for (int j = 0; j < PAIRS; j++) {
          like[row + j] += x * transposed[column + j];
        }
      }
    }
    for (int i = 0; i < PAIRS; i++) {
      for (int j = 0; j < PAIRS; j++) {
        boolean isOther = i == j || meanings[i] != meanings[j];
        like[i * PAIRS + j] = isOther
            ? (float) StrictMath.exp((like[i * PAIRS + j] - 1) / TEMPERATURE)
            : 0;
      }
    }
  }

  /// The derivatives of both softmaxes by the cosines.
  private void pulls() {
    double[] columns = new double[PAIRS];
    double[] rows = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      for (int j = 0; j < PAIRS; j++) {
        rows[i] += like[i * PAIRS + j];
        columns[j] += like[i * PAIRS + j];
      }
    }
    for (int i = 0; i < PAIRS; i++) {
      for (int j = 0; j < PAIRS; j++) {
        double both = like[i * PAIRS + j] * (1 / rows[i] + 1 / columns[j]);
        pull[i * PAIRS + j] = (float) ((i == j ? both - 2 : both) / TEMPERATURE);
      }
    }
  }

  private void gradients() {
    Arrays.fill(left.gradient, 0);
    Arrays.fill(right.gradient, 0);
    for (int i = 0; i < PAIRS; i++) {
      int a = i * DIMENSIONS;
      for (int j = 0; j < PAIRS; j++) {
        float p = pull[i * PAIRS + j];
        if (Math.abs(p) >= LEAST_PULL) {
          int b = j * DIMENSIONS;
          for (int k = 0; k < DIMENSIONS; k++) {
            left.gradient[a + k] += p * right.unit[b + k];
          }
          for (int k = 0; k < DIMENSIONS; k++) {
            right.gradient[b + k] += p * left.unit[a + k];
          }
        }
      }
    }
  }

  private void move(Side side, float step) {
    for (int i = 0; i < PAIRS; i++) {
      int at = i * DIMENSIONS;
      float along = 0;
      for (int k = at; k < at + DIMENSIONS; k++) {
        along += side.gradient[k] * side.unit[k];
      }
      double squares = 0;
      for (int k = at; k < at + DIMENSIONS; k++) {
        float across = (side.gradient[k] - along * side.unit[k]) / side.length[i];
        side.gradient[k] = across;
        squares += (double) across * across;
      }
      for (int bucket : side.features[i]) {
        moved[bucket] += (float) (squares / DIMENSIONS);
        float rate = step / (float) Math.sqrt(moved[bucket] + TINY);
        int from = bucket * DIMENSIONS;
        for (int k = 0; k < DIMENSIONS; k++) {
          vectors[from + k] -= rate * side.gradient[at + k];
        }
      }
    }
  }
}
