package org.metier.search;

import java.util.List;

/// What a query was taken to mean.
///
/// @param words looked for, as typed, without those in the other lists
/// @param phrases looked for word by word, as typed
/// @param required words with a plus
/// @param excluded words and phrases with a minus
/// @param ignored words that say too little to look for, and what went beyond the limits
/// @param concepts occupations and skills that words were recognised as
public record Interpretation(List<String> words, List<String> phrases, List<String> required,
    List<String> excluded, List<String> ignored, List<Recognised> concepts) {

  /// An occupation, ISCO group or skill that words of the query name: vacancies coded to it are found in
  /// any language.
  ///
  /// @param uri in the taxonomy
  /// @param words of the query, as typed
  public record Recognised(String uri, String words) {}

  public Interpretation {
    words = List.copyOf(words);
    phrases = List.copyOf(phrases);
    required = List.copyOf(required);
    excluded = List.copyOf(excluded);
    ignored = List.copyOf(ignored);
    concepts = List.copyOf(concepts);
  }

  /// Whether there is nothing to look for: then everything is found that is not excluded.
  public boolean isEmpty() {
    return words.isEmpty() && phrases.isEmpty() && required.isEmpty();
  }
}
