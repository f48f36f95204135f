package org.metier.index.internal.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.metier.index.internal.Fields;
import org.metier.index.internal.VacancyDocument;
import org.metier.match.internal.Candidates;
import org.metier.match.internal.VacancyRow;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Entries of the index that are to be ranked. Reads stored fields of those alone that are asked for as a
/// whole. To be used while the searcher is open; not thread-safe.
public final class RowCandidates implements Candidates {
  private final List<LeafReaderContext> leaves;
  private final StoredFields stored;
  private final int[] docs;
  private final SegmentRows[] rows;

  /// @param docs entries as the searcher numbers them
  public RowCandidates(IndexSearcher searcher, int[] docs) throws IOException {
    leaves = searcher.getIndexReader().leaves();
    stored = searcher.storedFields();
    this.docs = docs.clone();
    rows = new SegmentRows[leaves.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = SegmentRows.of(leaves.get(i).reader());
    }
  }

  @Override
  public int size() {
    return docs.length;
  }

  @Override
  public void read(int candidate, VacancyRow row) {
    int leaf = ReaderUtil.subIndex(docs[candidate], leaves);
    if (!rows[leaf].read(docs[candidate] - leaves.get(leaf).docBase, row)) {
      throw new IllegalStateException(id(candidate) + " has no row in the index");
    }
  }

  @Override
  public VacancyId id(int candidate) {
    int doc = docs[candidate];
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    try {
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
      if (!ids.advanceExact(doc - leaf.docBase)) {
        throw new IllegalStateException("entry " + doc + " of the index has no id");
      }
      return VacancyId.parse(ids.lookupOrd(ids.ordValue()).utf8ToString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Vacancy vacancy(int candidate) {
    try {
      return VacancyDocument.vacancy(stored, docs[candidate]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
