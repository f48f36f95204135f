package org.metier.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.Fields;
import org.metier.index.internal.Store;
import org.metier.json.Json;
import org.metier.vacancy.Vacancy;

/// What a plain search of advertisements costs at the least: id, title and text indexed once with the
/// analyzers of their language, and the vacancy's JSON stored, all ready beforehand. Nothing is read,
/// cleaned, compared or accounted for.
final class RawLucene {
  private record Ad(String id, String titleField, String title, String textField, String text,
      String json) {
    static Ad of(Vacancy vacancy) {
      return new Ad(vacancy.id().toString(), Fields.title(vacancy.language()), vacancy.title(),
          Fields.text(vacancy.language()), vacancy.description(), Json.write(vacancy));
    }

    Document document() {
      Document document = new Document();
      document.add(new StringField(Fields.ID, id, Field.Store.NO));
      document.add(new TextField(titleField, title, Field.Store.NO));
      document.add(new TextField(textField, text, Field.Store.NO));
      document.add(new StoredField(Fields.JSON, json));
      return document;
    }
  }

  private final List<Ad> ads;

  RawLucene(List<VacancyDraft> drafts) {
    ads = drafts.stream().map(draft -> Ad.of(draft.vacancy())).toList();
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
