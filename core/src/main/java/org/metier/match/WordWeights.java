package org.metier.match;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// How much a word says, by the labels of the taxonomy: `ln(N / n)` for `n` of the `N` occupations and
/// skills that have it in a label of that language (inverse document frequency, Spärck Jones 1972), 0
/// for a stop word and for a word in none. So weights do not depend on the vacancies that happen to be indexed.
///
/// Thread-safe. The first use of a language costs one analysis of its labels.
final class WordWeights {
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Map<Language, Map<String, Double>> ofLanguage = new ConcurrentHashMap<>();

  WordWeights(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
  }

  /// The words of a text that say something, each with the first form it has there.
  ///
  /// @param words to add to, by normal form
  void collect(Language language, String text, Map<String, String> words) {
    Map<String, Double> weights = of(language);
    for (Token token : analyzer.analyze(language, text)) {
      if (weights.containsKey(token.term())) {
        words.putIfAbsent(token.term(), token.span().of(text));
      }
    }
  }

  double weight(Language language, String term) {
    return of(language).getOrDefault(term, 0.0);
  }

  /// Cosine of two sets of words, 0 to 1; 0 when one has none.
  double cosine(Language language, Collection<String> a, Set<String> b) {
    double common = 0;
    for (String term : a) {
      if (b.contains(term)) {
        common += square(weight(language, term));
      }
    }
    return common == 0 ? 0 : common / StrictMath.sqrt(norm(language, a) * norm(language, b));
  }

  private double norm(Language language, Collection<String> terms) {
    double norm = 0;
    for (String term : terms) {
      norm += square(weight(language, term));
    }
    return norm;
  }

  private static double square(double x) {
    return x * x;
  }

  private Map<String, Double> of(Language language) {
    return ofLanguage.computeIfAbsent(language, this::weights);
  }

  private Map<String, Double> weights(Language language) {
    int[] concepts = IntStream.concat(Arrays.stream(taxonomy.concepts(ConceptKind.OCCUPATION)),
        Arrays.stream(taxonomy.concepts(ConceptKind.SKILL))).toArray();
    Map<String, Integer> having = new HashMap<>();
    for (int concept : concepts) {
      Set<String> terms = new HashSet<>();
      for (String label : taxonomy.labels(concept, language)) {
        terms.addAll(analyzer.terms(language, label));
      }
      terms.forEach(term -> having.merge(term, 1, Integer::sum));
    }
    Map<String, Double> weights = new HashMap<>();
    having.forEach(
        (term, n) -> weights.put(term, StrictMath.log((double) (1 + concepts.length) / n)));
    return weights;
  }
}
