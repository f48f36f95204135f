package org.metier.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.metier.index.internal.Generations;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.vacancy.VacancyId;

/// Verifies files, records, clusters and runs against each other.
final class IndexCheck {
  private final Generations generations;

  IndexCheck(Generations generations) {
    this.generations = generations;
  }

  CheckReport run() throws IOException {
    List<String> findings = new ArrayList<>();
    int documents = 0;
    Path current = generations.current();
    Path back = generations.previous().orElse(current);
    List<Path> all = generations.all();
    for (Path folder : all) {
      if (!folder.equals(current) && !folder.equals(back)) {
        findings.add(folder.getFileName()
            + " is neither in service nor the way back: left over from a recoding that was"
            + " interrupted; the next one deletes it");
        continue;
      }
      CheckReport report = of(generations, folder);
      findings.addAll(report.findings());
      documents += report.documents();
    }
    return new CheckReport(findings, documents, all.size());
  }

  /// Checks one generation.
  static CheckReport of(Generations generations, Path folder) throws IOException {
    try (Directory directory = generations.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return new CheckReport(List.of(folder.getFileName() + " holds no index"), 0, 1);
      }
      List<String> findings = new ArrayList<>();
      try (CheckIndex files = new CheckIndex(directory)) {
        if (!files.checkIndex().clean) {
          findings.add(folder.getFileName() + " has damaged files; go back a generation, or delete"
              + " it and ingest the feeds again");
          return new CheckReport(findings, 0, 1);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Checking checking = new Checking(folder.getFileName().toString(),
            new IndexSearcher(reader), findings);
        checking.records();
        checking.runs();
        return new CheckReport(findings, reader.numDocs(), 1);
      }
    }
  }

  /// The checks of one generation.
  private static final class Checking {
    private final String name;
    private final IndexSearcher searcher;
    private final List<String> findings;
    private final Map<String, Integer> shownOfCluster = new HashMap<>();
    private final Map<String, Map<RecordState, Integer>> stock = new TreeMap<>();

    Checking(String name, IndexSearcher searcher, List<String> findings) {
      this.name = name;
      this.searcher = searcher;
      this.findings = findings;
    }

    void records() throws IOException {
      for (int doc : Scan.documents(searcher,
          new TermQuery(RecordFields.kind(RecordFields.RECORD)))) {
        record(RecordDocument.read(searcher, doc));
      }
      shownOfCluster.forEach((cluster, shown) -> {
        if (shown != 1) {
          findings.add(name + ": cluster " + cluster + " has " + shown
              + " records shown for it; expected 1");
        }
      });
      for (var source : stock.entrySet()) {
        Map<RecordState, Integer> indexed = Stock.of(searcher, source.getKey());
        if (!indexed.equals(source.getValue())) {
          findings.add(name + ": the records of " + source.getKey() + " are "
              + source.getValue() + " by their accounts, but " + indexed + " by the index");
        }
      }
    }

    private void record(StoredRecord record) throws IOException {
      LedgerEntry entry = record.entry();
      VacancyId id = entry.id();
      stock.computeIfAbsent(id.source(), s -> new java.util.EnumMap<>(RecordState.class))
          .merge(entry.state(), 1, Integer::sum);
      int copies = searcher.count(new TermQuery(RecordFields.id(id)));
      if (copies != 1) {
        findings.add(name + ": " + id + " is kept " + copies + " times; expected once");
      }
      if (entry.state().isLive() == (entry.cluster() == null)) {
        findings.add(name + ": " + id + " is " + entry.state() + " with cluster "
            + entry.cluster());
      }
      if (entry.cluster() != null) {
        boolean isShown = entry.state() == RecordState.PUBLISHED;
        shownOfCluster.merge(entry.cluster(), isShown ? 1 : 0, Integer::sum);
        if (isShown && entry.arrival() < 1) {
          findings.add(name + ": " + id + " is shown, but never arrived");
        }
      }
      if (record.vacancy() != null && !record.vacancy().id().equals(id)) {
        findings.add(name + ": the account of " + id + " stands beside another vacancy");
      }
    }

    void runs() throws IOException {
      for (String source : Stock.sources(searcher)) {
        int expected = 1;
        for (Run run : LedgerDocuments.runs(searcher, source)) {
          if (run.number() != expected) {
            findings.add(name + ": run " + expected + " of " + source + " is missing");
          }
          expected = run.number() + 1;
          if (run.difference() != 0) {
            findings.add(name + ": run " + run.number() + " of " + source + " received "
                + run.received() + " records, of which " + run.difference() + " have no end");
          }
        }
      }
      int shown = searcher.count(
          new TermQuery(new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE)));
      if (shown != shownOfCluster.size()) {
        findings.add(name + ": " + shown + " vacancies are shown for " + shownOfCluster.size()
            + " clusters; expected one each");
      }
    }
  }
}
