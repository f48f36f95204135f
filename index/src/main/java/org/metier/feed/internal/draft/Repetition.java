package org.metier.feed.internal.draft;

/// Tells whether a text says one word too often to be meant for a reader. Stateless; linear in the length of
/// the text. Words are told apart by a hash of 64 bits, of which two equal ones are not to be expected.
final class Repetition {
  /// In so many words or more, one word of four letters or more may make up a seventh, and be repeated so
  /// often in a row.
  private static final int MIN_WORDS = 60;
  private static final double MOST_SHARE = 1.0 / 7;
  private static final int MOST_IN_A_ROW = 4;
  private static final int MIN_LETTERS = 4;
  /// Prime of FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923).
  private static final long FNV_PRIME = 0x100000001B3L;
  private static final long FNV_BASIS = 0xCBF29CE484222325L;
  private static final int FEWEST_SLOTS = 64;
  /// A text of so many characters per slot has room for all of its words in a table that is half empty.
  private static final int CHARACTERS_PER_SLOT = 2;

  /// Words of enough letters, by their hash, and how often each was seen.
  private final long[] words;
  private final int[] counts;
  private int total;
  private int most;
  private int inARow;
  private long last;

  private Repetition(int length) {
    int slots = Integer.highestOneBit(Math.max(FEWEST_SLOTS, length / CHARACTERS_PER_SLOT)) << 1;
    words = new long[slots];
    counts = new int[slots];
  }

  static boolean isIn(String text) {
    return new Repetition(text.length()).isFoundIn(text);
  }

  private boolean isFoundIn(String text) {
    int start = -1;
    long hash = FNV_BASIS;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (isWordPart(c)) {
        start = start < 0 ? i : start;
        hash = (hash ^ Character.toLowerCase(c)) * FNV_PRIME;
      } else if (start >= 0) {
        if (add(hash, i - start, Character.isDigit(text.charAt(start)))) {
          return true;
        }
        start = -1;
        hash = FNV_BASIS;
      }
    }
    return total >= MIN_WORDS && most > MOST_SHARE * total;
  }

  private static boolean isWordPart(char c) {
    return c < 0x80
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /// @return whether the word was repeated too often in a row
  private boolean add(long hash, int length, boolean isNumber) {
    total++;
    inARow = hash == last ? inARow + 1 : 1;
    last = hash;
    if (length < MIN_LETTERS || isNumber) {
      return false;
    }
    most = Math.max(most, count(hash));
    return inARow > MOST_IN_A_ROW;
  }

  private int count(long hash) {
    int slot = (int) (hash >>> Integer.SIZE) & words.length - 1;
    while (counts[slot] > 0 && words[slot] != hash) {
      slot = slot + 1 & words.length - 1;
    }
    words[slot] = hash;
    return ++counts[slot];
  }
}
