package org.metier.match.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// The words that say something, numbered language by language, and how much each says by the labels of the
/// taxonomy: `ln(N / n)` for `n` of the `N` occupations and skills that have it in a label of that language
/// (inverse document frequency, Spärck Jones 1972). Words in no label are not in it. So weights do not depend
/// on the vacancies that happen to be indexed, and numbers depend on the taxonomy alone.
///
/// Thread-safe. The first use of a language costs one analysis of its labels.
public final class Vocabulary {
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Map<Language, Words> ofLanguage = new ConcurrentHashMap<>();

  Vocabulary(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
  }

  /// @param numbers of the words, in the order of their normal forms
  /// @param squares of the words' weights
  @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost what this saves
  private record Words(Map<String, Integer> numbers, double[] squares) {}

  /// The words of a text that say something.
  ///
  /// @param words to add to: numbers, each once, in the order of their first appearance
  public void collect(Language language, String text, Set<Integer> words) {
    Map<String, Integer> numbers = of(language).numbers;
    for (Token token : analyzer.analyze(language, text)) {
      Integer number = numbers.get(token.term());
      if (number != null) {
        words.add(number);
      }
    }
  }

  /// Finds words in a text. Costs the analysis of its lines up to the one where the last is found.
  ///
  /// @param forms to add to: by number the first form that the word has there, unless there is one already;
  ///     only numbers that are keys of it, with an empty form
  public void forms(Language language, String text, Map<Integer, String> forms) {
    Map<String, Integer> numbers = of(language).numbers;
    int left = (int) forms.values().stream().filter(String::isEmpty).count();
    for (int from = 0; left > 0 && from < text.length();) {
      int end = text.indexOf('\n', from);
      String line = text.substring(from, end < 0 ? text.length() : end);
      for (Token token : analyzer.analyze(language, line)) {
        Integer number = numbers.get(token.term());
        if (number != null && "".equals(forms.get(number))) {
          forms.put(number, token.span().of(line));
          left--;
        }
      }
      from += line.length() + 1;
    }
  }

  /// The square of a word's weight.
  public double square(Language language, int word) {
    return of(language).squares[word];
  }

  private Words of(Language language) {
    return ofLanguage.computeIfAbsent(language, this::words);
  }

  private Words words(Language language) {
    int[] concepts = IntStream.concat(Arrays.stream(taxonomy.concepts(ConceptKind.OCCUPATION)),
        Arrays.stream(taxonomy.concepts(ConceptKind.SKILL))).toArray();
    Map<String, Integer> having = new TreeMap<>();
    for (int concept : concepts) {
      Set<String> terms = new HashSet<>();
      for (String label : taxonomy.labels(concept, language)) {
        terms.addAll(analyzer.terms(language, label));
      }
      terms.forEach(term -> having.merge(term, 1, Integer::sum));
    }
    Map<String, Integer> numbers = HashMap.newHashMap(having.size());
    double[] squares = new double[having.size()];
    having.forEach((term, n) -> {
      double weight = StrictMath.log((double) (1 + concepts.length) / n);
      squares[numbers.size()] = weight * weight;
      numbers.put(term, numbers.size());
    });
    return new Words(numbers, squares);
  }
}
