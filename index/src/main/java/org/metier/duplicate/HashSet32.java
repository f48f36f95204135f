package org.metier.duplicate;

import java.util.Arrays;

/// A set of 32-bit hashes, immutable: a sorted array.
final class HashSet32 {
  static final HashSet32 EMPTY = new HashSet32(new int[0]);

  private final int[] sorted;

  private HashSet32(int[] sorted) {
    this.sorted = sorted;
  }

  /// Takes over the array.
  static HashSet32 of(int[] hashes) {
    Arrays.sort(hashes);
    return new HashSet32(hashes);
  }

  boolean contains(int hash) {
    return Arrays.binarySearch(sorted, hash) >= 0;
  }

  int size() {
    return sorted.length;
  }
}
