package org.metier.benchmarks.coding;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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

/// Plain BM25 (k1 1.2, b 0.75, lower-case words) over titles whose unit group is known; a group ranks as
/// its best title, equal scores in the order of the titles.
final class TitleBm25 implements AutoCloseable {
  private static final String FIELD = "title";
  private static final int HITS = 200;

  private final Analyzer analyzer = new StandardAnalyzer(CharArraySet.EMPTY_SET);
  private final List<String> groups = new ArrayList<>();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /// A title and its group.
  record Titled(String title, String group) {}

  TitleBm25(List<Titled> titles) {
    try {
      ByteBuffersDirectory directory = new ByteBuffersDirectory();
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (Titled titled : titles) {
          Document document = new Document();
          document.add(new TextField(FIELD, titled.title, Field.Store.NO));
          writer.addDocument(document);
          groups.add(titled.group);
        }
        writer.forceMerge(1); // so that the number of a document is that of its title
      }
      reader = DirectoryReader.open(directory);
      searcher = new IndexSearcher(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
  }

  Answer answer(String title) {
    try {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      for (String term : terms(title)) {
        query.add(new TermQuery(new Term(FIELD, term)), BooleanClause.Occur.SHOULD);
      }
      Set<String> ranked = new LinkedHashSet<>();
      for (ScoreDoc hit : searcher.search(query.build(), HITS).scoreDocs) {
        ranked.add(groups.get(hit.doc));
      }
      return new Answer(List.copyOf(ranked), Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  private Set<String> terms(String title) throws IOException {
    Set<String> terms = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream(FIELD, new StringReader(title))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    return terms;
  }

  @Override
  public void close() {
    try {
      reader.close();
      analyzer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be closed", e);
    }
  }
}
