package org.metier.link;

import java.util.function.LongConsumer;

/// Character n-grams of words.
final class Grams {
  static int MIN = 3; static int MAX = 4;

  private Grams() {}

  static void forEach(String text, LongConsumer grams) {
    String folded = Folding.fold(text);
    int length = folded.length();
    int begin = 0;
    while (begin < length) {
      if (!Character.isLetterOrDigit(folded.charAt(begin))) { begin++; continue; }
      int end = begin;
      while (end < length && Character.isLetterOrDigit(folded.charAt(end))) end++;
      word(" " + folded.substring(begin, end) + " ", grams);
      begin = end;
    }
  }

  private static void word(String padded, LongConsumer grams) {
    for (int n = MIN; n <= MAX; n++) {
      for (int i = 0; i + n <= padded.length(); i++) {
        long gram = n;
        for (int k = i; k < i + n; k++) gram = gram * 0x9E3779B97F4A7C15L + padded.charAt(k) * 0xBF58476D1CE4E5B9L;
        grams.accept(gram);
      }
    }
  }
}
