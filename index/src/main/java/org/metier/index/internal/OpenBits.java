package org.metier.index.internal;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/// Which entries of one segment are open: shown, not deleted, and before their deadline. Thread-safe.
///
/// What was worked out is kept, a bit an entry, as long as the segment is open and no deadline lies between
/// the moment that it was worked out for and the one that is asked about.
///
/// @param bits never written to
/// @param count how many are open
/// @param fromMillis the first moment that this holds for: behind the last deadline that has passed
/// @param toMillis the last one: the next deadline
record OpenBits(FixedBitSet bits, int count, long fromMillis, long toMillis) {
  private static final Map<IndexReader.CacheKey, OpenBits> KNOWN = new ConcurrentHashMap<>();

  /// Linear in the entries that are shown when it has to be worked out, else a look-up.
  static OpenBits of(LeafReader segment, long atMillis) throws IOException {
    IndexReader.CacheHelper cache = segment.getReaderCacheHelper();
    OpenBits known = cache == null ? null : KNOWN.get(cache.getKey());
    if (known != null && known.fromMillis <= atMillis && atMillis <= known.toMillis) {
      return known;
    }
    OpenBits found = workedOut(segment, atMillis);
    // A lost race costs working it out twice. The listener comes first: no closed segment is kept.
    if (cache != null) {
      if (known == null) {
        cache.addClosedListener(KNOWN::remove);
      }
      KNOWN.put(cache.getKey(), found);
    }
    return found;
  }

  private static OpenBits workedOut(LeafReader segment, long atMillis) throws IOException {
    FixedBitSet bits = new FixedBitSet(segment.maxDoc());
    int count = 0;
    long from = Long.MIN_VALUE;
    long to = Long.MAX_VALUE;
    Bits live = segment.getLiveDocs();
    NumericDocValues deadlines = DocValues.getNumeric(segment, RecordFields.DEADLINE);
    PostingsEnum shown = segment.postings(
        new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE), PostingsEnum.NONE);
    if (shown != null) {
      for (int doc = shown.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = shown
          .nextDoc()) {
        if ((live != null && !live.get(doc)) || !deadlines.advanceExact(doc)) {
          continue;
        }
        long deadline = deadlines.longValue();
        if (deadline < atMillis) {
          from = Math.max(from, deadline + 1);
        } else {
          to = Math.min(to, deadline);
          bits.set(doc);
          count++;
        }
      }
    }
    return new OpenBits(bits, count, from, to);
  }
}
