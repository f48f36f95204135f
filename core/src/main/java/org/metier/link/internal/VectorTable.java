package org.metier.link.internal;

import java.util.Arrays;

/// Vectors of one length, a byte for each number and a scale for each vector; cosines with a query are
/// right within .01. Immutable.
public final class VectorTable {
  private static final int LARGEST = Byte.MAX_VALUE;

  private final int dimensions;
  private final byte[] numbers;
  private final float[] scales;

  private VectorTable(int dimensions, byte[] numbers, float[] scales) {
    this.dimensions = dimensions;
    this.numbers = numbers;
    this.scales = scales;
  }

  public int size() {
    return scales.length;
  }

  /// The dot product of a vector and a query: their cosine, if both have length 1.
  public float dot(int vector, Query query) {
    int from = vector * dimensions;
    int[] q = query.numbers;
    int a = 0;
    int b = 0;
    int c = 0;
    int d = 0;
    for (int k = 0; k < dimensions; k += 4) { // four sums, so that none waits for another
      a += numbers[from + k] * q[k];
      b += numbers[from + k + 1] * q[k + 1];
      c += numbers[from + k + 2] * q[k + 2];
      d += numbers[from + k + 3] * q[k + 3];
    }
    return (a + b + c + d) * scales[vector] * query.scale;
  }

  /// A vector as it is kept.
  public float[] vector(int number) {
    float[] vector = new float[dimensions];
    for (int k = 0; k < dimensions; k++) {
      vector[k] = numbers[number * dimensions + k] * scales[number];
    }
    return vector;
  }

  /// A vector to compare with, in whole numbers.
  public static final class Query {
    /// 128 products of this and a byte fit an `int`.
    private static final int FINEST = 16_000;

    private final int[] numbers;
    private final float scale;

    public Query(float[] vector) {
      float largest = largest(vector);
      scale = largest / FINEST;
      numbers = new int[vector.length];
      for (int k = 0; k < numbers.length && largest > 0; k++) {
        numbers[k] = Math.round(vector[k] / scale);
      }
    }
  }

  private static float largest(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /// Collects vectors. Not thread-safe.
  public static final class Builder {
    private final int dimensions;
    private byte[] numbers;
    private float[] scales = new float[64];
    private int size;

    /// @param dimensions a multiple of 4, at most 1,000
    public Builder(int dimensions) {
      this.dimensions = dimensions;
      numbers = new byte[64 * dimensions];
    }

    public int size() {
      return size;
    }

    public void add(float[] vector) {
      if (size == scales.length) {
        scales = Arrays.copyOf(scales, 2 * size);
        numbers = Arrays.copyOf(numbers, 2 * size * dimensions);
      }
      float largest = largest(vector);
      scales[size] = largest / LARGEST;
      for (int k = 0; k < dimensions && largest > 0; k++) {
        numbers[size * dimensions + k] = (byte) Math.round(vector[k] / scales[size]);
      }
      size++;
    }

    public VectorTable build() {
      return new VectorTable(dimensions, Arrays.copyOf(numbers, size * dimensions),
          Arrays.copyOf(scales, size));
    }
  }
}
