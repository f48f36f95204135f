package org.metier.index;

import java.util.Arrays;

/// The keys of one delivery with the hash of their content, as 64-bit hashes in 16 bytes each: bounded
/// memory for millions of records. Two of ten million keys share a hash with a chance of 3 in a million.
/// Not thread-safe.
final class SeenKeys {
  private static final long FREE = 0;

  private long[] keys = new long[2_048];
  private long[] contents = new long[2_048];
  private int size;

  /// Notes a key; the content that it came with first stays.
  ///
  /// @return the hash of that content; 0 if this is its first time
  long put(long key, long content) {
    int slot = slot(key);
    long before = contents[slot];
    if (before == 0) {
      contents[slot] = usable(content);
    }
    return before;
  }

  /// Notes a key with its newest content.
  ///
  /// @return the hash of the content that the key came with before; 0 if this is its first time
  long replace(long key, long content) {
    int slot = slot(key);
    long before = contents[slot];
    contents[slot] = usable(content);
    return before;
  }

  /// The slot of a key, taken if it was free.
  private int slot(long key) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(keys, usable(key));
    if (keys[slot] == FREE) {
      keys[slot] = usable(key);
      size++;
    }
    return slot;
  }

  boolean contains(long key) {
    return keys[slot(keys, usable(key))] != FREE;
  }

  int size() {
    return size;
  }

  /// 0 marks a free slot.
  static long usable(long hash) {
    return hash == FREE ? 1 : hash;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldContents = contents;
    keys = new long[oldKeys.length * 2];
    contents = new long[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        contents[slot] = oldContents[i];
      }
    }
    Arrays.fill(oldKeys, FREE);
  }

  private static int slot(long[] table, long key) {
    int slot = (int) (key >>> 32 ^ key) & table.length - 1;
    while (table[slot] != FREE && table[slot] != key) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }
}
