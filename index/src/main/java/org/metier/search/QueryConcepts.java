package org.metier.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.metier.link.ConceptTag;
import org.metier.link.ConceptTagger;
import org.metier.link.OccupationLink;
import org.metier.link.OccupationLinker;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Recognises occupations, ISCO groups and skills in the plain words of a query: by their labels, in the
/// reader's language first and then in the others; when no occupation is named outright, also by what the
/// words are like. Thread-safe.
final class QueryConcepts {
  /// A likeness less sure than this is no recognition.
  private static final double LEAST_CONFIDENCE = 0.5;
  /// Stands for what is not to be read: a letter of words that no label has.
  private static final char GAP = '\u16A0';
  private static final int MAX_CONCEPTS = 24;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final List<ConceptTagger> taggers;
  private final OccupationLinker linker;

  /// A concept, and the words of the query that stand for it.
  ///
  /// @param concept its number in the taxonomy
  /// @param terms the terms that it covers, by their place in the query
  /// @param confidence 0 to 1
  record Recognition(int concept, Set<Integer> terms, double confidence) {}

  QueryConcepts(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    taggers = List.of(ConceptTagger.over(taxonomy, ConceptKind.OCCUPATION, analyzer),
        ConceptTagger.over(taxonomy, ConceptKind.ISCO_GROUP, analyzer),
        ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer));
    linker = OccupationLinker.over(taxonomy, analyzer);
  }

  List<Recognition> in(QueryText query, @Nullable Language language) {
    String plain = plainWords(query);
    if (query.terms().stream().noneMatch(QueryConcepts::isPlain)) {
      return List.of();
    }
    List<Recognition> found = new ArrayList<>();
    Set<Integer> covered = new LinkedHashSet<>();
    if (language != null) {
      tag(query, plain, language, covered, found);
      found.forEach(recognition -> covered.addAll(recognition.terms()));
    }
    for (Language other : Language.values()) {
      if (other != language) {
        tag(query, plain, other, covered, found);
      }
    }
    if (found.stream().noneMatch(r -> taxonomy.kind(r.concept()) != ConceptKind.SKILL)) {
      link(query, plain, language == null ? Language.EN : language, found);
    }
    return found.subList(0, Math.min(MAX_CONCEPTS, found.size()));
  }

  /// The occupations that a text of a vacancy names outright.
  List<ConceptTag> occupations(Language language, String text) {
    return taggers.getFirst().tag(language, text);
  }

  /// The text with all that is not a plain word put out of reach.
  private static String plainWords(QueryText query) {
    char[] text = new char[query.text().length()];
    Arrays.fill(text, ' ');
    Span last = null;
    for (QueryTerm term : query.terms()) {
      Span span = term.span();
      if (term.isPhrase() || term.need() == QueryTerm.Need.EXCLUDED) {
        Arrays.fill(text, span.start(), span.end(), GAP);
      } else {
        // What stands between two words, such as the hyphen of front-end, helps to read a label.
        int from = last == null ? span.start() : last.end();
        query.text().getChars(from, span.end(), text, from);
      }
      last = span;
    }
    return new String(text).replace('"', ' ').replace('+', ' ');
  }

  private void tag(QueryText query, String plain, Language language, Set<Integer> covered,
      List<Recognition> found) {
    for (ConceptTagger tagger : taggers) {
      for (ConceptTag tag : tagger.tag(language, plain)) {
        Set<Integer> terms = new LinkedHashSet<>();
        for (int i = 0; i < query.terms().size(); i++) {
          if (query.terms().get(i).span().overlaps(tag.span())) {
            terms.add(i);
          }
        }
        boolean isBroken = terms.stream().anyMatch(i -> !isPlain(query.terms().get(i)));
        boolean isKnown = found.stream().anyMatch(r -> r.concept() == tag.concept());
        if (!terms.isEmpty() && !isBroken && !isKnown && terms.stream().noneMatch(covered::contains)) {
          found.add(new Recognition(tag.concept(), Set.copyOf(terms), 1));
        }
      }
    }
  }

  private static boolean isPlain(QueryTerm term) {
    return !term.isPhrase() && term.need() != QueryTerm.Need.EXCLUDED;
  }

  /// Covers the words that the label has, too; a town beside the title must still be found as a word.
  private void link(QueryText query, String plain, Language language, List<Recognition> found) {
    List<OccupationLink> links = linker.link(plain.replace(GAP, ' ').strip(), language, 1);
    if (links.isEmpty() || links.getFirst().confidence() < LEAST_CONFIDENCE) {
      return;
    }
    OccupationLink link = links.getFirst();
    Set<Integer> terms = new LinkedHashSet<>();
    for (Language of : Language.values()) {
      List<String> label = analyzer.terms(of, link.label());
      for (int i = 0; i < query.terms().size(); i++) {
        QueryTerm term = query.terms().get(i);
        if (isPlain(term) && label.contains(analyzer.term(of, term.text()))) {
          terms.add(i);
        }
      }
    }
    if (!terms.isEmpty()) {
      found.add(new Recognition(link.concept(), Set.copyOf(terms), link.confidence()));
    }
  }
}
