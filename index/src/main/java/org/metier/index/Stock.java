package org.metier.index;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.metier.index.internal.RecordFields;
import org.metier.ledger.RecordState;

/// What the index holds of its sources, as queries.
final class Stock {
  private Stock() {}

  /// The sources of which there is any record or run, in order.
  static SortedSet<String> sources(IndexSearcher searcher) throws IOException {
    SortedSet<String> sources = new TreeSet<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(RecordFields.OWNER);
      if (terms != null) {
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
          sources.add(term.utf8ToString());
        }
      }
    }
    return sources;
  }

  /// How many records of a source are in each state.
  static Map<RecordState, Integer> of(IndexSearcher searcher, String source) throws IOException {
    Map<RecordState, Integer> counts = new EnumMap<>(RecordState.class);
    for (RecordState state : RecordState.values()) {
      int count = searcher.count(in(source, state));
      if (count > 0) {
        counts.put(state, count);
      }
    }
    return counts;
  }

  static Query in(String source, RecordState... states) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (RecordState state : states) {
      any.add(new TermQuery(new Term(RecordFields.STATE, state.name())), Occur.SHOULD);
    }
    return new BooleanQuery.Builder().add(kind(source, RecordFields.RECORD), Occur.FILTER)
        .add(any.build(), Occur.FILTER)
        .build();
  }

  /// The record that is shown for a cluster.
  static Query shownFor(String cluster) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(RecordFields.CLUSTER, cluster)), Occur.FILTER)
        .add(new TermQuery(new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE)), Occur.FILTER)
        .build();
  }

  /// Documents of a kind that belong to a source.
  static Query kind(String source, String kind) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(RecordFields.kind(kind)), Occur.FILTER)
        .add(new TermQuery(new Term(RecordFields.OWNER, source)), Occur.FILTER)
        .build();
  }

  /// Live and quarantined records of a source whose deadline lies before a moment.
  static Query overdue(String source, Instant now) {
    return new BooleanQuery.Builder()
        .add(in(source, RecordState.PUBLISHED, RecordState.MERGED, RecordState.QUARANTINED),
            Occur.FILTER)
        .add(NumericDocValuesField.newSlowRangeQuery(RecordFields.DEADLINE, Long.MIN_VALUE,
            now.toEpochMilli() - 1), Occur.FILTER)
        .build();
  }

  /// Records of a source that ended before a moment.
  static Query endedBefore(String source, Instant moment) {
    return new BooleanQuery.Builder()
        .add(in(source, RecordState.EXPIRED, RecordState.WITHDRAWN), Occur.FILTER)
        .add(LongPoint.newRangeQuery(RecordFields.CHANGED, Long.MIN_VALUE,
            moment.toEpochMilli() - 1), Occur.FILTER)
        .build();
  }
}
