package org.metier.coding.learned;

import java.util.Arrays;

/// The vector of one advertisement: each feature counts by how often it comes and by its weight, each kind
/// of features is brought to the same length, and then scaled by the kind's weight. Features in ascending
/// order. Not thread-safe.
final class AdVector {
  private int[] features = new int[512];
  private float[] values = new float[512];
  private int size;

  /// Term frequency counts as `1 + ln tf`.
  static AdVector of(AdText text, Vocabulary vocabulary) {
    AdVector vector = new AdVector();
    vector.collect(text, vocabulary);
    vector.weigh(vocabulary);
    return vector;
  }

  int size() {
    return size;
  }

  int feature(int i) {
    return features[i];
  }

  float value(int i) {
    return values[i];
  }

  private void collect(AdText text, Vocabulary vocabulary) {
    AdFeatures.forEach(text, (block, hash) -> {
      int feature = vocabulary.find(hash);
      if (feature >= 0) {
        if (size == features.length) {
          features = Arrays.copyOf(features, 2 * size);
        }
        features[size++] = feature;
      }
    });
    Arrays.sort(features, 0, size);
  }

  private void weigh(Vocabulary vocabulary) {
    values = new float[size];
    double[] squares = new double[Block.values().length];
    int distinct = 0;
    for (int from = 0; from < size;) {
      int to = from + 1;
      while (to < size && features[to] == features[from]) {
        to++;
      }
      int feature = features[from];
      float value = (float) (1 + StrictMath.log(to - from)) * vocabulary.weight(feature);
      features[distinct] = feature;
      values[distinct++] = value;
      squares[vocabulary.block(feature)] += (double) value * value;
      from = to;
    }
    size = distinct;
    float[] scale = new float[squares.length];
    for (Block block : Block.values()) {
      double square = squares[block.ordinal()];
      scale[block.ordinal()] = square == 0 ? 0 : (float) (block.weight() / Math.sqrt(square));
    }
    for (int i = 0; i < size; i++) {
      values[i] *= scale[vocabulary.block(features[i])];
    }
  }
}
