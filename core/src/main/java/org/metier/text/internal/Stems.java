package org.metier.text.internal;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.UnaryOperator;
import org.metier.text.Language;

/// Stems or lemmas of one language's words. Thread-safe: the stemmers are not, so each call borrows one.
final class Stems {
  private static final int KEPT = 16;

  private final Language language;
  private final ArrayBlockingQueue<UnaryOperator<String>> idle = new ArrayBlockingQueue<>(KEPT);

  Stems(Language language) {
    this.language = language;
  }

  String stem(String word) {
    UnaryOperator<String> borrowed = idle.poll();
    UnaryOperator<String> stemmer = borrowed == null ? open() : borrowed;
    String stem = stemmer.apply(word);
    boolean returned = idle.offer(stemmer);
    return returned || !stem.isEmpty() ? stem : word;
  }

  private UnaryOperator<String> open() {
    return switch (language) {
      case EN -> FilterStemmer.english();
      case FR -> FilterStemmer.french();
      case NL -> FilterStemmer.dutch();
      case PL -> new PolishLemmas();
      case DE -> FilterStemmer.german();
    };
  }
}
