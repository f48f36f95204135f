package org.metier.benchmarks.titles;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
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
import org.metier.link.internal.TitleSet;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.text.Token;

/// Lucene's BM25 with its defaults (k1 1.2, b 0.75) over the labels; a concept ranks as its best label.
/// Equal scores come in the order of the corpus.
public final class Bm25Ranker implements TitleRanker, AutoCloseable {
  private static final String FIELD = "label";

  private final Function<String, List<String>> terms;
  private final List<String> concepts;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private Bm25Ranker(TitleSet titles, Function<String, List<String>> terms) throws IOException {
    this.terms = terms;
    concepts = titles.labels().stream().map(TitleSet.Label::concept).toList();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory,
        new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (TitleSet.Label label : titles.labels()) {
        Document document = new Document();
        document.add(new TextField(FIELD, String.join(" ", terms.apply(label.text())),
            Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1); // so that the number of a document is that of its label
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  /// Lower-case words.
  public static Bm25Ranker plain(TitleSet titles) {
    return of(titles, Bm25Ranker::lowerCaseWords);
  }

  /// The normal forms that Metier's analysis brings words to: stems, in Polish lemmas.
  public static Bm25Ranker stemmed(TitleSet titles, TextAnalyzer analyzer, Language language) {
    return of(titles,
        text -> analyzer.analyze(language, text).stream().map(Token::term).toList());
  }

  private static Bm25Ranker of(TitleSet titles, Function<String, List<String>> terms) {
    try {
      return new Bm25Ranker(titles, terms);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
  }

  private static List<String> lowerCaseWords(String text) {
    List<String> words = new ArrayList<>();
    try (Analyzer standard = new StandardAnalyzer(CharArraySet.EMPTY_SET);
        TokenStream stream = standard.tokenStream(FIELD, new StringReader(text))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return words;
  }

  @Override
  public List<String> rank(String title) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (String term : new LinkedHashSet<>(terms.apply(title))) {
      query.add(new TermQuery(new Term(FIELD, term)), BooleanClause.Occur.SHOULD);
    }
    try {
      Set<String> ranked = new LinkedHashSet<>();
      for (ScoreDoc hit : searcher.search(query.build(), concepts.size()).scoreDocs) {
        ranked.add(concepts.get(hit.doc));
      }
      return List.copyOf(ranked);
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
