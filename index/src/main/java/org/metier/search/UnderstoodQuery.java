package org.metier.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.FacetTerms;
import org.metier.index.internal.Fields;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;

/// A query with its words in the forms that the index has them in, and its concepts. It depends on the
/// text, the language and the taxonomy alone, never on what the index holds.
///
/// @param words those that are looked for or excluded
/// @param concepts that words stand for
record UnderstoodQuery(List<Word> words, List<Concept> concepts, Interpretation interpretation) {
  /// @param forms terms of the index, none for a phrase; what is a stop word in a language has no form
  ///        there
  record Word(QueryTerm term, List<Term> forms) {
    Word {
      forms = List.copyOf(forms);
    }
  }

  /// @param concept its number in the taxonomy
  /// @param accepted the concept and, for an occupation, all narrower ones
  /// @param words places in [UnderstoodQuery#words] that it stands for
  /// @param terms of the index, at least one
  /// @param typed the words, as typed
  record Concept(int concept, Set<String> accepted, Set<Integer> words, List<Term> terms,
      double confidence, String typed) {}

  UnderstoodQuery {
    words = List.copyOf(words);
    concepts = List.copyOf(concepts);
  }

  static UnderstoodQuery of(QueryText text, @Nullable Language language, Taxonomy taxonomy,
      TextAnalyzer analyzer, QueryConcepts recognizer) {
    Reader reader = new Reader(text, language, taxonomy, analyzer);
    reader.words();
    reader.concepts(recognizer.in(text, language));
    return reader.understood();
  }

  private static final class Reader {
    private final QueryText text;
    private final @Nullable Language language;
    private final Taxonomy taxonomy;
    private final TextAnalyzer analyzer;
    private final List<Word> words = new ArrayList<>();
    /// By place in the text, the place in `words`; -1 for what is ignored.
    private final int[] places;
    private final List<Concept> concepts = new ArrayList<>();
    private final List<String> ignored;

    Reader(QueryText text, @Nullable Language language, Taxonomy taxonomy,
        TextAnalyzer analyzer) {
      this.text = text;
      this.language = language;
      this.taxonomy = taxonomy;
      this.analyzer = analyzer;
      places = new int[text.terms().size()];
      ignored = new ArrayList<>(text.ignored());
    }

    void words() {
      List<QueryTerm> terms = text.terms();
      boolean isAnySaid = terms.stream()
          .anyMatch(t -> t.need() != QueryTerm.Need.EXCLUDED && !saysLittle(t));
      for (int i = 0; i < terms.size(); i++) {
        QueryTerm term = terms.get(i);
        boolean isIgnored = isAnySaid && term.need() == QueryTerm.Need.WANTED && saysLittle(term);
        places[i] = isIgnored ? -1 : words.size();
        if (isIgnored) {
          ignored.add(term.text());
        } else {
          words.add(new Word(term, term.isPhrase() ? List.of() : forms(term)));
        }
      }
    }

    /// Whether it is a stop word and not written as an abbreviation, as `IT` is.
    private boolean saysLittle(QueryTerm term) {
      String word = term.text();
      boolean isShouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
          && !word.equals(word.toLowerCase(Locale.ROOT));
      if (term.isPhrase() || isShouted) {
        return false;
      }
      if (language != null) {
        return analyzer.isStopWord(language, word);
      }
      return List.of(Language.values()).stream().anyMatch(l -> analyzer.isStopWord(l, word));
    }

    private List<Term> forms(QueryTerm term) {
      String plain = term.words().getFirst();
      Set<Term> forms = new LinkedHashSet<>();
      forms.add(new Term(Fields.EXACT_TITLE, plain));
      forms.add(new Term(Fields.EXACT_TEXT, plain));
      forms.add(new Term(Fields.EXACT_EMPLOYER, plain));
      forms.add(new Term(Fields.EXACT_PLACE, plain));
      for (Language in : Language.values()) {
        if (!analyzer.isStopWord(in, term.text())) {
          String form = analyzer.term(in, term.text());
          forms.add(new Term(Fields.title(in), form));
          forms.add(new Term(Fields.text(in), form));
        }
      }
      return List.copyOf(forms);
    }

    void concepts(List<QueryConcepts.Recognition> recognitions) {
      for (QueryConcepts.Recognition recognition : recognitions) {
        Set<Integer> covered = new LinkedHashSet<>();
        recognition.terms().stream().sorted().forEach(i -> {
          if (places[i] >= 0) {
            covered.add(places[i]);
          }
        });
        if (!covered.isEmpty()) {
          concepts.add(concept(recognition, covered));
        }
      }
    }

    private Concept concept(QueryConcepts.Recognition recognition, Set<Integer> covered) {
      int number = recognition.concept();
      Set<String> accepted = new LinkedHashSet<>();
      List<Term> terms = new ArrayList<>();
      switch (taxonomy.kind(number)) {
        case OCCUPATION -> {
          narrower(number, accepted, new HashSet<>());
          for (String uri : accepted) {
            terms.add(new Term(Fields.SURE_OCCUPATION, uri));
            terms.add(new Term(Fields.OCCUPATION, uri));
          }
        }
        case ISCO_GROUP -> {
          accepted.add(taxonomy.uri(number));
          terms.add(new Term(Fields.FACET, FacetTerms.OCCUPATION + taxonomy.code(number)));
        }
        case SKILL, SKILL_GROUP -> {
          accepted.add(taxonomy.uri(number));
          terms.add(new Term(Fields.SKILL, taxonomy.uri(number)));
        }
      }
      List<String> typed = covered.stream().map(i -> words.get(i).term().text()).toList();
      return new Concept(number, accepted, covered, terms, recognition.confidence(),
          String.join(" ", typed));
    }

    private void narrower(int occupation, Set<String> accepted, Set<Integer> seen) {
      if (seen.add(occupation)) {
        accepted.add(taxonomy.uri(occupation));
        for (int below : taxonomy.narrower(occupation)) {
          narrower(below, accepted, seen);
        }
      }
    }

    UnderstoodQuery understood() {
      List<String> plain = new ArrayList<>();
      List<String> phrases = new ArrayList<>();
      List<String> required = new ArrayList<>();
      List<String> excluded = new ArrayList<>();
      for (Word word : words) {
        QueryTerm term = word.term();
        switch (term.need()) {
          case WANTED -> plain.add(term.text());
          case REQUIRED -> (term.isPhrase() ? phrases : required).add(term.text());
          case EXCLUDED -> excluded.add(term.text());
        }
      }
      List<Interpretation.Recognised> recognised = concepts.stream()
          .map(c -> new Interpretation.Recognised(taxonomy.uri(c.concept()), c.typed()))
          .toList();
      return new UnderstoodQuery(words, concepts,
          new Interpretation(plain, phrases, required, excluded, ignored, recognised));
    }
  }
}
