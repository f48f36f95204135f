package org.metier.duplicate;

import java.text.Normalizer;
import java.util.Arrays;

/// Cuts text into folded words and hashes them, without making a string of any: letters in lower case and
/// without diacritics, digits as they are, but every run of more than four digits (references, telephone
/// numbers) as one and the same word. Not thread-safe.
final class WordHashes {
  /// Latin letters and their accented forms.
  private static final int TABLE = 0x250;
  private static final char[][] FOLDED = table();
  private static final int LONGEST_NUMBER = 4;
  private static final long LONG_NUMBER = 0x9E3779B97F4A7C15L;
  /// Offset basis and prime of FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923).
  private static final long FNV_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private long[] words = new long[512];
  private int count;

  private long hash = FNV_BASIS;
  private int length;
  private boolean isNumber;

  /// The words of texts, in order, as if the texts were one with space between them.
  static long[] of(String... texts) {
    WordHashes hashes = new WordHashes();
    for (String text : texts) {
      hashes.add(text);
    }
    return Arrays.copyOf(hashes.words, hashes.count);
  }

  /// The folded form of a text: words parted by one space. For names and titles, not for long texts.
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean isOpen = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char[] letters = letters(c);
      if (letters.length == 0) {
        isOpen &= isMark(c);
      } else {
        if (!isOpen && !folded.isEmpty()) {
          folded.append(' ');
        }
        folded.append(letters);
        isOpen = true;
      }
    }
    return folded.toString();
  }

  private void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char[] letters = letters(c);
      if (letters.length == 0) {
        if (!isMark(c)) {
          end();
        }
        continue;
      }
      boolean isDigit = letters[0] >= '0' && letters[0] <= '9';
      if (length > 0 && isDigit != isNumber) {
        end();
      }
      isNumber = isDigit;
      for (char letter : letters) {
        hash = (hash ^ letter) * FNV_PRIME;
        length++;
      }
    }
    end();
  }

  private void end() {
    if (length == 0) {
      return;
    }
    if (count == words.length) {
      words = Arrays.copyOf(words, 2 * count);
    }
    words[count++] = isNumber && length > LONGEST_NUMBER ? LONG_NUMBER : mix(hash);
    hash = FNV_BASIS;
    length = 0;
  }

  /// The finalizer of MurmurHash3 with 64 bits (Appleby).
  static long mix(long value) {
    long h = value;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }

  /// The hash of a text as it is.
  static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash * 31 + text.charAt(i));
    }
    return hash;
  }

  private static char[] letters(char c) {
    return c < TABLE ? FOLDED[c] : foldedOnce(c);
  }

  /// Combining accents belong to the word they stand in.
  private static boolean isMark(char c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static char[][] table() {
    char[][] table = new char[TABLE][];
    for (char c = 0; c < TABLE; c++) {
      table[c] = foldedOnce(c);
    }
    return table;
  }

  private static char[] foldedOnce(char c) {
    char lower = Character.toLowerCase(c);
    String apart = switch (lower) {
      case 'ł' -> "l";
      case 'ß' -> "ss";
      case 'œ' -> "oe";
      case 'æ' -> "ae";
      case 'ø' -> "o";
      case 'đ' -> "d";
      case 'ı' -> "i";
      default -> Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFKD);
    };
    StringBuilder kept = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char part = apart.charAt(i);
      if (Character.isDigit(part)) {
        kept.append((char) ('0' + Character.digit(part, 10)));
      } else if (Character.isLetter(part) || Character.isSurrogate(part)) {
        kept.append(Character.toLowerCase(part));
      }
    }
    return kept.toString().toCharArray();
  }
}
