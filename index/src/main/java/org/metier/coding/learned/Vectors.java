package org.metier.coding.learned;

import java.util.Arrays;

/// Sparse vectors one after the other, with their class and weight. Not thread-safe while it grows.
final class Vectors {
  private int[] start = new int[1024];
  private int[] features = new int[1 << 16];
  private float[] values = new float[1 << 16];
  private int[] classes = new int[1024];
  private float[] weights = new float[1024];
  private int rows;

  /// @param of its class
  /// @param weight above 0
  void add(AdVector vector, int of, float weight) {
    int[] numbers = new int[vector.size()];
    float[] sizes = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = vector.feature(i);
      sizes[i] = vector.value(i);
    }
    add(numbers, sizes, of, weight);
  }

  /// @param numbers of its features, ascending
  /// @param sizes of its values
  void add(int[] numbers, float[] sizes, int of, float weight) {
    int size = numbers.length;
    if (rows + 1 == start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
      classes = Arrays.copyOf(classes, start.length);
      weights = Arrays.copyOf(weights, start.length);
    }
    int from = start[rows];
    while (from + size > features.length) {
      features = Arrays.copyOf(features, 2 * features.length);
      values = Arrays.copyOf(values, features.length);
    }
    System.arraycopy(numbers, 0, features, from, size);
    System.arraycopy(sizes, 0, values, from, size);
    classes[rows] = of;
    weights[rows++] = weight;
    start[rows] = from + size;
  }

  int rows() {
    return rows;
  }

  int from(int row) {
    return start[row];
  }

  int to(int row) {
    return start[row + 1];
  }

  int feature(int at) {
    return features[at];
  }

  float value(int at) {
    return values[at];
  }

  int classOf(int row) {
    return classes[row];
  }

  float weight(int row) {
    return weights[row];
  }

  /// The sum of the squares of a row's values.
  float squaredLength(int row) {
    float square = 0;
    for (int at = start[row]; at < start[row + 1]; at++) {
      square += values[at] * values[at];
    }
    return square;
  }

  /// The first place in a row whose feature is at least `feature`.
  int lowerBound(int row, int feature) {
    int at = Arrays.binarySearch(features, start[row], start[row + 1], feature);
    return at < 0 ? -at - 1 : at;
  }
}
