package org.metier.index.internal;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.metier.vacancy.VacancyId;

/// Visits all documents of a query, without scores and without a limit.
public final class Scan {
  private Scan() {}

  /// Receives documents.
  public interface Visitor {
    void visit(StoredFields stored, int doc) throws IOException;
  }

  /// In the order of the documents.
  public static void forEach(IndexSearcher searcher, Query query, Visitor visitor)
      throws IOException {
    StoredFields stored = searcher.storedFields();
    for (int doc : documents(searcher, query)) {
      visitor.visit(stored, doc);
    }
  }

  /// The ids of the records that a query finds, in the order of the documents; reads no stored field.
  public static void forEachId(IndexSearcher searcher, Query query, Consumer<VacancyId> visitor)
      throws IOException {
    forEachId(searcher, documents(searcher, query), visitor);
  }

  /// The ids of the records that have any of some terms, each once, in the order of the documents. For terms
  /// that few records have: it looks up one after the other.
  public static void forEachId(IndexSearcher searcher, String field, List<BytesRef> terms,
      Consumer<VacancyId> visitor) throws IOException {
    IntStream.Builder found = IntStream.builder();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum known = Terms.getTerms(leaf.reader(), field).iterator();
      Bits live = leaf.reader().getLiveDocs();
      PostingsEnum docs = null;
      for (BytesRef term : terms) {
        if (known.seekExact(term)) {
          docs = known.postings(docs, PostingsEnum.NONE);
          for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs
              .nextDoc()) {
            if (live == null || live.get(doc)) {
              found.add(leaf.docBase + doc);
            }
          }
        }
      }
    }
    forEachId(searcher, found.build().sorted().distinct().toArray(), visitor);
  }

  private static void forEachId(IndexSearcher searcher, int[] documents,
      Consumer<VacancyId> visitor) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    int leaf = -1;
    SortedDocValues ids = null;
    for (int doc : documents) {
      int found = ReaderUtil.subIndex(doc, leaves);
      if (found != leaf) {
        leaf = found;
        ids = DocValues.getSorted(leaves.get(leaf).reader(), Fields.ID);
      }
      if (ids != null && ids.advanceExact(doc - leaves.get(leaf).docBase)) {
        visitor.accept(VacancyId.parse(ids.lookupOrd(ids.ordValue()).utf8ToString()));
      }
    }
  }

  /// The numbers of the documents: gathered first, so that the visitor may search itself.
  public static int[] documents(IndexSearcher searcher, Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    IntStream.Builder found = IntStream.builder();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      var docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs
          .nextDoc()) {
        if (live == null || live.get(doc)) {
          found.add(leaf.docBase + doc);
        }
      }
    }
    return found.build().toArray();
  }
}
