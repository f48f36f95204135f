package org.metier.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.metier.home.Home;
import org.metier.index.internal.Generations;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.StoredRecord;
import org.metier.json.Json;

/// Everything that an index holds, as sorted lines: records with accounts, texts and clusters, and runs.
final class StoredState {
  private StoredState() {}

  /// What the generation in service holds.
  static List<String> of(Path home) throws IOException {
    Generations generations = new Generations(Home.open(home).vacancyIndex());
    return of(generations, generations.current());
  }

  static List<String> of(Generations generations, Path generation) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Directory directory = generations.open(generation);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (StoredRecord record : records(searcher)) {
        lines.add(record.entry().id() + " " + Json.write(record.entry()) + " "
            + (record.cluster() == null ? "" : Json.write(record.cluster())) + " "
            + (record.draft() == null ? "" : Json.write(record.draft())) + " "
            + (record.vacancy() == null ? "" : Json.write(record.vacancy())));
      }
      for (String source : Stock.sources(searcher)) {
        LedgerDocuments.runs(searcher, source).forEach(r -> lines.add("run " + Json.write(r)));
        LedgerDocuments.rejections(searcher, source).forEach(r -> lines.add("rejected " + r));
      }
    }
    lines.sort(null);
    return lines;
  }

  static List<StoredRecord> records(IndexSearcher searcher) throws IOException {
    List<StoredRecord> records = new ArrayList<>();
    for (int doc : Scan.documents(searcher,
        new TermQuery(RecordFields.kind(RecordFields.RECORD)))) {
      records.add(RecordDocument.read(searcher, doc));
    }
    return records;
  }
}
