package org.metier.skill.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.metier.link.ConceptTagger;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.WordMemo;

/// What the span finder sees of each token: hashes of its words and their neighbours (lexical, of use in the
/// language it learnt from), and what holds in every language: shapes, punctuation, place in the sentence, how the
/// taxonomy's labels use the words, and which labels cover them.
///
/// Thread-safe.
public final class SpanFeatures {
  /// Changes whenever equal sentences may give other features: a model is of one version.
  public static final int VERSION = 1;

  private static final int MEMO_SIZE_LOG2 = 15;

  private final Taxonomy taxonomy;
  private final TextAnalyzer analyzer;
  private final ConceptTagger skills;
  private final ConceptTagger occupations;
  private final Map<Language, Words> words = new ConcurrentHashMap<>();

  private record Words(LabelWords labels, WordBridge bridge, WordMemo<WordFacts> memo) {}

  public SpanFeatures(Taxonomy taxonomy, TextAnalyzer analyzer) {
    this.taxonomy = taxonomy;
    this.analyzer = analyzer;
    skills = ConceptTagger.over(taxonomy, ConceptKind.SKILL, analyzer);
    occupations = ConceptTagger.over(taxonomy, ConceptKind.OCCUPATION, analyzer);
  }

  private WordFacts facts(Language language, Sentence sentence, int token) {
    if (!sentence.isWord()[token]) {
      return WordFacts.mark(sentence.token(token));
    }
    Words known = words.computeIfAbsent(language,
        l -> new Words(LabelWords.of(taxonomy, l, analyzer), WordBridge.of(taxonomy, l, analyzer),
            new WordMemo<>(MEMO_SIZE_LOG2)));
    String word = sentence.token(token);
    WordFacts facts = known.memo.find(word);
    if (facts == null) {
      String term = analyzer.term(language, word);
      facts = known.memo.put(word, WordFacts.word(word, term, known.bridge.of(term),
          analyzer.isStopWord(language, word), known.labels.of(term)));
    }
    return facts;
  }

  /// How words themselves are features.
  public enum Lexicon {
    /// As they are written: for the language that the model learnt from.
    WRITTEN,
    /// By the English words for them: for every other language.
    BRIDGED
  }

  /// The features of each token, as hashes.
  ///
  /// @param lexicon how words themselves are features
  public int[][] of(Language language, Sentence sentence, Lexicon lexicon) {
    int n = sentence.size();
    WordFacts[] facts = new WordFacts[n];
    for (int t = 0; t < n; t++) {
      facts[t] = facts(language, sentence, t);
    }
    int[] skillLabels = covered(language, sentence, skills, true);
    int[] occupationLabels = covered(language, sentence, occupations, false);
    int[][] features = new int[n][];
    for (int t = 0; t < n; t++) {
      TokenFeatures own = new TokenFeatures(facts, sentence, skillLabels, occupationLabels, t);
      features[t] = own.collect(lexicon);
    }
    return features;
  }

  /// Where each token stands in a label: 0 for none, else its place and the kind and length of the label.
  private int[] covered(Language language, Sentence sentence, ConceptTagger tagger,
      boolean isSkill) {
    int[] covered = new int[sentence.size()];
    int from = sentence.starts()[0];
    String text = sentence.text().substring(from, sentence.ends()[sentence.size() - 1]);
    tagger.forEachTag(language, text, (concept, start, end) -> {
      int first = Arrays.binarySearch(sentence.starts(), start + from);
      if (first < 0 || covered[first] != 0) {
        return;
      }
      int last = first;
      while (last + 1 < covered.length && sentence.ends()[last + 1] <= end + from) {
        last++;
      }
      int kind = isSkill && taxonomy.isKnowledge(concept) ? 2 : 1;
      int length = Math.min(3, last - first + 1);
      for (int t = first; t <= last; t++) {
        int place = first == last ? 0 : t == first ? 1 : t == last ? 3 : 2;
        covered[t] = 1 + place + 4 * (length - 1) + 16 * kind;
      }
    });
    return covered;
  }
}
