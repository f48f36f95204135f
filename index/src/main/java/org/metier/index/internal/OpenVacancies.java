package org.metier.index.internal;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.LeafReaderContext;

import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

/// What searching and matching may find: records that are shown, before their deadline. The deadline is
/// compared when asked, so that a feed that has stopped keeps nothing open; what is open is noted for each
/// segment until the next deadline there has passed ([OpenBits]).
public final class OpenVacancies extends Query {
  private final long atMillis;

  private OpenVacancies(long atMillis) {
    this.atMillis = atMillis;
  }

  /// Vacancies that are open at a moment.
  public static Query at(Instant now) {
    return new OpenVacancies(now.toEpochMilli());
  }

  /// The open vacancies of a segment, none of them deleted.
  OpenBits in(LeafReaderContext leaf) throws IOException {
    return OpenBits.of(leaf.reader(), atMillis);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        OpenBits open = in(leaf);
        return open.count() == 0
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                new BitSetIterator(open.bits(), open.count()), score(), mode,
                leaf.reader().maxDoc());
      }

      @Override
      public int count(LeafReaderContext leaf) throws IOException {
        return in(leaf).count();
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false; // it is noted already
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "open at " + Instant.ofEpochMilli(atMillis);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpenVacancies open && open.atMillis == atMillis;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(atMillis);
  }
}
