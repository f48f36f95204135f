package org.metier.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.metier.index.internal.Generations;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.Decision;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.match.internal.RowWriter;
import org.metier.vacancy.OccupationCode;
import org.metier.vacancy.VacancyId;

/// Builds the next generation out of what the present one stored.
final class Recoding {
  private final Generations generations;
  private final RowWriter rows;
  private final Understanding understanding;
  private final Map<String, Double> trust;
  private final int batchRecords;
  private int records;
  private int changed;

  Recoding(Generations generations, RowWriter rows, Understanding understanding,
      Map<String, Double> trust, int batchRecords) {
    this.trust = trust;
    this.generations = generations;
    this.rows = rows;
    this.understanding = understanding;
    this.batchRecords = batchRecords;
  }

  RecodeReport run() throws IOException {
    generations.deleteUnused();
    Path present = generations.current();
    Path next = generations.next();
    boolean isDone = false;
    try (Directory directory = generations.open(present)) {
      if (!DirectoryReader.indexExists(directory)) {
        throw new IndexException("there are no vacancies to code anew; ingest a feed first");
      }
      int uncoded;
      int merged;
      try (DirectoryReader reader = DirectoryReader.open(directory);
          StoreWriter writer = StoreWriter.begin(generations, next, rows.taxonomy().id(),
              arrivals(present))) {
        copy(new IndexSearcher(reader), writer);
        uncoded = writer.searcher().count(new TermQuery(new Term(RecordFields.REVIEW, "1")));
        merged = writer.searcher()
            .count(new TermQuery(new Term(RecordFields.STATE, RecordState.MERGED.name())));
      }
      requireSound(next);
      generations.switchTo(next);
      isDone = true;
      return new RecodeReport(generations.number(), records, changed, uncoded, merged);
    } finally {
      if (!isDone) {
        IOUtils.rm(next);
      }
    }
  }

  private long arrivals(Path folder) throws IOException {
    try (StoreWriter writer = StoreWriter.open(generations, folder, rows.taxonomy().id())) {
      return writer.arrivals();
    }
  }

  private void requireSound(Path next) throws IOException {
    CheckReport report = IndexCheck.of(generations, next);
    if (!report.isSound()) {
      throw new IndexException("the new generation failed its check and was not put into service: "
          + report.findings().getFirst());
    }
  }

  private void copy(IndexSearcher from, StoreWriter writer) throws IOException {
    List<Decision> all = LedgerDocuments.decisions(from);
    for (Decision decision : all) {
      writer.add(LedgerDocuments.document(decision));
    }
    for (String source : Stock.sources(from)) {
      for (Run run : LedgerDocuments.runs(from, source)) {
        writer.add(LedgerDocuments.document(run));
      }
      for (var rejection : LedgerDocuments.rejections(from, source)) {
        writer.add(LedgerDocuments.rejection(source, rejection));
      }
    }
    writer.commit();
    records(from, writer, new Decisions(all));
  }

  private void records(IndexSearcher from, StoreWriter writer, Decisions decisions)
      throws IOException {
    Workspace workspace = new Workspace(writer, rows);
    Clustering clustering = new Clustering(writer, workspace, decisions, trust, from);
    for (Placed placed : inOrderOfArrival(from)) {
      StoredRecord record = RecordDocument.read(from, placed.doc());
      if (record.vacancy() != null) {
        record = understood(record, decisions);
      }
      workspace.put(record);
      if (workspace.size() >= batchRecords) {
        clustering.settle();
        workspace.flush();
        writer.commit();
      }
    }
    clustering.settle();
    workspace.flush();
    writer.commit();
  }

  private StoredRecord understood(StoredRecord record, Decisions decisions) {
    records++;
    List<OccupationCode> before = record.requiredVacancy().occupations();
    StoredRecord coded = record.with(understanding.of(record, decisions));
    if (!coded.requiredVacancy().occupations().equals(before)) {
      changed++;
    }
    return coded;
  }

  private record Placed(long arrival, VacancyId id, int doc) {}

  /// What was shown first comes first, so that clusters keep what they were shown by.
  private static List<Placed> inOrderOfArrival(IndexSearcher searcher) throws IOException {
    List<Placed> placed = new ArrayList<>();
    for (int doc : Scan.documents(searcher,
        new TermQuery(RecordFields.kind(RecordFields.RECORD)))) {
      var entry = RecordDocument.entry(searcher, doc);
      long arrival = entry.state() == RecordState.PUBLISHED ? entry.arrival() : Long.MAX_VALUE;
      placed.add(new Placed(arrival, entry.id(), doc));
    }
    placed.sort(Comparator.comparingLong(Placed::arrival).thenComparing(Placed::id));
    return placed;
  }
}
