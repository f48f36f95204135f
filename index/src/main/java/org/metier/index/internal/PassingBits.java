package org.metier.index.internal;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Notes which entries of a segment pass a filter. Costs a bit for each entry of the segment.
final class PassingBits implements LeafCollector {
  private final FixedBitSet bits;

  private PassingBits(int size) {
    bits = new FixedBitSet(size);
  }

  /// @return null when no entry passes; deleted ones never do
  static @Nullable Bits of(Weight filter, LeafReaderContext leaf) throws IOException {
    BulkScorer scorer = filter.bulkScorer(leaf);
    if (scorer == null) {
      return null;
    }
    PassingBits passing = new PassingBits(leaf.reader().maxDoc());
    scorer.score(passing, leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
    return passing.bits.asReadOnlyBits();
  }

  @Override
  public void setScorer(Scorable scorer) {
    // A filter has no scores.
  }

  @Override
  public void collect(int doc) {
    bits.set(doc);
  }

  @Override
  public void collect(DocIdStream stream) throws IOException {
    stream.forEach(bits::set);
  }
}
