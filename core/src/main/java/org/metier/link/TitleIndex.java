package org.metier.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// The labels of occupations and ISCO groups for titles of one language, by words and by character
/// n-grams. A concept without a label in the language stands there with those of the others.
///
/// Thread-safe. Scratch memory of the last search is kept for the next; searches at the same time get
/// their own.
final class TitleIndex {
  private final TextAnalyzer analyzer;
  private final Language language;
  private final int[] concept;
  private final int[] label;
  private final Map<String, Integer> words;
  private final LongMap grams;
  private final Postings byWord;
  private final Postings byGram;
  private final AtomicReference<Scratch> spare = new AtomicReference<>();

  /// What a search needs for each text; all zero between searches.
  private static final class Scratch {
    final float[] word;
    final float[] gram;
    final int[] touched;
    int count;

    Scratch(int texts) {
      word = new float[texts];
      gram = new float[texts];
      touched = new int[2 * texts];
    }

    void touch(int text) {
      touched[count++] = text;
    }
  }

  /// How a title and a label go together.
  interface Score {
    /// @param words share of the title's word weight that the label has
    /// @param labelWords share of the label's word weight that the title has
    /// @param grams share of the title's n-gram weight that the label has
    /// @param labelGrams share of the label's n-gram weight that the title has
    double of(double words, double labelWords, double grams, double labelGrams);
  }

  interface Hits {
    void hit(int concept, int text, double score, double words);
  }

  private TitleIndex(Language language, TextAnalyzer analyzer, Filling filling) {
    this.language = language;
    this.analyzer = analyzer;
    words = filling.words;
    grams = filling.grams;
    concept = filling.concept.toArray();
    label = filling.label.toArray();
    byWord = Postings.invert(filling.wordBegin.toArray(), filling.wordTerms.toArray(),
        concept.length, words.size());
    byGram = Postings.invert(filling.gramBegin.toArray(), filling.gramTerms.toArray(),
        concept.length, grams.size());
  }

  static TitleIndex of(Taxonomy taxonomy, Language language, TextAnalyzer analyzer) {
    Filling filling = new Filling(analyzer);
    for (ConceptKind kind : List.of(ConceptKind.OCCUPATION, ConceptKind.ISCO_GROUP)) {
      for (int c : taxonomy.concepts(kind)) {
        filling.concept(taxonomy, c, language);
      }
    }
    return new TitleIndex(language, analyzer, filling);
  }

  private static final class Filling {
    final TextAnalyzer analyzer;
    final Map<String, Integer> words = new HashMap<>();
    final LongMap grams = new LongMap();
    final IntList concept = new IntList();
    final IntList label = new IntList();
    final IntList wordBegin = new IntList();
    final IntList wordTerms = new IntList();
    final IntList gramBegin = new IntList();
    final IntList gramTerms = new IntList();

    Filling(TextAnalyzer analyzer) {
      this.analyzer = analyzer;
      wordBegin.add(0);
      gramBegin.add(0);
    }

    void concept(Taxonomy taxonomy, int c, Language language) {
      List<String> labels = taxonomy.labels(c, language);
      for (int i = 0; i < labels.size(); i++) {
        for (String reading : JobTitle.readings(labels.get(i))) {
          text(c, i, reading, language);
        }
      }
    }

    private void text(int c, int rank, String text, Language language) {
      concept.add(c);
      label.add(rank);
      for (String word : terms(analyzer, language, text)) {
        wordTerms.add(words.computeIfAbsent(word, w -> words.size()));
      }
      wordBegin.add(wordTerms.size());
      Set<Long> own = new LinkedHashSet<>();
      Grams.forEach(text, own::add);
      for (long gram : own) {
        gramTerms.add(grams.number(gram));
      }
      gramBegin.add(gramTerms.size());
    }
  }

  private static Set<String> terms(TextAnalyzer analyzer, Language language, String text) {
    Set<String> terms = new LinkedHashSet<>();
    for (Token token : analyzer.analyze(language, text)) {
      terms.add(token.term());
    }
    return terms;
  }

  void search(String title, Score score, Hits hits) {
    Scratch scratch = spare.getAndSet(null);
    if (scratch == null) {
      scratch = new Scratch(concept.length);
    }
    Scratch s = scratch;
    double wordMass = 0;
    for (String word : terms(analyzer, language, title)) {
      Integer term = words.get(word);
      wordMass += term == null ? byWord.weightOfUnknown() : byWord.weight(term);
      if (term != null) {
        byWord.add(term, s.word, s::touch);
      }
    }
    double gramMass = 0;
    Set<Long> own = new LinkedHashSet<>();
    Grams.forEach(title, own::add);
    for (long gram : own) {
      int term = grams.find(gram);
      gramMass += term < 0 ? byGram.weightOfUnknown() : byGram.weight(term);
      if (term >= 0) {
        byGram.add(term, s.gram, s::touch);
      }
    }
    for (int i = 0; i < s.count; i++) {
      int t = s.touched[i];
      if (s.gram[t] == 0 && s.word[t] == 0) {
        continue;
      }
      double w = wordMass == 0 ? 0 : s.word[t] / wordMass;
      double lw = byWord.mass(t) == 0 ? 0 : s.word[t] / byWord.mass(t);
      double g = gramMass == 0 ? 0 : s.gram[t] / gramMass;
      double lg = byGram.mass(t) == 0 ? 0 : s.gram[t] / byGram.mass(t);
      hits.hit(concept[t], t, score.of(w, lw, g, lg), w);
      s.word[t] = 0;
      s.gram[t] = 0;
    }
    s.count = 0;
    spare.set(s);
  }

  int texts() {
    return concept.length;
  }

  int label(int text) {
    return label[text];
  }
}
