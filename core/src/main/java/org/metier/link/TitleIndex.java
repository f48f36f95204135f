package org.metier.link;

import org.metier.link.internal.IntList;
import org.metier.link.internal.LongMap;
import org.metier.link.internal.Grams;
import org.metier.link.internal.Postings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;
import org.metier.text.internal.Folding;
import org.metier.text.internal.TitleReadings;

/// Labels of one language, found by the words and the character n-grams that they share with a title.
///
/// Thread-safe. The scratch memory of a search, 8 bytes a label, is kept for the next one; searches at
/// the same time get their own.
final class TitleIndex {
  private final TextAnalyzer analyzer;
  private final Language language;
  private final int[] owner;
  private final int[] rank;
  private final Map<String, Integer> words;
  private final LongMap grams;
  private final Postings byWord;
  private final Postings byGram;
  private final AtomicReference<@Nullable Scratch> spare = new AtomicReference<>();

  /// Is shown every text that shares something with a title.
  @FunctionalInterface
  interface Hits {
    /// @param owner whose text it is
    /// @param rank of the label that the text comes from
    /// @param titleWords share of the title's words, by weight, that the text has
    /// @param labelWords share of the text's words that the title has
    /// @param titleGrams share of the title's n-grams that the text has
    /// @param labelGrams share of the text's n-grams that the title has
    void hit(int owner, int rank, double titleWords, double labelWords, double titleGrams,
        double labelGrams);
  }

  private TitleIndex(Builder builder) {
    language = builder.language;
    analyzer = builder.analyzer;
    words = builder.words;
    grams = builder.grams;
    owner = builder.owner.toArray();
    rank = builder.rank.toArray();
    byWord = Postings.invert(builder.wordBegin.toArray(), builder.wordTerms.toArray(),
        owner.length, words.size());
    byGram = Postings.invert(builder.gramBegin.toArray(), builder.gramTerms.toArray(),
        owner.length, grams.size());
  }

  int texts() {
    return owner.length;
  }

  void search(String title, Hits hits) {
    Scratch scratch = spare.getAndSet(null);
    if (scratch == null) {
      scratch = new Scratch(owner.length);
    }
    double wordMass = matchWords(title, scratch);
    double gramMass = matchGrams(title, scratch);
    for (int t = 0; t < owner.length; t++) {
      float word = scratch.word[t];
      float gram = scratch.gram[t];
      if (word + gram > 0) {
        hits.hit(owner[t], rank[t], share(word, wordMass), share(word, byWord.mass(t)),
            share(gram, gramMass), share(gram, byGram.mass(t)));
      }
    }
    Arrays.fill(scratch.word, 0);
    Arrays.fill(scratch.gram, 0);
    spare.set(scratch);
  }

  private static double share(double matched, double mass) {
    return mass == 0 ? 0 : Math.min(1, matched / mass);
  }

  /// @return the weight of the title's words, those that no label has included
  private double matchWords(String title, Scratch scratch) {
    double mass = 0;
    for (String word : terms(analyzer, language, title)) {
      Integer term = words.get(word);
      mass += term == null ? byWord.weightOfUnknown() : byWord.weight(term);
      if (term != null) {
        byWord.add(term, scratch.word);
      }
    }
    return mass;
  }

  private double matchGrams(String title, Scratch scratch) {
    double mass = 0;
    for (long gram : grams(title)) {
      int term = grams.find(gram);
      mass += term < 0 ? byGram.weightOfUnknown() : byGram.weight(term);
      if (term >= 0) {
        byGram.add(term, scratch.gram);
      }
    }
    return mass;
  }

  private static Set<String> terms(TextAnalyzer analyzer, Language language, String text) {
    Set<String> terms = new LinkedHashSet<>();
    for (Token token : analyzer.analyze(language, text)) {
      terms.add(token.term());
    }
    return terms;
  }

  private static long[] grams(String text) {
    LongStream.Builder grams = LongStream.builder();
    Grams.forEach(Folding.plain(text), grams::add);
    return grams.build().distinct().toArray();
  }

  /// What a search needs for each text; all zero between searches.
  private static final class Scratch {
    final float[] word;
    final float[] gram;

    Scratch(int texts) {
      word = new float[texts];
      gram = new float[texts];
    }
  }

  /// Collects the texts of an index. Not thread-safe.
  static final class Builder {
    private final Language language;
    private final TextAnalyzer analyzer;
    private final Map<String, Integer> words = new HashMap<>();
    private final LongMap grams = new LongMap();
    private final IntList owner = new IntList();
    private final IntList rank = new IntList();
    private final IntList wordBegin = new IntList();
    private final IntList wordTerms = new IntList();
    private final IntList gramBegin = new IntList();
    private final IntList gramTerms = new IntList();

    Builder(Language language, TextAnalyzer analyzer) {
      this.language = language;
      this.analyzer = analyzer;
      wordBegin.add(0);
      gramBegin.add(0);
    }

    /// @param owned by whom
    /// @param labels those of rank 0, 1 and so on
    void add(int owned, List<String> labels) {
      for (int i = 0; i < labels.size(); i++) {
        for (String text : TitleReadings.of(labels.get(i))) {
          owner.add(owned);
          rank.add(i);
          index(text);
        }
      }
    }

    private void index(String text) {
      for (String word : terms(analyzer, language, text)) {
        wordTerms.add(words.computeIfAbsent(word, w -> words.size()));
      }
      wordBegin.add(wordTerms.size());
      for (long gram : grams(text)) {
        gramTerms.add(grams.number(gram));
      }
      gramBegin.add(gramTerms.size());
    }

    TitleIndex build() {
      return new TitleIndex(this);
    }
  }
}
