package org.metier.index.internal;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Which entries of a segment pass a filter. What is open is noted already ([OpenBits]), and the rest of a
/// filter is asked only about that.
final class PassingBits {
  private final @Nullable OpenVacancies open;
  private final @Nullable Weight rest;

  private PassingBits(@Nullable OpenVacancies open, @Nullable Weight rest) {
    this.open = open;
    this.rest = rest;
  }

  static PassingBits of(IndexSearcher searcher, Query filter) throws IOException {
    if (filter instanceof OpenVacancies alone) {
      return new PassingBits(alone, null);
    }
    OpenVacancies open = null;
    Query rest = filter;
    if (filter instanceof BooleanQuery all
        && all.clauses().stream().allMatch(c -> c.occur() == BooleanClause.Occur.FILTER)) {
      BooleanQuery.Builder others = new BooleanQuery.Builder();
      for (BooleanClause clause : all) {
        if (clause.query() instanceof OpenVacancies found) {
          open = found;
        } else {
          others.add(clause);
        }
      }
      rest = others.build();
    }
    return new PassingBits(open, searcher.createWeight(searcher.rewrite(rest),
        ScoreMode.COMPLETE_NO_SCORES, 1));
  }

  /// How many entries of a segment are looked at to find those that pass, about; 0 when they are noted.
  long cost(LeafReaderContext leaf) throws IOException {
    ScorerSupplier supplier = rest == null ? null : rest.scorerSupplier(leaf);
    return supplier == null ? 0 : supplier.cost();
  }

  /// Costs a bit for each entry of the segment, unless all that is open passes.
  ///
  /// @return null when no entry passes; deleted ones never do
  @Nullable
  Bits in(LeafReaderContext leaf) throws IOException {
    OpenBits noted = open == null ? null : open.in(leaf);
    if (noted != null && noted.count() == 0) {
      return null;
    }
    Bits asked = noted == null
        ? leaf.reader().getLiveDocs()
        : noted.bits().asReadOnlyBits();
    if (rest == null) {
      return asked;
    }
    BulkScorer scorer = rest.bulkScorer(leaf);
    if (scorer == null) {
      return null;
    }
    Passed passed = new Passed(leaf.reader().maxDoc());
    scorer.score(passed, asked, 0, DocIdSetIterator.NO_MORE_DOCS);
    return passed.bits.asReadOnlyBits();
  }

  private static final class Passed implements LeafCollector {
    private final FixedBitSet bits;

    Passed(int size) {
      bits = new FixedBitSet(size);
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
}
