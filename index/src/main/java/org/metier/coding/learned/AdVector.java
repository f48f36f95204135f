package org.metier.coding.learned;

import java.util.Arrays;

/// The vector of one advertisement: each feature counts by how often it comes and by its weight, each kind
/// of features is brought to the same length, and then scaled by the kind's weight. Features in ascending
/// order. Not thread-safe.
final class AdVector {
  /// Values below this, of a length of 1, are left out: they are two fifths of a description's, make up
  /// a hundredth of its square, and say nothing, but cost as much time as others.
  private static final float LEAST_VALUE = 0.02f;

  private static final Block[] BLOCKS = Block.values();

  private int[] features = new int[512];
  private float[] values = new float[512];
  private int size;

  /// Term frequency counts as `1 + ln tf`.
  static AdVector of(AdText text, Vocabulary vocabulary) {
    return of(text, vocabulary, LEAST_VALUE);
  }

  /// With every feature that the vocabulary has, however little it weighs.
  static AdVector whole(AdText text, Vocabulary vocabulary) {
    return of(text, vocabulary, 0);
  }

  private static AdVector of(AdText text, Vocabulary vocabulary, float least) {
    AdVector vector = new AdVector();
    vector.collect(text, vocabulary);
    vector.scale(vector.weigh(vocabulary), vocabulary, least);
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

  /// @return the squared length of each kind
  private double[] weigh(Vocabulary vocabulary) {
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
    return squares;
  }

  private void scale(double[] squares, Vocabulary vocabulary, float least) {
    float[] length = new float[squares.length];
    for (int block = 0; block < length.length; block++) {
      length[block] = (float) Math.sqrt(squares[block]);
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int block = vocabulary.block(features[i]);
      float value = values[i] / length[block];
      if (value >= least) {
        features[kept] = features[i];
        values[kept++] = value * BLOCKS[block].weight();
      }
    }
    size = kept;
  }
}
