package org.metier.skill.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Which English word stands for a word of another language, as the labels of shared concepts tell: the one that
/// comes with it most exclusively, by the product of both conditional frequencies. Words of the language's frame
/// ("experience with", "good", "and") come from a list. Immutable.
final class WordBridge {
  /// A pair seen less often may be chance.
  private static final int LEAST_SEEN = 2;
  /// The least product of the two conditional frequencies.
  private static final double LEAST_SHARE = 0.06;
  /// Labels of a concept that are looked at, preferred one first.
  private static final int LABELS = 3;
  private static final int[] NONE = {0};

  private final Map<String, String> english = new HashMap<>();

  private WordBridge() {}

  static WordBridge of(Taxonomy taxonomy, Language language, TextAnalyzer analyzer) {
    WordBridge bridge = new WordBridge();
    if (language == Language.EN) {
      return bridge;
    }
    Map<String, Map<String, int[]>> pairs = new HashMap<>();
    Map<String, int[]> own = new HashMap<>();
    Map<String, int[]> other = new HashMap<>();
    for (int concept = 0; concept < taxonomy.size(); concept++) {
      Set<String> foreign = terms(taxonomy, concept, language, analyzer);
      Set<String> known = terms(taxonomy, concept, Language.EN, analyzer);
      if (!foreign.isEmpty() && !known.isEmpty()) {
        known.forEach(word -> count(other, word));
        for (String word : foreign) {
          count(own, word);
          known.forEach(
              translation -> count(pairs.computeIfAbsent(word, w -> new HashMap<>()), translation));
        }
      }
    }
    pairs.forEach((word, translations) -> {
      String best = best(own.getOrDefault(word, NONE)[0], translations, other);
      if (best != null) {
        bridge.english.put(word, best);
      }
    });
    FrameWords.of(language)
        .forEach((word, translation) -> bridge.english
            .put(analyzer.term(language, word), analyzer.term(Language.EN, translation)));
    return bridge;
  }

  private static @Nullable String best(int seen,
      Map<String, int[]> translations, Map<String, int[]> other) {
    String best = null;
    double most = LEAST_SHARE;
    for (Map.Entry<String, int[]> pair : new TreeMap<>(translations).entrySet()) {
      String translation = pair.getKey();
      double both = pair.getValue()[0];
      double share = both / seen * both / other.getOrDefault(translation, NONE)[0];
      if (both >= LEAST_SEEN && share > most) {
        most = share;
        best = translation;
      }
    }
    return best;
  }

  private static void count(Map<String, int[]> counts, String word) {
    counts.computeIfAbsent(word, w -> new int[1])[0]++;
  }

  private static Set<String> terms(Taxonomy taxonomy, int concept, Language language,
      TextAnalyzer analyzer) {
    Set<String> terms = new LinkedHashSet<>();
    List<String> labels = new ArrayList<>(taxonomy.labels(concept, language));
    for (String label : labels.subList(0, Math.min(LABELS, labels.size()))) {
      terms.addAll(analyzer.terms(language, label));
    }
    return terms;
  }

  /// The English normal form for a normal form, or the same where none is known: a name, for one.
  String of(String term) {
    return english.getOrDefault(term, term);
  }
}
