package org.metier.coding.learned;

import org.metier.link.JobTitle;
import org.metier.text.internal.Folding;

/// Cuts an advertisement into features: hashes of n-grams, by kind. Stateless.
///
/// A feature is a 64-bit hash of its kind and its characters (FNV-1a, then mixed); two features that
/// collide count as one, which among 200,000 happens once in a billion models.
final class AdFeatures {
  /// Names what [#forEach] does; a model that was trained on other features is refused.
  static final String SCHEMA = "title-chars-2-5 title-words-1-2 text-stems6-1-2 employer-words-1 v3";

  private static final int SHORTEST_GRAM = 2;
  private static final int LONGEST_GRAM = 5;
  /// Texts are read so far; the rest is about the employer.
  private static final int MAX_TEXT = 12_000;
  /// Words of texts are cut to so many letters, which stands in for stemming in every language.
  private static final int STEM = 6;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private AdFeatures() {}

  /// Is shown every feature, repeated ones repeatedly.
  @FunctionalInterface
  interface Sink {
    void feature(Block block, long hash);
  }

  static void forEach(AdText ad, Sink sink) {
    title(folded(JobTitle.plain(ad.title()), 500), sink);
    stems(folded(ad.description(), MAX_TEXT), sink);
    employer(folded(ad.employer(), 200), sink);
  }

  private static String folded(String text, int length) {
    return Folding.plain(text.length() > length ? text.substring(0, length) : text);
  }

  private static void title(String title, Sink sink) {
    long before = 0;
    int at = 0;
    while (at < title.length()) {
      if (!isWord(title.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < title.length() && isWord(title.charAt(end))) {
        end++;
      }
      long word = hash(OFFSET, title, at, end);
      sink.feature(Block.TITLE_WORD, mix(word, 'w'));
      if (before != 0) {
        sink.feature(Block.TITLE_WORD, mix(word ^ Long.rotateLeft(before, 21), 'p'));
      }
      before = word;
      grams(title, at, end, sink);
      at = end;
    }
  }

  /// N-grams of a word with a space before and behind.
  private static void grams(String text, int from, int to, Sink sink) {
    for (int start = from - 1; start < to; start++) {
      long hash = OFFSET;
      for (int n = 1; n <= LONGEST_GRAM && start + n <= to + 1; n++) {
        int at = start + n - 1;
        hash = (hash ^ (at < from || at >= to ? ' ' : text.charAt(at))) * PRIME;
        if (n >= SHORTEST_GRAM) {
          sink.feature(Block.TITLE_GRAM, mix(hash, 'g'));
        }
      }
    }
  }

  /// The beginnings of a text's words, and their pairs of neighbours.
  private static void stems(String text, Sink sink) {
    long before = 0;
    int at = 0;
    while (at < text.length()) {
      if (!isWord(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      long stem = OFFSET;
      while (at < text.length() && isWord(text.charAt(at))) {
        if (at - start < STEM) {
          stem = (stem ^ text.charAt(at)) * PRIME;
        }
        at++;
      }
      sink.feature(Block.TEXT_STEM, mix(stem, 't'));
      if (before != 0) {
        sink.feature(Block.TEXT_STEM, mix(stem ^ Long.rotateLeft(before, 21), 'b'));
      }
      before = stem;
    }
  }

  private static void employer(String text, Sink sink) {
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isWord(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        sink.feature(Block.EMPLOYER, mix(hash(OFFSET, text, start, at), 'e'));
      }
      at++;
    }
  }

  private static long hash(long start, String text, int from, int to) {
    long hash = start;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '#';
  }

  /// The finalizer of SplitMix64 (Steele et al., OOPSLA 2014).
  private static long mix(long hash, char kind) {
    long z = hash + kind * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    z ^= z >>> 31;
    return z == 0 ? 1 : z;
  }
}
