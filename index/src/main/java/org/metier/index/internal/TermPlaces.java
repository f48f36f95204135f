package org.metier.index.internal;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/// Where terms stand in the dictionaries of an index: whoever asks for what is like a profile asks for the same
/// skills, occupations and words of titles again and again, and to find them anew takes a quarter as long as to
/// read what they point to. Thread-safe.
///
/// Kept as long as that state of the index is open, some 100 bytes for each term and segment.
final class TermPlaces {
  /// More terms than a taxonomy has concepts that vacancies name; others are found each time.
  private static final int MAX_TERMS = 10_000;

  private static final Map<IndexReader.CacheKey, Map<Term, TermStates>> KNOWN = new ConcurrentHashMap<>();

  private TermPlaces() {}

  /// A query for a term that knows where the term stands.
  static TermQuery query(IndexSearcher searcher, Term term) throws IOException {
    Map<Term, TermStates> known = known(searcher.getIndexReader());
    TermStates found = known.get(term);
    if (found == null) {
      found = TermStates.build(searcher, term, true);
      if (found.docFreq() > 0 && known.size() < MAX_TERMS) {
        known.put(term, found);
      }
    }
    return new TermQuery(term, found);
  }

  private static Map<Term, TermStates> known(IndexReader reader) {
    IndexReader.CacheHelper cache = reader.getReaderCacheHelper();
    if (cache == null) {
      return new ConcurrentHashMap<>();
    }
    Map<Term, TermStates> known = KNOWN.get(cache.getKey());
    if (known == null) {
      // A lost race costs finding terms twice. The listener comes first: no closed index is kept.
      cache.addClosedListener(KNOWN::remove);
      known = new ConcurrentHashMap<>();
      KNOWN.put(cache.getKey(), known);
    }
    return known;
  }
}
