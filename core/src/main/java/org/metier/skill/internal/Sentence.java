package org.metier.skill.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.internal.WordScanner;

/// The words and punctuation marks of a stretch of text, in order.
///
/// @param text that the tokens are of
/// @param starts first unit of each token
/// @param ends one past its last unit
/// @param isWord whether it is a word; else it is one punctuation mark
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Sentence(String text, int[] starts, int[] ends, boolean[] isWord) {
  /// Longer ones are cut: a sequence model costs its length, and no sentence has so many words.
  static final int LONGEST = 150;

  /// The number of tokens.
  public int size() {
    return starts.length;
  }

  /// The tokens from one to another.
  ///
  /// @param first the first token
  /// @param last the last one, at least `first`
  public Span span(int first, int last) {
    return new Span(starts[first], ends[last]);
  }

  String token(int number) {
    return text.substring(starts[number], ends[number]);
  }

  /// A text as one sentence, whatever its length.
  public static Sentence whole(Language language, String text) {
    Collector tokens = new Collector(text);
    tokens.collect(language);
    return tokens.cut(0, tokens.size);
  }

  /// The sentences of a text. A sentence ends with its line, at a bullet, at `.`, `!`, `?` or `;` before space, or
  /// after [#LONGEST] tokens. Sentences without a word are left out.
  public static List<Sentence> of(Language language, String text) {
    Collector tokens = new Collector(text);
    tokens.collect(language);
    List<Sentence> sentences = new ArrayList<>();
    int from = 0;
    int words = 0;
    for (int t = 0; t < tokens.size; t++) {
      boolean starts = t > from
          && (t - from >= LONGEST || tokens.parts(t - 1, t));
      if (starts) {
        if (words > 0) {
          sentences.add(tokens.cut(from, t));
        }
        from = t;
        words = 0;
      }
      words += tokens.isWord[t] ? 1 : 0;
    }
    if (words > 0) {
      sentences.add(tokens.cut(from, tokens.size));
    }
    return sentences;
  }

  /// Cuts a text into tokens. Not thread-safe.
  private static final class Collector {
    private static final String BULLETS = "•·●▪■◦‣➢✓✔";
    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] isWord = new boolean[64];
    private int size;

    Collector(String text) {
      this.text = text;
    }

    void collect(Language language) {
      WordScanner words = new WordScanner(language, text);
      int at = 0;
      while (words.next()) {
        if (words.start() < at) {
          continue;
        }
        int blank = placeholder(at, words.start());
        if (blank > 0) {
          marks(at, words.start() - 1);
          add(words.start() - 1, blank, false);
          at = blank;
          continue;
        }
        marks(at, words.start());
        add(words.start(), words.end(), true);
        at = words.end();
      }
      marks(at, text.length());
    }

    /// Where an anonymised name such as `<ORGANIZATION>` ends.
    ///
    /// @return 0 when the word is none
    private int placeholder(int from, int word) {
      if (word == from || text.charAt(word - 1) != '<') {
        return 0;
      }
      int end = word;
      while (end < text.length() && (Character.isUpperCase(text.charAt(end))
          || text.charAt(end) == '_')) {
        end++;
      }
      return end > word + 2 && end < text.length() && text.charAt(end) == '>' ? end + 1 : 0;
    }

    /// The marks between two words; letters there are elided articles.
    private void marks(int from, int to) {
      for (int at = from; at < to; at++) {
        char c = text.charAt(at);
        if (c > ' ' && !Character.isWhitespace(c) && !Character.isLetterOrDigit(c)
            && !Character.isSurrogate(c) && c != '\u200b') {
          add(at, at + 1, false);
        }
      }
    }

    private void add(int start, int end, boolean word) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
        isWord = Arrays.copyOf(isWord, 2 * size);
      }
      starts[size] = start;
      ends[size] = end;
      isWord[size++] = word;
    }

    /// Whether a sentence ends between two neighbouring tokens.
    boolean parts(int before, int after) {
      for (int at = ends[before]; at < starts[after]; at++) {
        if (text.charAt(at) == '\n') {
          return true;
        }
      }
      if (!isWord[after] && BULLETS.indexOf(text.charAt(starts[after])) >= 0) {
        return true;
      }
      return !isWord[before] && ".!?;".indexOf(text.charAt(starts[before])) >= 0
          && starts[after] > ends[before];
    }

    Sentence cut(int from, int to) {
      return new Sentence(text, Arrays.copyOfRange(starts, from, to),
          Arrays.copyOfRange(ends, from, to),
          Arrays.copyOfRange(isWord, from, to));
    }
  }
}
