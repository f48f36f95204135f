package org.metier.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.metier.index.internal.Fields;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.Store;
import org.metier.json.Json;
import org.metier.vacancy.Vacancy;

/// What a plain search of advertisements costs at the least: id, title and text indexed once with the
/// analyzers of their language, and the same texts stored as an ingest stores, all ready beforehand. Nothing
/// is read, cleaned, compared or accounted for.
///
/// @param ads in the order of their arrival
record RawLucene(List<Ad> ads) {
  RawLucene {
    ads = List.copyOf(ads);
  }

  record Ad(Vacancy vacancy, List<String> stored) {
    Document document() {
      Document document = new Document();
      document.add(new StringField(Fields.ID, vacancy.id().toString(), Field.Store.NO));
      document.add(
          new TextField(Fields.title(vacancy.language()), vacancy.title(), Field.Store.NO));
      document.add(new TextField(Fields.text(vacancy.language()), vacancy.description(),
          Field.Store.NO));
      stored.forEach(text -> document.add(new StoredField(Fields.JSON, text)));
      return document;
    }
  }

  /// The advertisements of an index, with all that it stores of them.
  ///
  /// @param folder of a generation
  static RawLucene of(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      List<Ad> ads = new ArrayList<>();
      TermQuery records = new TermQuery(new Term(RecordFields.KIND, RecordFields.RECORD));
      Scan.forEach(new IndexSearcher(reader), records, (stored, doc) -> {
        Document found = stored.document(doc);
        List<String> texts = Stream.of(RecordFields.ENTRY, RecordFields.DRAFT,
            RecordFields.MEMBERS, Fields.JSON)
            .map(found::getField)
            .filter(field -> field != null)
            .map(IndexableField::stringValue)
            .toList();
        ads.add(new Ad(Json.read(found.get(Fields.JSON), Vacancy.class), texts));
      });
      return new RawLucene(ads);
    }
  }

  /// Adds all to a new index in an empty folder, and commits once.
  int index(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, Store.config())) {
      for (Ad ad : ads) {
        writer.addDocument(ad.document());
      }
      writer.commit();
      return writer.getDocStats().numDocs;
    }
  }
}
