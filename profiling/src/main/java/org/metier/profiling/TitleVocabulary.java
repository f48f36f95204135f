package org.metier.profiling;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;

/// The words of which job titles are made, language by language when first asked for. Thread-safe.
final class TitleVocabulary {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

  private final Taxonomy taxonomy;
  private final Map<Language, Set<String>> words = new ConcurrentHashMap<>();

  TitleVocabulary(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
  }

  /// @param word in small letters
  boolean contains(Language language, String word) {
    return words.computeIfAbsent(language, this::read).contains(word);
  }

  private Set<String> read(Language language) {
    Set<String> found = new HashSet<>();
    for (int occupation : taxonomy.concepts(ConceptKind.OCCUPATION)) {
      for (String label : taxonomy.labels(occupation, language)) {
        Collections.addAll(found, NO_LETTER.split(label.toLowerCase(Locale.ROOT)));
      }
    }
    return found;
  }
}
