package org.metier.qualification;

import java.util.ArrayList;
import java.util.List;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.internal.Folding;
import org.metier.text.internal.WordScanner;

/// A text as words, and how firmly what stands between two words parts them.
final class Words {
  /// A space, a bracket, a colon, a slash.
  static final int NOTHING = 0;
  static final int COMMA = 2;
  static final int LINE = 3;
  static final int SENTENCE = 100;
  /// A point after so few letters ends an abbreviation, not a sentence.
  private static final int LONGEST_ABBREVIATION = 4;

  private final String text;
  private final List<Word> words = new ArrayList<>();

  private record Word(String written, String folded, Span span, int gapBefore) {}

  Words(String text, Language language) {
    this.text = text;
    WordScanner scanner = new WordScanner(language, text);
    int end = 0;
    while (scanner.next()) {
      String written = text.substring(scanner.start(), scanner.wordEnd());
      int gap = words.isEmpty() ? SENTENCE : gap(end, scanner.start());
      words.add(new Word(written, Folding.plain(written),
          new Span(scanner.start(), scanner.end()), gap));
      end = scanner.end();
    }
  }

  int size() {
    return words.size();
  }

  String written(int word) {
    return words.get(word).written;
  }

  /// Lower case without diacritics.
  String folded(int word) {
    return words.get(word).folded;
  }

  Span span(int first, int last) {
    return new Span(words.get(first).span.start(), words.get(last).span.end());
  }

  /// What parts a word from the one before it.
  int gapBefore(int word) {
    return words.get(word).gapBefore;
  }

  /// The text between a word and the one before it.
  String between(int word) {
    return text.substring(words.get(word - 1).span.end(), words.get(word).span.start());
  }

  /// How far apart two words are: the words between them, and more for each comma, line and sentence.
  ///
  /// @param first before `second`
  int distance(int first, int second) {
    int distance = second - first - 1;
    for (int word = first + 1; word <= second; word++) {
      distance += gapBefore(word);
    }
    return distance;
  }

  private int gap(int from, int to) {
    int gap = NOTHING;
    for (int at = from; at < to; at++) {
      gap = Math.max(gap, switch (text.charAt(at)) {
        case ';', '!', '?', '\u2022', '\uf0b7', '|', '*', '\t' -> SENTENCE;
        case '.' -> isAbbreviation(words.getLast().written) ? NOTHING : SENTENCE;
        case '\n', '\r' -> Character.isLowerCase(text.charAt(to)) ? NOTHING : LINE;
        case ',' -> COMMA;
        default -> NOTHING;
      });
    }
    return gap;
  }

  private static boolean isAbbreviation(String word) {
    return word.length() <= LONGEST_ABBREVIATION && word.chars().allMatch(Character::isLetter);
  }
}
