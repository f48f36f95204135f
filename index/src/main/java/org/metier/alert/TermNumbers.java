package org.metier.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.metier.coding.IscoCodes;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// Numbers what alerts ask for, so that a vacancy's values can be compared as ints. Concepts of the taxonomy
/// have their own numbers; words, employers and the like get one when the first alert names them.
///
/// Thread-safe. A number is never taken back: words that no alert uses any more stay until the matcher goes.
final class TermNumbers {
  static final int NONE = -1;

  /// What is numbered by name; words are numbered apart by language.
  enum Kind {
    EMPLOYER, SOURCE, COUNTRY, CURRENCY
  }

  private static final int[] ISCO_START = {0, 0, 10, 110, 1_110};
  private static final int ISCO_CODES = 11_110;

  private final int iscoBase;
  private final AtomicInteger next;
  private final Map<String, Integer> concepts = new ConcurrentHashMap<>();
  private final List<Map<String, Integer>> words = new ArrayList<>();
  private final List<Map<String, Integer>> names = new ArrayList<>();
  /// By concept: everything above it, as terms, ISCO codes included; empty for skills.
  private final int[][] above;
  private final double[] rarity;

  /// Terms that stand for something not being said, and for nothing being asked.
  final int unknownOccupation;
  final int unknownSkills;
  final int unknownWords;
  final int everything;

  TermNumbers(Taxonomy taxonomy) {
    iscoBase = taxonomy.size();
    unknownOccupation = iscoBase + ISCO_CODES;
    unknownSkills = unknownOccupation + 1;
    unknownWords = unknownOccupation + 2;
    everything = unknownOccupation + 3;
    next = new AtomicInteger(everything + 1);
    above = new int[taxonomy.size()][];
    rarity = new double[taxonomy.size()];
    for (int concept = 0; concept < taxonomy.size(); concept++) {
      concepts.put(taxonomy.uri(concept), concept);
      ConceptKind kind = taxonomy.kind(concept);
      above[concept] = kind == ConceptKind.OCCUPATION || kind == ConceptKind.ISCO_GROUP
          ? above(taxonomy, concept)
          : new int[0];
      rarity[concept] = kind == ConceptKind.SKILL ? taxonomy.rarity(concept) : 0;
    }
    for (Language _ : Language.values()) {
      words.add(new ConcurrentHashMap<>());
    }
    for (Kind _ : Kind.values()) {
      names.add(new ConcurrentHashMap<>());
    }
  }

  private int[] above(Taxonomy taxonomy, int concept) {
    IntList terms = new IntList();
    int[] ancestors = taxonomy.ancestors(concept);
    terms.addAll(ancestors, 0, ancestors.length);
    String code = IscoCodes.of(taxonomy, taxonomy.uri(concept));
    for (int digits = 1; digits <= code.length(); digits++) {
      terms.add(isco(code.substring(0, digits)));
    }
    return terms.toArray();
  }

  /// @param code 1 to 4 digits
  int isco(String code) {
    return iscoBase + ISCO_START[code.length()] + Integer.parseInt(code);
  }

  /// How many digits an ISCO term has, 0 for another term.
  int iscoDigits(int term) {
    int code = term - iscoBase;
    for (int digits = 4; digits > 0; digits--) {
      if (code >= ISCO_START[digits]) {
        return code < ISCO_CODES ? digits : 0;
      }
    }
    return 0;
  }

  /// Everything above an occupation, as terms; none for other terms.
  int[] above(int term) {
    return term < above.length ? above[term] : new int[0];
  }

  /// How much a skill tells; 0 when the taxonomy does not know it.
  double rarity(int term) {
    return term < rarity.length ? rarity[term] : 0;
  }

  int addConcept(String uri) {
    return concepts.computeIfAbsent(uri, _ -> next.getAndIncrement());
  }

  int findConcept(String uri) {
    return concepts.getOrDefault(uri, NONE);
  }

  int addWord(Language language, String word) {
    return words.get(language.ordinal()).computeIfAbsent(word, _ -> next.getAndIncrement());
  }

  int findWord(Language language, String word) {
    return words.get(language.ordinal()).getOrDefault(word, NONE);
  }

  /// Whether any alert ever asked for words in this language.
  boolean hasWords(Language language) {
    return !words.get(language.ordinal()).isEmpty();
  }

  int add(Kind kind, String name) {
    return names.get(kind.ordinal())
        .computeIfAbsent(folded(kind, name), _ -> next.getAndIncrement());
  }

  int find(Kind kind, String name) {
    Map<String, Integer> known = names.get(kind.ordinal());
    return known.isEmpty() ? NONE : known.getOrDefault(folded(kind, name), NONE);
  }

  private static String folded(Kind kind, String name) {
    return switch (kind) {
      case EMPLOYER -> String.join(" ", name.strip().toLowerCase(Locale.ROOT).split("\\s+"));
      case SOURCE, COUNTRY, CURRENCY -> name;
    };
  }
}
