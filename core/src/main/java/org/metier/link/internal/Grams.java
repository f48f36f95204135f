package org.metier.link.internal;

import java.util.function.LongConsumer;

/// The character n-grams of words, 3 and 4 characters long, with one space before and behind each word.
public final class Grams {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 4;

  private Grams() {}

  /// Shows the n-grams of a folded text, repeated ones repeatedly. The characters of an n-gram are the
  /// digits of a number of base 65,536, so that different n-grams are different numbers.
  public static void forEach(String folded, LongConsumer grams) {
    StringBuilder padded = new StringBuilder(folded.length() + 2);
    padded.append(' ');
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      padded.append(Character.isLetterOrDigit(c) ? c : ' ');
    }
    padded.append(' ');
    for (int start = 0; start < padded.length(); start++) {
      long gram = padded.charAt(start);
      for (int n = 2; n <= LONGEST && start + n <= padded.length(); n++) {
        if (padded.charAt(start + n - 2) == ' ' && n > 2) {
          break; // the n-gram before ended with its word
        }
        gram = (gram << Character.SIZE) | padded.charAt(start + n - 1);
        if (n >= SHORTEST && padded.charAt(start + 1) != ' ') {
          grams.accept(gram);
        }
      }
    }
  }
}
