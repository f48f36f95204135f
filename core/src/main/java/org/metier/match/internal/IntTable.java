package org.metier.match.internal;

import java.util.Arrays;

/// Numbers by number: a hash table that is looked into millions of times, and allocates nothing then. Not
/// thread-safe while it is written to.
public final class IntTable {
  /// What is not there.
  public static final int ABSENT = -1;

  private static final int FREE = Integer.MIN_VALUE;

  private int[] keys;
  private int[] values;
  private int size;

  /// @param expected how many keys there will be, about
  public IntTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(4, 2 * expected)) * 2;
    keys = new int[capacity];
    values = new int[capacity];
    Arrays.fill(keys, FREE);
  }

  /// @param key at least 0
  /// @param value at least 0; takes the place of another one
  public void put(int key, int value) {
    if (key < 0 || value < 0) {
      throw new IllegalArgumentException(
          "key and value must be at least 0, were " + key + " and " + value);
    }
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
  }

  /// @return [#ABSENT] when nothing was put there
  public int of(int key) {
    int slot = slot(key);
    return keys[slot] == key ? values[slot] : ABSENT;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /// How many keys there are.
  public int size() {
    return size;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    int slot = (key * 0x9E3779B9 >>> 16) & mask;
    while (keys[slot] != key && keys[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
