package org.metier.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Finds the labels of concepts in text, by their words' normal forms: the longest label at each place.
/// Of two labels that overlap the longer one stays, and of equally long ones the first.
///
/// A label matches word by word. It also matches without the qualifier in brackets that ends it
/// (`Java (computer programming)`), and in each gender that a slash parts (`vendeur/vendeuse`). What
/// would match by accident does so only as it is written, or not at all: see `LabelForms`.
///
/// Thread-safe: build one and share it. The labels of a language are compiled when it is first asked
/// for, which takes a few hundred milliseconds for 100,000 labels; tagging then costs a look-up per
/// word and allocates nothing per word.
public final class ConceptTagger {
  private final Taxonomy taxonomy;
  private final ConceptKind kind;
  private final TextAnalyzer analyzer;
  private final Map<Language, LabelAutomaton> automata = new ConcurrentHashMap<>();

  private ConceptTagger(Taxonomy taxonomy, ConceptKind kind, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.kind = kind;
    this.analyzer = analyzer;
  }

  /// @param kind the concepts to look for
  public static ConceptTagger over(Taxonomy taxonomy, ConceptKind kind, TextAnalyzer analyzer) {
    return new ConceptTagger(taxonomy, kind, analyzer);
  }

  /// Receives tags one by one, without an object for each.
  @FunctionalInterface
  public interface TagConsumer {
    /// @param concept its number in the taxonomy
    /// @param start first unit of the text under the label
    /// @param end one past the last unit
    void accept(int concept, int start, int end);
  }

  /// The labels of one language in a text, in order of appearance. A label that several concepts share
  /// gives a tag for each.
  public List<ConceptTag> tag(Language language, String text) {
    List<ConceptTag> tags = new ArrayList<>();
    forEachTag(language, text,
        (concept, start, end) -> tags.add(new ConceptTag(concept, new Span(start, end))));
    return tags;
  }

  /// As [#tag], but hands each tag on as soon as it is sure.
  public void forEachTag(Language language, String text, TagConsumer consumer) {
    LabelAutomaton automaton = automata.get(language);
    if (automaton == null) {
      automaton = automata.computeIfAbsent(language, this::compile);
    }
    automaton.scan(text, consumer);
  }

  private LabelAutomaton compile(Language language) {
    LabelAutomaton.Builder builder = new LabelAutomaton.Builder(language, analyzer);
    LabelForms forms = new LabelForms(language, analyzer);
    for (int concept = 0; concept < taxonomy.size(); concept++) {
      for (String label : taxonomy.labels(concept, language)) {
        if (taxonomy.kind(concept) == kind) {
          forms.add(concept, label);
        } else {
          forms.noteWords(concept, label);
        }
      }
    }
    forms.forms().forEach(builder::add);
    return builder.build();
  }
}
