package org.metier.index.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

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
    List<Found> found = identified(searcher, hits(searcher, likeness, filter, limit), limit);
    return found.size() <= limit ? found : found.subList(0, limit);
  }

  /// Best first; more than the limit where several segments have entries of the lowest score.
  private static List<Found> identified(IndexSearcher searcher, long[] hits, int limit)
      throws IOException {
    List<Found> found = new ArrayList<>(hits.length);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    Cut cut = Cut.of(hits, limit);
    for (int from = 0; from < hits.length;) {
      LeafReaderContext leaf = leaves
          .get(ReaderUtil.subIndex(BestCollector.doc(hits[from]), leaves));
      int to = from;
      while (to < hits.length
          && BestCollector.doc(hits[to]) < leaf.docBase + leaf.reader().maxDoc()) {
        to++;
      }
      identify(leaf, Arrays.copyOfRange(hits, from, to), cut, found);
      from = to;
    }
    found.sort(BEST_FIRST);
    return found;
  }

  /// The best entries, neither read nor sorted: their places in the index, ascending. Looks up ids only when
  /// entries of one same score have to be cut.
  ///
  /// @param filter which entries to look at
  /// @param limit how many at most
  public static int[] docs(IndexSearcher searcher, Query likeness, Query filter, int limit)
      throws IOException {
    long[] hits = hits(searcher, likeness, filter, limit);
    IntStream docs = hits.length <= limit
        ? Arrays.stream(hits).mapToInt(BestCollector::doc)
        : identified(searcher, hits, limit).stream().limit(limit).mapToInt(Found::doc).sorted();
    return docs.toArray();
  }

  /// A filter that lets little through is evaluated first, as a set of bits, so that the disjunction can be
  /// scored in blocks; one that lets much through is asked only about what scores well.
  private static long[] hits(IndexSearcher searcher, Query likeness, Query filter,
      int limit) throws IOException {
    PassingBits passing = PassingBits.of(searcher, filter);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    long cost = 0;
    for (LeafReaderContext leaf : leaves) {
      cost += passing.cost(leaf);
    }
    if (cost > searcher.getIndexReader().maxDoc() / 2) {
      Query both = new BooleanQuery.Builder().add(likeness, Occur.MUST)
          .add(filter, Occur.FILTER)
          .build();
      return searcher.search(both, BestCollector.manager(limit));
    }
    Weight scoring = searcher.createWeight(searcher.rewrite(likeness), ScoreMode.TOP_SCORES, 1);
    var manager = BestCollector.manager(limit);
    BestCollector best = manager.newCollector();
    for (LeafReaderContext leaf : leaves) {
      Bits passed = passing.in(leaf);
      BulkScorer scorer = passed == null ? null : scoring.bulkScorer(leaf);
      if (scorer != null) {
        scorer.score(best.getLeafCollector(leaf), passed, 0, DocIdSetIterator.NO_MORE_DOCS);
      }
    }
    return manager.reduce(List.of(best));
  }

  /// Where the best end among entries of one same score.
  ///
  /// @param ties how many of the entries of the lowest score are wanted
  private record Cut(float lowest, int ties) {
    static Cut of(long[] hits, int limit) {
      float lowest = Float.POSITIVE_INFINITY;
      for (long hit : hits) {
        lowest = Math.min(lowest, BestCollector.score(hit));
      }
      int better = 0;
      for (long hit : hits) {
        better += BestCollector.score(hit) > lowest ? 1 : 0;
      }
      return new Cut(lowest, limit - better);
    }
  }

  /// Adds the best entries of a segment. Its ids need no look-up to be compared; of those that score the
  /// lowest only as many are looked up as are wanted, however many there are.
  private static void identify(LeafReaderContext leaf, long[] hits, Cut cut, List<Found> found)
      throws IOException {
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
    // The rank of its id among those of the segment, and which hit it is.
    long[] ranked = new long[hits.length];
    for (int i = 0; i < hits.length; i++) {
      int doc = BestCollector.doc(hits[i]);
      if (!ids.advanceExact(doc - leaf.docBase)) {
        throw new IllegalStateException("entry " + doc + " of the index has no id");
      }
      ranked[i] = (long) ids.ordValue() << Integer.SIZE | i;
    }
    Arrays.sort(ranked);
    int ties = 0;
    for (long one : ranked) {
      long hit = hits[(int) one];
      float score = BestCollector.score(hit);
      if (score > cut.lowest || ties++ < cut.ties) {
        found.add(new Found(BestCollector.doc(hit), score,
            ids.lookupOrd((int) (one >>> Integer.SIZE)).utf8ToString()));
      }
    }
  }
}
