package org.metier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into words and brings each to its normal form, one way per language, the same for
/// vacancies, CVs and labels. Thread-safe.
public final class TextAnalyzer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}+#]*");

  private TextAnalyzer() {}

  public static TextAnalyzer create() {
    return new TextAnalyzer();
  }

  /// The words of a text in order; nothing is left out but punctuation.
  public List<Token> analyze(Language language, String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      tokens.add(
          new Token(words.group().toLowerCase(Locale.ROOT), new Span(words.start(), words.end())));
    }
    return tokens;
  }
}
