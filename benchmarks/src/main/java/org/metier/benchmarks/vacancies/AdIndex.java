package org.metier.benchmarks.vacancies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// The baseline: Lucene's BM25 with its defaults over stemmed titles and descriptions.
final class AdIndex implements AutoCloseable {
  private static final String FIELD = "text";

  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /// @param ads the terms of each
  AdIndex(List<List<String>> ads) {
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(directory,
          new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (List<String> terms : ads) {
          Document document = new Document();
          document.add(new TextField(FIELD, String.join(" ", terms), Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1); // so that the number of a document is that of its advertisement
      }
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
  }

  /// The best advertisements for any of the terms, by number.
  int[] best(List<String> terms, int count) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.stream()
        .distinct()
        .forEach(t -> query.add(new TermQuery(new Term(FIELD, t)), BooleanClause.Occur.SHOULD));
    try {
      ScoreDoc[] hits = searcher.search(query.build(), count).scoreDocs;
      int[] best = new int[hits.length];
      for (int i = 0; i < best.length; i++) {
        best[i] = hits[i].doc;
      }
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be closed", e);
    }
  }
}
