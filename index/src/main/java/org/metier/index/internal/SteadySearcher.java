package org.metier.index.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// A searcher whose scores depend on the entries that there are, and not on how the index came to hold them:
/// entries that were replaced or deleted, and that Lucene counts until it merges their segment, do not count.
/// So the same vacancies give the same candidates whatever became of them before, and after every rebuild.
///
/// Rarity is counted over live entries. The mean length of a field, which BM25 compares lengths with, is a
/// constant: it could be told of live entries only by looking at each.
///
/// Costs one pass over a term's entries in a segment with deleted ones, when the term is first asked for there.
public final class SteadySearcher extends IndexSearcher {
  private static final Map<IndexReader.CacheKey, Map<Term, Integer>> KNOWN = new ConcurrentHashMap<>();

  /// Typical numbers of values or words in a field, by its name up to `_`.
  private static final Map<String, Integer> LENGTHS = Map.of(Fields.OCCUPATION, 1, Fields.ISCO, 4,
      Fields.SKILL, 6, "title", 5, "text", 200);

  /// What is known of fields; each clause of a query asks again.
  private final Map<String, Optional<CollectionStatistics>> fields = new HashMap<>();

  /// To be used for one search by one thread.
  public SteadySearcher(IndexReader reader) {
    super(reader);
  }

  /// Weighted terms are those of a [Likeness].
  @Override
  public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
    return super.createWeight(query instanceof BoostQuery weighted
        && weighted.getQuery() instanceof TermQuery term
            ? new BoostQuery(TermPlaces.query(this, term.getTerm()), weighted.getBoost())
            : query,
        mode, boost);
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    int live = getIndexReader().hasDeletions() ? count(term) : docFreq;
    // A term of deleted entries alone finds nothing, whatever it weighs.
    return new TermStatistics(term.bytes(), Math.max(1, live), Math.max(1, live));
  }

  @Override
  public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
    Optional<CollectionStatistics> known = fields.get(field);
    if (known == null) {
      known = super.collectionStatistics(field) == null
          ? Optional.empty()
          : Optional.of(statistics(field));
      fields.put(field, known);
    }
    return known.orElse(null);
  }

  private CollectionStatistics statistics(String field) throws IOException {
    // All fields that are searched belong to entries that are shown, or else to the index of profiles.
    int shown = count(new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE));
    long entries = Math.max(1, shown > 0 ? shown : getIndexReader().numDocs());
    int end = field.indexOf('_');
    int length = LENGTHS.getOrDefault(end < 0 ? field : field.substring(0, end), 1);
    return new CollectionStatistics(field, Math.max(entries, getIndexReader().maxDoc()), entries,
        length * entries, length * entries);
  }

  private int count(Term term) throws IOException {
    int count = 0;
    for (LeafReaderContext leaf : getIndexReader().leaves()) {
      count += count(leaf.reader(), term);
    }
    return count;
  }

  private static int count(LeafReader segment, Term term) throws IOException {
    Bits live = segment.getLiveDocs();
    if (live == null) {
      return segment.docFreq(term);
    }
    IndexReader.CacheHelper cache = segment.getReaderCacheHelper();
    Map<Term, Integer> known = cache == null ? null : KNOWN.get(cache.getKey());
    if (cache != null && known == null) {
      // A lost race costs counting twice. The listener comes first: no closed segment is kept.
      cache.addClosedListener(KNOWN::remove);
      known = new ConcurrentHashMap<>();
      KNOWN.put(cache.getKey(), known);
    }
    Integer before = known == null ? null : known.get(term);
    if (before != null) {
      return before;
    }
    int count = counted(segment, term, live);
    if (known != null) {
      known.put(term, count);
    }
    return count;
  }

  private static int counted(LeafReader segment, Term term, Bits live) throws IOException {
    PostingsEnum entries = segment.postings(term, PostingsEnum.NONE);
    int count = 0;
    if (entries != null) {
      for (int doc = entries.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = entries
          .nextDoc()) {
        count += live.get(doc) ? 1 : 0;
      }
    }
    return count;
  }
}
