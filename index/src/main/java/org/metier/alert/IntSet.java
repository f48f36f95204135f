package org.metier.alert;

import java.util.Arrays;

/// Set of ints from 0, by open addressing; keeps the order of insertion in [#values]. Not thread-safe.
final class IntSet {
  private int[] slots = new int[64];
  private int[] values = new int[32];
  private int size;

  IntSet() {
    Arrays.fill(slots, -1);
  }

  void add(int value) {
    int slot = slot(slots, value);
    if (slots[slot] == value) {
      return;
    }
    if (size == values.length) {
      grow();
      slot = slot(slots, value);
    }
    slots[slot] = value;
    values[size++] = value;
  }

  boolean contains(int value) {
    return slots[slot(slots, value)] == value;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return values[index];
  }

  private void grow() {
    values = Arrays.copyOf(values, 2 * size);
    slots = new int[4 * size];
    Arrays.fill(slots, -1);
    for (int i = 0; i < size; i++) {
      slots[slot(slots, values[i])] = values[i];
    }
  }

  /// Where the value is, or where it would go. At most half of the slots are taken.
  private static int slot(int[] slots, int value) {
    int mask = slots.length - 1;
    int slot = ((value * 0x9E3779B9) >>> 7) & mask;
    while (slots[slot] >= 0 && slots[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
