package org.metier.benchmarks.relevance;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.internal.LuceneAnalyzers;

/// The baseline: Lucene's BM25 over the whole texts of the CVs, with stemming and stop words.
final class Bm25 implements AutoCloseable {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final TextAnalyzer analyzer;
  private final IndexSearcher searcher;

  Bm25(Map<String, String> textOfCv, TextAnalyzer analyzer) throws IOException {
    this.analyzer = analyzer;
    IndexWriterConfig config = new IndexWriterConfig(LuceneAnalyzers.forLanguage(Language.EN));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Map.Entry<String, String> cv : textOfCv.entrySet()) {
        Document document = new Document();
        document.add(new StringField("id", cv.getKey(), Field.Store.YES));
        document.add(new TextField("text", cv.getValue(), Field.Store.NO));
        writer.addDocument(document);
      }
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  /// CV to score for a job's terms; a CV without any of their words is not among them.
  Map<String, Double> scores(Collection<String> terms) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<String> words = analyzer.terms(Language.EN, String.join(" . ", terms));
    words.stream()
        .distinct()
        .forEach(w -> query.add(new TermQuery(new Term("text", w)), BooleanClause.Occur.SHOULD));
    Map<String, Double> scores = new HashMap<>();
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc hit : searcher.search(query.build(),
        Math.max(1, searcher.getIndexReader().numDocs())).scoreDocs) {
      scores.put(stored.document(hit.doc).get("id"), (double) hit.score);
    }
    return scores;
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
  }
}
