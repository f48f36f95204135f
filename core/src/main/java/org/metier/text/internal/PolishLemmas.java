package org.metier.text.internal;

import java.util.Locale;
import java.util.function.UnaryOperator;
import morfologik.stemming.WordData;
import morfologik.stemming.polish.PolishStemmer;

/// Polish lemmas from Morfologik's dictionary. Not thread-safe.
///
/// Of several lemmas the shortest is taken, then the first in alphabetical order: any rule would do as
/// long as it looks at nothing but the word, so that label and text agree. Names, which the dictionary
/// has with a capital only, are found in lower case as well.
final class PolishLemmas implements UnaryOperator<String> {
  private final PolishStemmer dictionary = new PolishStemmer();

  @Override
  public String apply(String word) {
    String lemma = lemma(word);
    if (lemma.isEmpty()) {
      lemma = lemma(Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return lemma.isEmpty() ? word : lemma.toLowerCase(Locale.ROOT);
  }

  private String lemma(String word) {
    String best = "";
    for (WordData entry : dictionary.lookup(word)) {
      String lemma = entry.getStem().toString();
      if (best.isEmpty() || lemma.length() < best.length()
          || lemma.length() == best.length() && lemma.compareTo(best) < 0) {
        best = lemma;
      }
    }
    return best;
  }
}
