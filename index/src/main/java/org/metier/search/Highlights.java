package org.metier.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.metier.coding.IscoCodes;
import org.metier.index.internal.ExactWords;
import org.metier.link.ConceptTag;
import org.metier.place.Place;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Evidence;
import org.metier.text.Language;
import org.metier.text.Span;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.SkillDemand;
import org.metier.vacancy.Vacancy;
import org.metier.work.RemoteWork;

/// Finds in one vacancy what the query asked for: the marks, and why it was found. Words are compared in
/// the vacancy's own language, as the index did. Linear in the length of the text. Not thread-safe.
final class Highlights {
  private final UnderstoodQuery query;
  private final Vacancy vacancy;
  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final QueryConcepts recognizer;
  private final Language language;
  /// Each unit of marked text once, in order: start to end.
  private final Map<Part, TreeMap<Integer, Integer>> marks = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Highlights(UnderstoodQuery query, Vacancy vacancy, Taxonomy taxonomy, TextAnalyzer analyzer,
      QueryConcepts recognizer) {
    this.query = query;
    this.vacancy = vacancy;
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    this.recognizer = recognizer;
    language = vacancy.language() == null ? Language.EN : vacancy.language();
  }

  SearchHit hit(double score, List<Circle> near) {
    for (Part part : Part.values()) {
      marks.put(part, new TreeMap<>());
    }
    words(Part.TITLE, vacancy.title());
    words(Part.TEXT, vacancy.description());
    if (vacancy.employer() != null) {
      words(Part.EMPLOYER, vacancy.employer());
    }
    vacancy.workplaces().forEach(this::words);
    query.concepts().forEach(this::concept);
    Double distanceKm = near.isEmpty() ? null : distance(new DistanceSource(near));
    Snippet title = new Snippet(Part.TITLE, 0, vacancy.title(), spans(Part.TITLE));
    return new SearchHit(vacancy, score, distanceKm, title,
        Snippets.of(vacancy.description(), spans(Part.TEXT)), findings);
  }

  private void words(Place place) {
    for (String name : new String[]{place.city(), place.region()}) {
      if (name != null) {
        words(Part.PLACE, name);
      }
    }
  }

  private void words(Part part, String text) {
    Map<Integer, Integer> found = new TreeMap<>();
    List<Token> exact = ExactWords.of(text);
    boolean hasStems = part == Part.TITLE || part == Part.TEXT;
    List<Token> stems = hasStems ? analyzer.analyze(language, text) : List.of();
    for (UnderstoodQuery.Word word : query.words()) {
      if (word.term().need() == QueryTerm.Need.EXCLUDED) {
        continue;
      }
      if (word.term().isPhrase()) {
        phrase(part, word.term(), exact);
      } else {
        word(word.term(), exact, stems, found);
      }
    }
    if (!found.isEmpty()) {
      Map<String, String> distinct = new LinkedHashMap<>();
      found.forEach((start, end) -> {
        String written = text.substring(start, end);
        distinct.putIfAbsent(written.toLowerCase(Locale.ROOT), written);
        mark(part, start, end);
      });
      findings.add(new Finding.Words(part, List.copyOf(distinct.values())));
    }
  }

  private void word(QueryTerm term, List<Token> exact, List<Token> stems,
      Map<Integer, Integer> found) {
    String plain = term.words().getFirst();
    for (Token token : exact) {
      if (token.term().equals(plain)) {
        found.merge(token.span().start(), token.span().end(), Math::max);
      }
    }
    if (!analyzer.isStopWord(language, term.text())) {
      String stem = analyzer.term(language, term.text());
      for (Token token : stems) {
        if (token.term().equals(stem)) {
          found.merge(token.span().start(), token.span().end(), Math::max);
        }
      }
    }
  }

  private void phrase(Part part, QueryTerm term, List<Token> exact) {
    List<String> words = term.words();
    boolean isFound = false;
    for (int at = 0; at + words.size() <= exact.size(); at++) {
      int from = at;
      boolean isHere = java.util.stream.IntStream.range(0, words.size())
          .allMatch(i -> exact.get(from + i).term().equals(words.get(i)));
      if (isHere) {
        mark(part, exact.get(at).span().start(), exact.get(at + words.size() - 1).span().end());
        isFound = true;
      }
    }
    if (isFound) {
      findings.add(new Finding.Phrase(part, term.text()));
    }
  }

  private void concept(UnderstoodQuery.Concept concept) {
    if (taxonomy.kind(concept.concept()) == ConceptKind.SKILL) {
      vacancy.skills()
          .stream()
          .filter(skill -> concept.accepted().contains(skill.uri()))
          .forEach(skill -> skill(concept, skill));
    } else {
      vacancy.occupations()
          .stream()
          .filter(code -> accepts(concept, code))
          .findFirst()
          .filter(code -> findings.stream()
              .noneMatch(f -> f instanceof Finding.Concept c && c.uri().equals(code.uri())))
          .ifPresent(code -> findings
              .add(new Finding.Concept(code.uri(), concept.typed(), evidence(concept.accepted()))));
    }
  }

  private boolean accepts(UnderstoodQuery.Concept concept, OccupationCode code) {
    return concept.accepted().contains(code.uri())
        || (taxonomy.kind(concept.concept()) == ConceptKind.ISCO_GROUP && isCounted(code)
            && IscoCodes.of(taxonomy, code.uri()).startsWith(taxonomy.code(concept.concept())));
  }

  /// As facets do: a vacancy that may be three things belongs to the group of the likeliest.
  private boolean isCounted(OccupationCode code) {
    return code.origin() != OccupationCode.Origin.LINKED
        || vacancy.occupations().getFirst().equals(code);
  }

  private void skill(UnderstoodQuery.Concept concept, SkillDemand skill) {
    Evidence evidence = skill.evidence();
    Part part = switch (evidence.section()) {
      case "title" -> Part.TITLE;
      case "description" -> Part.TEXT;
      default -> null;
    };
    int length = part == Part.TITLE ? vacancy.title().length() : vacancy.description().length();
    if (part != null && evidence.span().end() <= length) {
      mark(part, evidence.span().start(), evidence.span().end());
    }
    findings.add(new Finding.Concept(skill.uri(), concept.typed(), evidence));
  }

  /// Where the title names one of these occupations.
  private @Nullable Evidence evidence(Set<String> accepted) {
    for (ConceptTag tag : recognizer.occupations(language, vacancy.title())) {
      if (accepted.contains(taxonomy.uri(tag.concept()))) {
        mark(Part.TITLE, tag.span().start(), tag.span().end());
        return new Evidence(vacancy.id().toString(), "title", tag.span(),
            tag.span().of(vacancy.title()));
      }
    }
    return null;
  }

  private @Nullable Double distance(DistanceSource source) {
    Place nearest = vacancy.workplaces()
        .stream()
        .filter(place -> place.point() != null)
        .min(Comparator.comparingDouble(place -> distance(source, place)))
        .orElse(null);
    if (vacancy.remote() == RemoteWork.REMOTE) {
      findings.add(new Finding.FromAnywhere());
    }
    if (nearest == null) {
      return null;
    }
    double km = distance(source, nearest);
    if (source.contains(nearest)) {
      findings.add(new Finding.Nearby(nearest, km));
    }
    return km;
  }

  private static double distance(DistanceSource source, Place place) {
    return place.point() == null ? Double.POSITIVE_INFINITY : source.nearest(place.point());
  }

  /// Marks that touch become one.
  private void mark(Part part, int start, int end) {
    TreeMap<Integer, Integer> known = marks.getOrDefault(part, new TreeMap<>());
    int from = start;
    int to = end;
    Map.Entry<Integer, Integer> before = known.floorEntry(to);
    while (before != null && before.getValue() > from) {
      from = Math.min(from, before.getKey());
      to = Math.max(to, before.getValue());
      known.remove(before.getKey());
      before = known.floorEntry(to);
    }
    known.put(from, to);
  }

  private List<Span> spans(Part part) {
    List<Span> spans = new ArrayList<>();
    marks.getOrDefault(part, new TreeMap<>())
        .forEach((start, end) -> spans.add(new Span(start, end)));
    return spans;
  }
}
