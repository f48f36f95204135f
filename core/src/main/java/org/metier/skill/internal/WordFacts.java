package org.metier.skill.internal;

import java.util.Locale;

/// What the features ask of one token, each as a hash or a small number.
///
/// @param word of its lower case
/// @param stem of its normal form
/// @param english of the normal form of the English word for it
/// @param shape of its capitals, digits and signs, runs taken together
/// @param head of its first three letters
/// @param longHead of its first five
/// @param tails of its last two, three and four
/// @param isStop whether it says little
/// @param use in the labels of the taxonomy
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
record WordFacts(int word, int stem, int english, int shape, int head, int longHead, int[] tails,
    boolean isStop, LabelWords.Use use) {

  static WordFacts word(String token, String term, String english, boolean isStop,
      LabelWords.Use use) {
    String lower = token.toLowerCase(Locale.ROOT);
    int n = lower.length();
    int[] tails = new int[3];
    for (int k = 0; k < tails.length; k++) {
      tails[k] = lower.substring(Math.max(0, n - k - 2)).hashCode();
    }
    return new WordFacts(lower.hashCode(), term.hashCode(), english.hashCode(),
        shape(token).hashCode(),
        lower.substring(0, Math.min(n, 3)).hashCode(),
        lower.substring(0, Math.min(n, 5)).hashCode(), tails, isStop, use);
  }

  static WordFacts mark(String mark) {
    int code = mark.hashCode();
    return new WordFacts(code, code, code, code, code, code, new int[]{code, code, code}, true,
        LabelWords.Use.NONE);
  }

  private static String shape(String token) {
    StringBuilder shape = new StringBuilder();
    for (int at = 0; at < token.length(); at++) {
      char c = token.charAt(at);
      char sign = Character.isUpperCase(c)
          ? 'A'
          : Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '1' : c;
      int length = shape.length();
      if (length < 2 || shape.charAt(length - 1) != sign || shape.charAt(length - 2) != sign) {
        shape.append(sign);
      }
    }
    return shape.substring(0, Math.min(shape.length(), 8));
  }
}
