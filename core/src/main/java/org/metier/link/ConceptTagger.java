package org.metier.link;

import java.util.List;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// Finds the labels of concepts in text, by their words' normal forms: the longest label at each place.
/// Thread-safe.
public final class ConceptTagger {
  private ConceptTagger() {}

  /// @param kind the concepts to look for
  public static ConceptTagger over(Taxonomy taxonomy, ConceptKind kind, TextAnalyzer analyzer) {
    return new ConceptTagger();
  }

  /// The labels of one language in a text, in order of appearance. A label that several concepts share
  /// gives a tag for each.
  public List<ConceptTag> tag(Language language, String text) {
    return List.of();
  }
}
