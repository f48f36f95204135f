package org.metier.link.internal;

import java.util.Arrays;

/// Numbers keys from 0 in the order of their first appearance. Open addressing, no boxes. Not
/// thread-safe while it grows.
public final class LongMap {
  private static final int ABSENT = -1;

  private long[] keys = new long[1 << 12];
  private int[] numbers = new int[1 << 12];
  private int size;

  public LongMap() {
    Arrays.fill(numbers, ABSENT);
  }

  public int size() {
    return size;
  }

  /// @return -1 when the key never came
  public int find(long key) {
    return numbers[slot(key)];
  }

  public int number(long key) {
    int slot = slot(key);
    if (numbers[slot] == ABSENT) {
      if (2 * size >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      numbers[slot] = size++;
    }
    return numbers[slot];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing (Knuth, TAOCP 6.4)
    int slot = ((int) (mixed >>> 32)) & mask;
    while (numbers[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[keys.length];
    Arrays.fill(numbers, ABSENT);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] != ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
