package org.metier.index.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/// Gathers the best entries for a query, the same ones in the same order whatever the order they were
/// indexed in: best score first, equal scores by id.
public final class Retrieval {
  private static final Comparator<Found> BEST_FIRST = Comparator
      .comparingDouble((Found found) -> -found.score())
      .thenComparing(Found::id);

  private Retrieval() {}

  /// An entry that was found.
  ///
  /// @param doc its place in the index as the searcher sees it
  public record Found(int doc, float score, String id) {}

  /// Reads one entry.
  public interface Entry<T> {
    T read(StoredFields stored, int doc) throws IOException;
  }

  /// The best entries, read.
  ///
  /// @param filter which entries to look at
  /// @param limit how many at most
  public static <T> List<T> best(IndexSearcher searcher, Query likeness, Query filter, int limit,
      Entry<T> entry) throws IOException {
    StoredFields stored = searcher.storedFields();
    List<T> best = new ArrayList<>();
    for (Found found : find(searcher, likeness, filter, limit)) {
      best.add(entry.read(stored, found.doc));
    }
    return best;
  }

  /// The best entries, not read.
  ///
  /// @param filter which entries to look at
  /// @param limit how many at most
  public static List<Found> find(IndexSearcher searcher, Query likeness, Query filter, int limit)
      throws IOException {
    Query query = new BooleanQuery.Builder().add(likeness, Occur.MUST)
        .add(filter, Occur.FILTER)
        .build();
    List<ScoreDoc> hits = searcher.search(query, BestCollector.manager(limit));
    hits.sort(Comparator.comparingInt(hit -> hit.doc));
    List<Found> found = new ArrayList<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (int from = 0; from < hits.size();) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hits.get(from).doc, leaves));
      int to = from;
      while (to < hits.size() && hits.get(to).doc < leaf.docBase + leaf.reader().maxDoc()) {
        to++;
      }
      identify(leaf, hits.subList(from, to), limit, found);
      from = to;
    }
    found.sort(BEST_FIRST);
    return found.size() <= limit ? found : found.subList(0, limit);
  }

  /// An entry with the rank of its id among those of its segment.
  private record Ranked(ScoreDoc hit, int idRank) {
    private static final Comparator<Ranked> BEST_FIRST = Comparator
        .comparingDouble((Ranked ranked) -> -ranked.hit.score)
        .thenComparingInt(Ranked::idRank);
  }

  /// Adds the best entries of a segment. Its ids need no look-up to be compared; only as many as are asked
  /// for are looked up, however many score the same.
  private static void identify(LeafReaderContext leaf, List<ScoreDoc> hits, int limit,
      List<Found> found) throws IOException {
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    List<Ranked> ranked = new ArrayList<>(hits.size());
    for (ScoreDoc hit : hits) {
      if (!ids.advanceExact(hit.doc - leaf.docBase)) {
        throw new IllegalStateException("entry " + hit.doc + " of the index has no id");
      }
      ranked.add(new Ranked(hit, ids.ordValue()));
    }
    if (ranked.size() > limit) {
      ranked.sort(Ranked.BEST_FIRST);
      ranked.subList(limit, ranked.size()).clear();
    }
    ranked.sort(Comparator.comparingInt(Ranked::idRank));
    for (Ranked one : ranked) {
      found.add(new Found(one.hit.doc, one.hit.score, ids.lookupOrd(one.idRank).utf8ToString()));
    }
  }
}
