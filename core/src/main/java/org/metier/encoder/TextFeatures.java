package org.metier.encoder;

import java.util.Arrays;
import org.metier.text.internal.Folding;

/// What an encoder sees of a text: its words, its pairs of neighbouring words, and the character n-grams of
/// its words, 3 to 5 characters long with a space before and behind the word, each hashed to a bucket
/// (Bojanowski et al., "Enriching Word Vectors with Subword Information", TACL 2017).
///
/// Case and diacritics are folded; what is beyond [#LONGEST] characters is not looked at. Stateless.
final class TextFeatures {
  /// Binary digits of a bucket's number.
  static final int BITS = 17;
  static final int BUCKETS = 1 << BITS;

  private static final int LONGEST = 300;
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;
  /// Keep words, pairs and n-grams of equal characters apart.
  private static final int WORD = 1;
  private static final int PAIR = 2;
  private static final int GRAM = 3;
  private static final long WORD_FACTOR = 4_061;
  private static final long GRAM_FACTOR = 1_315_423_911L;
  private static final long PAIR_FACTOR = 1_000_003;

  private final String text;
  private int[] buckets = new int[128];
  private int size;

  private TextFeatures(String text) {
    this.text = text;
  }

  /// The buckets of a text in its order, repeated ones repeatedly; none for a text without letters and
  /// digits.
  static int[] of(String text) {
    String folded = Folding.plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    TextFeatures features = new TextFeatures(folded);
    features.collect();
    return Arrays.copyOf(features.buckets, features.size);
  }

  private void collect() {
    long before = 0;
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        String padded = " " + text.substring(start, at) + " ";
        long word = hash(padded);
        add(WORD_FACTOR * word + WORD);
        if (before != 0) {
          add(PAIR_FACTOR * before + WORD_FACTOR * word + PAIR);
        }
        before = word;
        grams(padded);
      } else {
        at++;
      }
    }
  }

  private static long hash(String word) {
    long hash = 7;
    for (int i = 0; i < word.length(); i++) {
      hash = hash * WORD_FACTOR + word.charAt(i);
    }
    return hash;
  }

  private void grams(String padded) {
    for (int start = 0; start < padded.length(); start++) {
      long hash = 0;
      int longest = Math.min(LONGEST_GRAM, padded.length() - start);
      for (int length = 1; length <= longest; length++) {
        hash = hash * GRAM_FACTOR + padded.charAt(start + length - 1) + 1;
        if (length >= SHORTEST_GRAM && length < padded.length()) {
          add(hash * 5 + GRAM);
        }
      }
    }
  }

  private void add(long hash) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, 2 * size);
    }
    buckets[size++] = (int) (mixed(hash) >>> (Long.SIZE - BITS));
  }

  /// The finalizer of MurmurHash3, so that every bit of a hash counts.
  private static long mixed(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
