package org.metier.coding.learned;

/// A weight for every feature and class: what training fills. Not thread-safe.
final class Weights {
  private final int classes;
  private final float[] values;

  Weights(int features, int classes) {
    this.classes = classes;
    values = new float[Math.multiplyExact(features, classes)];
  }

  int classes() {
    return classes;
  }

  /// Where the weights of a feature begin in [#values].
  int row(int feature) {
    return feature * classes;
  }

  float[] values() {
    return values;
  }

  /// Adds `factor` times `change` to a feature's weights.
  void add(int feature, float factor, float[] change) {
    int from = row(feature);
    for (int c = 0; c < change.length; c++) {
      values[from + c] += factor * change[c];
    }
  }

  /// Sets `scores` to the product with a row of vectors.
  void scores(Vectors vectors, int row, float[] scores) {
    java.util.Arrays.fill(scores, 0);
    for (int at = vectors.from(row); at < vectors.to(row); at++) {
      int from = row(vectors.feature(at));
      float value = vectors.value(at);
      for (int c = 0; c < classes; c++) {
        scores[c] += value * values[from + c];
      }
    }
  }

  /// Adds a multiple of other weights.
  void add(float factor, Weights other) {
    for (int i = 0; i < values.length; i++) {
      values[i] += factor * other.values[i];
    }
  }
}
