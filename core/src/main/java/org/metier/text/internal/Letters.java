package org.metier.text.internal;

import java.util.Locale;
import java.util.Set;

/// Which characters make words.
final class Letters {
  private static final int TABLE_SIZE = 0x250;
  private static final boolean[] WORD = new boolean[TABLE_SIZE];
  private static final boolean[] INSIDE = new boolean[TABLE_SIZE];

  /// French words that lose their vowel before another word.
  private static final Set<String> ELIDED = Set.of("l", "d", "qu", "n", "s", "j", "m", "t", "c",
      "jusqu", "lorsqu", "puisqu", "quoiqu");
  private static final int LONGEST_ELIDED = 6;

  static {
    for (char c = 0; c < TABLE_SIZE; c++) {
      WORD[c] = Character.isLetterOrDigit(c);
      INSIDE[c] = WORD[c] || isIgnorable(c);
    }
  }

  private Letters() {}

  /// Whether it is a letter or digit that a table tells: the quick question for nearly all text.
  static boolean isPlain(char c) {
    return c < TABLE_SIZE && WORD[c];
  }

  /// Whether a word may begin with it.
  static boolean isWord(char c) {
    return c < TABLE_SIZE ? WORD[c] : Character.isLetterOrDigit(c);
  }

  /// Whether a word goes on with it: also combining marks and what nobody sees.
  static boolean isInside(char c) {
    if (c < TABLE_SIZE) {
      return INSIDE[c];
    }
    return Character.isLetterOrDigit(c) || isIgnorable(c) || isMark(c);
  }

  /// Whether half a surrogate pair at `at` belongs to a letter or digit.
  static boolean isWordPair(char[] text, int at) {
    int first = Character.isHighSurrogate(text[at]) ? at : at - 1;
    return first >= 0 && Character.isLetterOrDigit(Character.codePointAt(text, first));
  }

  /// Soft hyphens, zero-width joiners and marks of writing direction: unseen, so of no meaning.
  static boolean isIgnorable(char c) {
    return c == '\u00ad' || (c >= '\u200b' && c <= '\u200f') || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u2064') || c == '\ufeff';
  }

  static boolean isElided(char[] text, int start, int end) {
    return end - start <= LONGEST_ELIDED
        && ELIDED.contains(new String(text, start, end - start).toLowerCase(Locale.ROOT));
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
