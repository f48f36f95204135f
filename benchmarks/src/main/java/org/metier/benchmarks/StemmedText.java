package org.metier.benchmarks;

import java.util.Arrays;
import org.metier.text.Language;
import org.metier.text.internal.WordChain;
import org.metier.text.internal.WordScanner;

/// A text as the normal forms of its words, made as the tagger makes them: memoised, and without an
/// object per word. Reused from text to text; not thread-safe.
final class StemmedText {
  private final Language language;
  private final WordChain chain;
  private String[] terms = new String[1024];
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private int size;

  StemmedText(Language language) {
    this.language = language;
    chain = new WordChain(language);
  }

  void read(String text) {
    size = 0;
    WordScanner words = new WordScanner(language, text);
    while (words.next()) {
      if (size == terms.length) {
        terms = Arrays.copyOf(terms, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      terms[size] = chain.word(text, words).term();
      starts[size] = words.start();
      ends[size++] = words.end();
    }
  }

  /// All terms, joined by spaces.
  String joined() {
    return String.join(" ", Arrays.asList(terms).subList(0, size));
  }

  int size() {
    return size;
  }

  String term(int word) {
    return terms[word];
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }
}
