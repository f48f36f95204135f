package org.metier.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.ExactWords;
import org.metier.index.internal.Fields;
import org.metier.taxonomy.ConceptKind;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.Token;
import org.metier.text.internal.Folding;

/// Mends words that no vacancy has, by the nearest words in titles and in labels of occupations and
/// skills (at most two letters apart, Damerau and Levenshtein). Thread-safe.
final class Spelling {
  private static final int PLENTY = 10;
  private static final int LEAST_LETTERS = 4;
  private static final int MAX_WORD = 40;
  private static final int CANDIDATES = 4;
  private static final int MAX_TRIES = 6;
  private static final double SAME_BUT_ACCENTS = 1;
  private static final double COMMON = 0.02;

  /// The words of all labels, in memory: some megabytes for all of ESCO. Never closed, since nothing but
  /// memory is held.
  private final IndexReader labels;

  private record Candidate(String word, double likeness) {}

  private Spelling(IndexReader labels) {
    this.labels = labels;
  }

  /// Reads every label once: about a second for all of ESCO.
  static Spelling over(Taxonomy taxonomy) {
    try {
      ByteBuffersDirectory memory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(new KeywordAnalyzer())
          .setMergeScheduler(new SerialMergeScheduler()))) {
        for (Language language : Language.values()) {
          Document words = new Document();
          Set<String> seen = new HashSet<>();
          for (ConceptKind kind : new ConceptKind[]{ConceptKind.OCCUPATION, ConceptKind.SKILL}) {
            taxonomy.forEachLabel(kind, language,
                (concept, rank, label) -> add(words, seen, label));
          }
          writer.addDocument(words);
        }
      }
      return new Spelling(DirectoryReader.open(memory));
    } catch (IOException e) {
      throw new UncheckedIOException("memory fails neither reading nor writing", e);
    }
  }

  private static void add(Document words, Set<String> seen, String label) {
    for (Token token : ExactWords.of(label)) {
      String word = token.span().of(label).toLowerCase(Locale.ROOT);
      if (word.length() >= LEAST_LETTERS && word.length() <= MAX_WORD
          && word.chars().allMatch(Character::isLetter) && seen.add(word)) {
        Fields.keyword(words, Fields.WORD, word);
      }
    }
  }

  /// Whether nobody who finds so many needs another spelling.
  static boolean isEnough(int found) {
    return found >= PLENTY;
  }

  /// A text that finds more; null when none does, or when there is nothing to mend.
  ///
  /// @param found how many the text as it is finds
  /// @param count how many another one would find
  @Nullable
  String better(QueryText text, UnderstoodQuery query, IndexReader ads, int found,
      ToIntFunction<String> count) throws IOException {
    Map<QueryTerm, List<String>> mends = new LinkedHashMap<>();
    for (int i = 0; i < query.words().size(); i++) {
      UnderstoodQuery.Word word = query.words().get(i);
      if (isUnknown(query, i, ads)) {
        List<String> candidates = candidates(word.term().text().toLowerCase(Locale.ROOT), ads);
        if (!candidates.isEmpty()) {
          mends.put(word.term(), candidates);
        }
      }
    }
    for (String other : tries(text.text(), mends)) {
      if (count.applyAsInt(other) > found) {
        return other.strip().replaceAll(" {2,}", " ");
      }
    }
    return null;
  }

  private static boolean isUnknown(UnderstoodQuery query, int place, IndexReader ads)
      throws IOException {
    UnderstoodQuery.Word word = query.words().get(place);
    QueryTerm term = word.term();
    String written = term.text();
    if (term.isPhrase() || term.need() == QueryTerm.Need.EXCLUDED
        || written.length() < LEAST_LETTERS || written.length() > MAX_WORD
        || !written.chars().allMatch(Character::isLetter)
        || query.concepts().stream().anyMatch(c -> c.words().contains(place))) {
      return false;
    }
    for (Term form : word.forms()) {
      if (ads.docFreq(form) > 0) {
        return false;
      }
    }
    return true;
  }

  private List<String> candidates(String word, IndexReader ads) throws IOException {
    DirectSpellChecker checker = new DirectSpellChecker();
    List<Candidate> all = new ArrayList<>();
    for (IndexReader reader : new IndexReader[]{ads, labels}) {
      for (SuggestWord similar : checker.suggestSimilar(new Term(Fields.WORD, word), CANDIDATES,
          reader, SuggestMode.SUGGEST_ALWAYS)) {
        boolean isSame = Folding.plain(similar.string).equals(Folding.plain(word));
        double common = COMMON * Math.log1p(reader == ads ? similar.freq : 0);
        all.add(new Candidate(similar.string,
            similar.score + common + (isSame ? SAME_BUT_ACCENTS : 0)));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::likeness)
        .reversed()
        .thenComparing(Candidate::word));
    Set<String> best = new LinkedHashSet<>();
    all.forEach(candidate -> best.add(candidate.word()));
    return best.stream().limit(CANDIDATES).toList();
  }

  /// All words mended by their best candidates; then, one word after the other, by the next best.
  private static List<String> tries(String text, Map<QueryTerm, List<String>> mends) {
    if (mends.isEmpty()) {
      return List.of();
    }
    Set<String> tries = new LinkedHashSet<>();
    tries.add(mend(text, mends, null, 0));
    for (int next = 1; next < CANDIDATES; next++) {
      for (QueryTerm changed : mends.keySet()) {
        tries.add(mend(text, mends, changed, next));
      }
    }
    return tries.stream().limit(MAX_TRIES).toList();
  }

  private static String mend(String text, Map<QueryTerm, List<String>> mends,
      @Nullable QueryTerm changed, int next) {
    StringBuilder mended = new StringBuilder(text);
    List<QueryTerm> backwards = new ArrayList<>(mends.keySet());
    backwards.sort(Comparator.comparingInt((QueryTerm term) -> term.span().start()).reversed());
    for (QueryTerm term : backwards) {
      List<String> candidates = mends.getOrDefault(term, List.of());
      int which = term.equals(changed) ? Math.min(next, candidates.size() - 1) : 0;
      mended.replace(term.span().start(), term.span().end(), candidates.get(which));
    }
    return mended.toString();
  }
}
