package org.metier.link.internal;

import java.util.Arrays;

/// A list of numbers that grows. Not thread-safe.
public final class IntList {
  private int[] values = new int[64];
  private int size;

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public int size() {
    return size;
  }

  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
