package org.metier.coding.learned;

/// In how many texts each hash was seen. Not thread-safe.
final class LongCounts {
  private long[] keys = new long[1 << 16];
  private int[] count = new int[1 << 16];
  private int[] last = new int[1 << 16];
  private byte[] block = new byte[1 << 16];
  private int size;

  /// @param hash not 0
  /// @param text number of the text, from 1; the same text counts once
  void seen(long hash, Block kind, int text) {
    if (2 * size >= keys.length) {
      grow();
    }
    int slot = slot(hash);
    if (keys[slot] == 0) {
      keys[slot] = hash;
      block[slot] = (byte) kind.ordinal();
      size++;
    }
    if (last[slot] != text) {
      last[slot] = text;
      count[slot]++;
    }
  }

  private int slot(long hash) {
    int slot = (int) (hash >>> 20) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != hash) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCount = count;
    int[] oldLast = last;
    byte[] oldBlock = block;
    keys = new long[2 * oldKeys.length];
    count = new int[keys.length];
    last = new int[keys.length];
    block = new byte[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        count[slot] = oldCount[i];
        last[slot] = oldLast[i];
        block[slot] = oldBlock[i];
      }
    }
  }

  int slots() {
    return keys.length;
  }

  long key(int slot) {
    return keys[slot];
  }

  /// 0 for an empty slot.
  int count(int slot) {
    return count[slot];
  }

  byte block(int slot) {
    return block[slot];
  }
}
