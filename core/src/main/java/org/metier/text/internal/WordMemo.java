package org.metier.text.internal;

import org.jspecify.annotations.Nullable;

/// Remembers what was worked out for a word, so that the words of a language, few and often repeated,
/// cost a look-up each. Bounded: a newcomer pushes out what was there longest at its two places.
///
/// Safe for any number of threads without a lock: entries are immutable and written whole, and a lost
/// race costs working a word out twice. A look-up allocates nothing.
public final class WordMemo<T> {
  /// Longer words are not kept: they are rarely seen twice, and would make the memory unbounded.
  private static final int MAX_LENGTH = 48;

  private final @Nullable Entry<T>[] table;
  private final int mask;

  private record Entry<T>(String word, int hash, T value) {
    boolean is(String text, int from, int to, int hashed) {
      return hash == hashed && word.length() == to - from
          && text.regionMatches(from, word, 0, word.length());
    }
  }

  /// @param sizeLog2 log2 of how many words are kept, 1 to 24
  @SuppressWarnings({"unchecked", "rawtypes"})
  public WordMemo(int sizeLog2) {
    table = (Entry<T>[]) new Entry[1 << sizeLog2];
    mask = table.length - 1;
  }

  /// @return null when the word is not remembered
  public @Nullable T find(String text, int from, int to) {
    int hash = hash(text, from, to);
    Entry<T> first = table[hash & mask];
    if (first == null) {
      return null;
    }
    if (first.is(text, from, to, hash)) {
      return first.value;
    }
    Entry<T> second = table[hash & mask ^ 1];
    return second != null && second.is(text, from, to, hash) ? second.value : null;
  }

  public void put(String word, T value) {
    if (word.length() > MAX_LENGTH) {
      return;
    }
    int hash = hash(word, 0, word.length());
    int slot = hash & mask;
    Entry<T> before = table[slot];
    if (before != null && (before.hash & mask) == slot) {
      table[slot ^ 1] = before;
    }
    table[slot] = new Entry<>(word, hash, value);
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + text.charAt(at);
    }
    return hash * 0x9E3779B9 >>> 7;
  }
}
