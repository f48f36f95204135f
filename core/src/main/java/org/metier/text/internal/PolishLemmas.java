package org.metier.text.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import morfologik.stemming.WordData;
import morfologik.stemming.polish.PolishStemmer;

/// Polish lemmas from Morfologik's dictionary. Not thread-safe.
///
/// Of several lemmas one is taken, by a rule that looks at nothing but the word, so that label and text
/// agree: the verb of a verbal noun (`zarządzanie` is `zarządzać`); else a noun, and the one that the
/// word is many forms of (`prawa` is `prawo`) or is the base form of (`mechanika` is not `mechanik`);
/// then the shortest, then the first by letters.
/// Names, which the dictionary has with a capital only, are found in lower case as well.
final class PolishLemmas implements UnaryOperator<String> {
  /// So many forms of a lemma that a word stands for, or more, are many.
  private static final int MANY = 3;

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
    int bestWeight = 0;
    for (WordData entry : dictionary.lookup(word)) {
      String lemma = entry.getStem().toString();
      int weight = weight(entry, lemma.equals(word));
      if (best.isEmpty() || weight > bestWeight
          || (weight == bestWeight && isSimpler(lemma, best))) {
        best = lemma;
        bestWeight = weight;
      }
    }
    return best;
  }

  /// Larger for the likelier reading.
  private static int weight(WordData entry, boolean isSameWord) {
    List<String> forms = entry.getTag() == null
        ? List.of()
        : List.of(entry.getTag().toString().split("\\+"));
    if (forms.stream().anyMatch(form -> form.startsWith("ger:"))) {
      return 4;
    }
    long nouns = forms.stream().filter(form -> form.startsWith("subst")).count();
    if (nouns >= MANY) {
      return 3;
    }
    boolean isBase = isSameWord && forms.stream().anyMatch(form -> form.startsWith("subst:sg:nom"));
    return isBase ? 2 : nouns > 0 ? 1 : 0;
  }

  private static boolean isSimpler(String lemma, String than) {
    return lemma.length() < than.length()
        || (lemma.length() == than.length() && lemma.compareTo(than) < 0);
  }
}
