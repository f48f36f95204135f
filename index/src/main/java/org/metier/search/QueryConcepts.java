package org.metier.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.coding.IscoCodes;
import org.metier.link.ConceptTag;
import org.metier.link.ConceptTagger;
import org.metier.link.LinkModel;
import org.metier.link.OccupationLink;
import org.metier.link.OccupationLinker;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;

/// Recognises occupations, ISCO groups and skills in the plain words of a query.
///
/// Labels are looked up in the reader's language first and in the others for words that it leaves over.
/// Many everyday names of jobs are no label of their own, or one of something odd: in ESCO a "driver" is a
/// hearse driver. So words that name no occupation by a preferred label, or by one of several words, are
/// put to the [OccupationLinker], too; when most of what it finds lies in one ISCO group, they stand for
/// that group. Thread-safe.
final class QueryConcepts {
  /// Stands for what is not to be read: a letter of words that no label has.
  private static final char GAP = '\u16A0';
  private static final int MAX_CONCEPTS = 24;
  private static final int LINKS = 20;
  /// More words are no name of a job.
  private static final int MOST_WORDS = 8;
  /// Below this sum of confidences nothing was found that a group could be told from.
  private static final double LEAST_FOUND = 0.1;
  /// By digits of the ISCO-08 code, what share of the confidences a group must have.
  private static final double[] LEAST_SHARE = {1, 1, 0.5, 0.5, 0.4};

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final Map<ConceptKind, ConceptTagger> taggers = new TreeMap<>();
  private final OccupationLinker linker;
  private final Map<String, Integer> groupOfCode = new HashMap<>();

  /// A concept, and the words of the query that stand for it.
  ///
  /// @param concept its number in the taxonomy
  /// @param terms the terms that it covers, by their place in the query
  /// @param confidence 0 to 1
  record Recognition(int concept, Set<Integer> terms, double confidence) {}

  QueryConcepts(Taxonomy taxonomy, TextAnalyzer analyzer, LinkModel titles) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    for (ConceptKind kind : List.of(ConceptKind.OCCUPATION, ConceptKind.ISCO_GROUP,
        ConceptKind.SKILL)) {
      taggers.put(kind, ConceptTagger.over(taxonomy, kind, analyzer));
    }
    linker = OccupationLinker.over(taxonomy, analyzer, titles);
    for (int group : taxonomy.concepts(ConceptKind.ISCO_GROUP)) {
      groupOfCode.put(taxonomy.code(group), group);
    }
  }

  List<Recognition> in(QueryText query, @Nullable Language language) {
    if (query.terms().stream().noneMatch(QueryConcepts::isPlain)) {
      return List.of();
    }
    String plain = plainWords(query);
    List<Recognition> found = new ArrayList<>();
    Set<Integer> covered = new LinkedHashSet<>();
    Set<Integer> odd = new LinkedHashSet<>();
    if (language != null) {
      tag(query, plain, language, covered, found, odd);
      found.forEach(recognition -> covered.addAll(recognition.terms()));
    }
    for (Language other : Language.values()) {
      if (other != language) {
        tag(query, plain, other, covered, found, odd);
      }
    }
    long words = query.terms().stream().filter(QueryConcepts::isPlain).count();
    if (words <= MOST_WORDS
        && found.stream().noneMatch(r -> isJob(r) && !odd.contains(r.concept()))) {
      Recognition group = group(query, plain, language == null ? Language.EN : language, odd);
      if (group != null) {
        found.removeIf(r -> odd.contains(r.concept()));
        found.add(group);
      }
    }
    return found.subList(0, Math.min(MAX_CONCEPTS, found.size()));
  }

  /// The occupations that a text names outright.
  List<ConceptTag> occupations(Language language, String text) {
    ConceptTagger tagger = taggers.get(ConceptKind.OCCUPATION);
    return tagger == null ? List.of() : tagger.tag(language, text);
  }

  private boolean isJob(Recognition recognition) {
    return taxonomy.kind(recognition.concept()) != ConceptKind.SKILL;
  }

  /// The text with all that is not a plain word put out of reach.
  private static String plainWords(QueryText query) {
    char[] text = new char[query.text().length()];
    Arrays.fill(text, ' ');
    Span last = null;
    for (QueryTerm term : query.terms()) {
      Span span = term.span();
      if (isPlain(term)) {
        // What stands between two words, such as the hyphen of front-end, helps to read a label.
        int from = last == null ? span.start() : last.end();
        query.text().getChars(from, span.end(), text, from);
      } else {
        Arrays.fill(text, span.start(), span.end(), GAP);
      }
      last = span;
    }
    return new String(text).replace('"', ' ').replace('+', ' ');
  }

  /// @param odd takes the occupations that a single word names by a label that is not the preferred one
  private void tag(QueryText query, String plain, Language language, Set<Integer> covered,
      List<Recognition> found, Set<Integer> odd) {
    taggers.forEach((kind, tagger) -> {
      for (ConceptTag tag : tagger.tag(language, plain)) {
        Set<Integer> terms = new LinkedHashSet<>();
        for (int i = 0; i < query.terms().size(); i++) {
          if (query.terms().get(i).span().overlaps(tag.span())) {
            terms.add(i);
          }
        }
        boolean isWhole = terms.stream().allMatch(i -> isPlain(query.terms().get(i)));
        boolean isKnown = found.stream().anyMatch(r -> r.concept() == tag.concept());
        if (!terms.isEmpty() && isWhole && !isKnown
            && terms.stream().noneMatch(covered::contains)) {
          found.add(new Recognition(tag.concept(), Set.copyOf(terms), 1));
          if (kind == ConceptKind.OCCUPATION && terms.size() == 1
              && !isPreferred(tag.concept(), language, tag.span().of(plain))) {
            odd.add(tag.concept());
          }
        }
      }
    });
  }

  private boolean isPreferred(int concept, Language language, String word) {
    List<String> labels = taxonomy.labels(concept, language);
    return !labels.isEmpty() && occupations(language, labels.getFirst()).stream()
        .anyMatch(tag -> tag.concept() == concept && analyzer
            .terms(language, tag.span().of(labels.getFirst()))
            .equals(analyzer.terms(language, word)));
  }

  private static boolean isPlain(QueryTerm term) {
    return !term.isPhrase() && term.need() != QueryTerm.Need.EXCLUDED;
  }

  /// The narrowest ISCO group that most occupations like these words lie in.
  private @Nullable Recognition group(QueryText query, String plain, Language language,
      Set<Integer> odd) {
    Map<String, Double> shares = new TreeMap<>();
    Set<Integer> terms = new LinkedHashSet<>();
    double all = 0;
    for (OccupationLink link : linker.rank(plain.replace(GAP, ' ').strip(), language, LINKS)) {
      Set<Integer> shared = shared(query, link.label());
      if (!shared.isEmpty() && !odd.contains(link.concept())) {
        terms.addAll(shared);
        all += link.confidence();
        String code = IscoCodes.of(taxonomy, taxonomy.uri(link.concept()));
        for (int digits = 1; digits <= code.length(); digits++) {
          shares.merge(code.substring(0, digits), link.confidence(), Double::sum);
        }
      }
    }
    for (int digits = LEAST_SHARE.length - 1; digits > 1 && all >= LEAST_FOUND; digits--) {
      for (Map.Entry<String, Double> share : shares.entrySet()) {
        Integer group = groupOfCode.get(share.getKey());
        if (share.getKey().length() == digits && group != null
            && share.getValue() >= LEAST_SHARE[digits] * all) {
          return new Recognition(group, Set.copyOf(terms), Math.min(1, share.getValue() / all));
        }
      }
    }
    return null;
  }

  /// The terms that a label has, too; a town beside a title must still be found as a word.
  private Set<Integer> shared(QueryText query, String label) {
    Set<Integer> terms = new LinkedHashSet<>();
    for (Language language : Language.values()) {
      List<String> words = analyzer.terms(language, label);
      for (int i = 0; i < query.terms().size(); i++) {
        QueryTerm term = query.terms().get(i);
        if (isPlain(term) && words.contains(analyzer.term(language, term.text()))) {
          terms.add(i);
        }
      }
    }
    return terms;
  }
}
