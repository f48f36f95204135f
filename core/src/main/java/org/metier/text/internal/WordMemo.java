package org.metier.text.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Remembers what was worked out for a word, so that the words of a language, few and often repeated,
/// cost a look-up each. Bounded: a newcomer pushes out what was there longest at its two places.
///
/// Safe for any number of threads without a lock: entries are immutable and written whole, and a lost
/// race costs working a word out twice. A look-up allocates nothing.
public final class WordMemo<T> {
  static final int HASH_FACTOR = 31;

  /// Longer words are not kept: they are rarely seen twice, and would make the memory unbounded.
  private static final int MAX_LENGTH = 48;

  private final @Nullable Entry<T>[] table;
  private final int mask;

  /// Its fields are final, so that any thread that sees an entry sees it whole.
  private static final class Entry<T> {
    private final char[] word;
    private final int hash;
    private final T value;

    Entry(char[] word, int hash, T value) {
      this.word = word;
      this.hash = hash;
      this.value = value;
    }

    boolean is(char[] text, int from, int to, int hashed) {
      return hash == hashed && Arrays.equals(word, 0, word.length, text, from, to);
    }
  }

  /// @param sizeLog2 log2 of how many words are kept, 1 to 24
  @SuppressWarnings({"unchecked", "rawtypes"})
  public WordMemo(int sizeLog2) {
    table = (Entry<T>[]) new Entry[1 << sizeLog2];
    mask = table.length - 1;
  }

  /// What is known about the word that a scanner stands at.
  ///
  /// @return null when the word is not remembered
  public @Nullable T find(WordScanner at) {
    return find(at.text(), at.start(), at.wordEnd(), at.hash());
  }

  private @Nullable T find(char[] text, int from, int to, int hash) {
    int slot = slot(hash);
    Entry<T> first = table[slot];
    if (first == null) {
      return null;
    }
    if (first.is(text, from, to, hash)) {
      return first.value;
    }
    Entry<T> second = table[slot ^ 1];
    return second != null && second.is(text, from, to, hash) ? second.value : null;
  }

  /// Remembers a word.
  ///
  /// @return `value`
  public T put(String word, T value) {
    if (word.length() > MAX_LENGTH) {
      return value;
    }
    char[] chars = word.toCharArray();
    int hash = hash(chars, 0, chars.length);
    int slot = slot(hash);
    Entry<T> before = table[slot];
    if (before != null && slot(before.hash) == slot) {
      table[slot ^ 1] = before;
    }
    table[slot] = new Entry<>(chars, hash, value);
    return value;
  }

  private int slot(int hash) {
    return ((hash * 0x9E3779B9) >>> 7) & mask;
  }

  static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = hash * HASH_FACTOR + text[at];
    }
    return hash;
  }

  /// As [#find(WordScanner)], for a word on its own.
  public @Nullable T find(String word) {
    char[] chars = word.toCharArray();
    return find(chars, 0, chars.length, hash(chars, 0, chars.length));
  }
}
