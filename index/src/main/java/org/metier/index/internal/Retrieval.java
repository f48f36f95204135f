package org.metier.index.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/// Gathers the best entries for a query, the same ones whatever the order they were indexed in.
public final class Retrieval {
  private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE,
      new SortField(Fields.ID, SortField.Type.STRING));

  private Retrieval() {}

  /// Reads one entry.
  public interface Entry<T> {
    T read(StoredFields stored, int doc) throws IOException;
  }

  /// @param filter which entries to look at
  /// @param limit how many at most
  public static <T> List<T> best(IndexSearcher searcher, Query likeness, Query filter, int limit,
      Entry<T> entry) throws IOException {
    Query query = new BooleanQuery.Builder().add(likeness, BooleanClause.Occur.MUST)
        .add(filter, BooleanClause.Occur.FILTER)
        .build();
    StoredFields stored = searcher.storedFields();
    List<T> best = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, limit, BEST_FIRST).scoreDocs) {
      best.add(entry.read(stored, hit.doc));
    }
    return best;
  }
}
