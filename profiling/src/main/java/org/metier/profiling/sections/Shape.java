package org.metier.profiling.sections;

import java.util.regex.Pattern;

/// What the outer form of a line tells, whatever its words mean.
final class Shape {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  /// From so many words on a line can be a sentence.
  private static final int SENTENCE_WORDS = 9;
  /// A longer line heads nothing.
  private static final int MAX_HEADER = 130;

  private Shape() {}

  static int words(String line) {
    return line.isBlank() ? 0 : BLANKS.split(line.strip()).length;
  }

  /// Share of words that begin in small letters, 0 to 1.
  static double smallWords(String line) {
    String[] words = BLANKS.split(line.strip());
    int small = 0;
    for (String word : words) {
      small += !word.isEmpty() && Character.isLowerCase(word.charAt(0)) ? 1 : 0;
    }
    return (double) small / words.length;
  }

  /// Whether a line reads like running text: many words, most of them in small letters.
  static boolean isSentence(String line) {
    return words(line) >= SENTENCE_WORDS && smallWords(line) > 0.5;
  }

  /// Whether a line may head a job or a course: short, no item of a list, no sentence, and begun with a
  /// capital.
  static boolean isHeader(Line line) {
    String text = line.text();
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return !line.isBullet() && text.length() <= MAX_HEADER && !isSentence(text)
        && ((Character.isLetter(first) && !Character.isLowerCase(first)) || first == '(')
        && last != ';' && last != ':' && !(last == '.' && words(text) > 4);
  }
}
