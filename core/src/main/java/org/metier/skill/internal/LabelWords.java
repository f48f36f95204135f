package org.metier.skill.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// How the words of one language are used in the labels of a taxonomy: how often first, inside and last in the
/// labels of skills, of knowledge and of occupations. Frequencies are relative to the language's labels and
/// coarse, so that they mean the same in every language. Immutable.
final class LabelWords {
  /// Kinds of labels.
  static final int KINDS = 3;
  static final int SKILL = 0;
  static final int KNOWLEDGE = 1;
  static final int OCCUPATION = 2;

  private static final int FIRST = 0;
  private static final int INNER = 1;
  private static final int LAST = 2;
  private static final int ONLY = 3;
  private static final int PLACES = 4;
  private static final int LARGEST_BIN = 10;
  /// Frequencies count by so many labels.
  private static final double PER = 100_000;

  /// What is known of one word.
  ///
  /// @param bins a frequency by kind and place, 0 for none, then logarithmic up to 10
  /// @param totals a frequency by kind, whatever the place, in halves
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Use(int[] bins, int[] totals) {
    static final Use NONE = new Use(new int[KINDS * PLACES], new int[KINDS]);

    /// All frequencies by kind in one number.
    int profile() {
      return (totals[SKILL] * (LARGEST_BIN + 1) + totals[KNOWLEDGE]) * (LARGEST_BIN + 1)
          + totals[OCCUPATION];
    }

    /// The kind whose labels use the word most, times 3, and by how much: 0 to 2.
    int lean() {
      int best = 0;
      int second = -1;
      for (int kind = 1; kind < KINDS; kind++) {
        if (totals[kind] > totals[best]) {
          second = best;
          best = kind;
        } else if (second < 0 || totals[kind] > totals[second]) {
          second = kind;
        }
      }
      return totals[best] == 0 ? -1 : best * 3 + Math.min(2, totals[best] - totals[second]);
    }
  }

  private final Map<String, Use> uses = new HashMap<>();

  private LabelWords() {}

  static LabelWords of(Taxonomy taxonomy, Language language, TextAnalyzer analyzer) {
    Map<String, int[]> counts = new HashMap<>();
    int[] labels = new int[KINDS];
    for (int concept = 0; concept < taxonomy.size(); concept++) {
      int kind = kind(taxonomy, concept);
      if (kind >= 0) {
        for (String label : taxonomy.labels(concept, language)) {
          count(analyzer.analyze(language, withoutQualifier(label)), kind, counts);
          labels[kind]++;
        }
      }
    }
    LabelWords words = new LabelWords();
    counts.forEach((term, own) -> words.uses.put(term, use(own, labels)));
    return words;
  }

  private static String withoutQualifier(String label) {
    int bracket = label.indexOf(" (");
    return bracket > 0 && label.endsWith(")") ? label.substring(0, bracket) : label;
  }

  /// @return -1 for what is neither a skill nor an occupation
  private static int kind(Taxonomy taxonomy, int concept) {
    ConceptKind kind = taxonomy.kind(concept);
    return switch (kind) {
      case SKILL -> taxonomy.isKnowledge(concept) ? KNOWLEDGE : SKILL;
      case OCCUPATION -> OCCUPATION;
      case ISCO_GROUP, SKILL_GROUP -> -1;
    };
  }

  private static void count(List<Token> tokens, int kind, Map<String, int[]> counts) {
    int last = tokens.size() - 1;
    for (int t = 0; t <= last; t++) {
      int place = last == 0 ? ONLY : t == 0 ? FIRST : t == last ? LAST : INNER;
      counts.computeIfAbsent(tokens.get(t).term(), k -> new int[KINDS * PLACES])[kind * PLACES
          + place]++;
    }
  }

  private static Use use(int[] counts, int[] labels) {
    int[] bins = new int[counts.length];
    int[] totals = new int[KINDS];
    for (int kind = 0; kind < KINDS; kind++) {
      int total = 0;
      for (int place = 0; place < PLACES; place++) {
        int count = counts[kind * PLACES + place];
        bins[kind * PLACES + place] = bin(count, labels[kind]);
        total += count;
      }
      totals[kind] = (bin(total, labels[kind]) + 1) / 2;
    }
    return new Use(bins, totals);
  }

  private static int bin(int count, int labels) {
    if (count == 0) {
      return 0;
    }
    double frequency = count * PER / labels;
    return Math.clamp(Math.getExponent(frequency) + 1L, 1, LARGEST_BIN);
  }

  Use of(String term) {
    return uses.getOrDefault(term, Use.NONE);
  }
}
