package org.metier.coding.learned;

import java.util.Arrays;

/// Weights in few bytes: of each feature those classes that it tells something about, in steps of 1/127
/// of its largest weight. Immutable and thread-safe.
final class SparseWeights {
  private static final float STEPS = 127;
  /// Smaller steps are left out: they are most of all weights. On Polish advertisements that takes a model
  /// from 103 MB to 14 MB, and 0.2 % of the first answers.
  private static final int LEAST_STEPS = 10;

  private final int[] start;
  private final short[] classes;
  private final byte[] steps;
  private final float[] scale;

  /// @param start of each feature's entries, and the end of the last
  /// @param scale what one step of a feature is worth
  SparseWeights(int[] start, short[] classes, byte[] steps, float[] scale) {
    this.start = start;
    this.classes = classes;
    this.steps = steps;
    this.scale = scale;
  }

  /// Each row is first moved by its median, which changes every class' score alike.
  static SparseWeights of(Weights dense, int features) {
    int[] start = new int[features + 1];
    short[] classes = new short[1 << 16];
    byte[] steps = new byte[1 << 16];
    float[] scale = new float[features];
    float[] row = new float[dense.classes()];
    int size = 0;
    for (int feature = 0; feature < features; feature++) {
      float largest = centre(dense, feature, row);
      scale[feature] = largest / STEPS;
      for (int c = 0; c < row.length && largest > 0; c++) {
        int rounded = Math.round(row[c] / scale[feature]);
        if (Math.abs(rounded) >= LEAST_STEPS) {
          if (size == classes.length) {
            classes = Arrays.copyOf(classes, 2 * size);
            steps = Arrays.copyOf(steps, 2 * size);
          }
          classes[size] = (short) c;
          steps[size++] = (byte) rounded;
        }
      }
      start[feature + 1] = size;
    }
    return new SparseWeights(start, Arrays.copyOf(classes, size), Arrays.copyOf(steps, size),
        scale);
  }

  /// Fills `row` with a feature's weights less their median.
  ///
  /// @return the largest size
  private static float centre(Weights dense, int feature, float[] row) {
    System.arraycopy(dense.values(), dense.row(feature), row, 0, row.length);
    float[] sorted = row.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2];
    float largest = 0;
    for (int c = 0; c < row.length; c++) {
      row[c] -= median;
      largest = Math.max(largest, Math.abs(row[c]));
    }
    return largest;
  }

  /// Adds a feature's weights times `value` to the scores.
  void add(int feature, float value, float[] scores) {
    float factor = value * scale[feature];
    for (int i = start[feature]; i < start[feature + 1]; i++) {
      scores[classes[i]] += factor * steps[i];
    }
  }

  int features() {
    return scale.length;
  }

  int entries() {
    return classes.length;
  }

  int[] start() {
    return start;
  }

  short[] classes() {
    return classes;
  }

  byte[] steps() {
    return steps;
  }

  float[] scale() {
    return scale;
  }
}
