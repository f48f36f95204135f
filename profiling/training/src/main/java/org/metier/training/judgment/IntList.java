package org.metier.training.judgment;

import java.util.Arrays;

/// A column of ints that grows: a twentieth of what a list of objects takes. Not thread-safe.
final class IntList {
  private int[] values = new int[1_024];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int at(int index) {
    return values[index];
  }

  void put(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }
}
