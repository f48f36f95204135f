package org.metier.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.metier.duplicate.Cluster;
import org.metier.index.internal.Generations;
import org.metier.index.internal.Hashes;
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
        return new CheckReport(isBegun(directory)
            ? List.of(folder.getFileName() + " has lost its newest commit; go back a generation, or"
                + " delete it and ingest the feeds again")
            : List.of(), 0, 1);
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

  /// Whether anything was ever committed: the first commit is made before the first file with entries.
  private static boolean isBegun(Directory directory) throws IOException {
    return Stream.of(directory.listAll()).anyMatch(name -> name.startsWith("_"));
  }

  /// The checks of one generation.
  private static final class Checking {
    private final String name;
    private final IndexSearcher searcher;
    private final List<String> findings;
    private final Map<String, Members> clusters = new HashMap<>();
    private final Map<Integer, RecordState> indexed = new HashMap<>();
    private final Map<String, Integer> newestRun = new TreeMap<>();

    Checking(String name, IndexSearcher searcher, List<String> findings) {
      this.name = name;
      this.searcher = searcher;
      this.findings = findings;
    }

    private void finding(String text) {
      findings.add(name + ": " + text);
    }

    void records() throws IOException {
      for (RecordState state : RecordState.values()) {
        for (int doc : Scan.documents(searcher,
            new TermQuery(new Term(RecordFields.STATE, state.name())))) {
          indexed.put(doc, state);
        }
      }
      for (int doc : Scan.documents(searcher,
          new TermQuery(RecordFields.kind(RecordFields.RECORD)))) {
        StoredRecord record = RecordDocument.read(searcher, doc);
        if (record.entry().state() != indexed.get(doc)) {
          finding(record.entry().id() + " is " + record.entry().state()
              + " by its account, but " + indexed.get(doc) + " by the index");
        }
        record(record);
      }
      for (var cluster : new TreeMap<>(clusters).entrySet()) {
        cluster(cluster.getKey(), cluster.getValue());
      }
    }

    private void cluster(String cluster, Members members) throws IOException {
      if (members.shown != 1) {
        finding("cluster " + cluster + " has " + members.shown
            + " records shown for it; expected 1");
      } else if (!members.isListed) {
        finding("cluster " + cluster + " lists other members than those that belong to it");
      }
      int found = searcher.count(new TermQuery(new Term(RecordFields.CLUSTER, cluster)));
      if (found != members.count) {
        finding("cluster " + cluster + " has " + members.count + " members by their accounts, but "
            + found + " by the index");
      }
    }

    private void record(StoredRecord record) throws IOException {
      LedgerEntry entry = record.entry();
      VacancyId id = entry.id();
      int copies = searcher.count(new TermQuery(RecordFields.id(id)));
      if (copies != 1) {
        finding(id + " is kept " + copies + " times; expected once");
      }
      if (entry.state().isLive() == (entry.cluster() == null)) {
        finding(id + " is " + entry.state() + " with cluster " + entry.cluster());
      }
      if (entry.cluster() != null) {
        boolean isShown = entry.state() == RecordState.PUBLISHED;
        clusters.computeIfAbsent(entry.cluster(), c -> new Members()).add(record);
        if (isShown && entry.arrival() < 1) {
          finding(id + " is shown, but never arrived");
        }
      }
      if (record.vacancy() != null && !record.vacancy().id().equals(id)) {
        finding("the account of " + id + " stands beside another vacancy");
      }
      if (!OwnVacancies.isOwn(entry)) {
        newestRun.merge(id.source(), entry.run(), Math::max);
      }
    }

    void runs() throws IOException {
      for (String source : Stock.sources(searcher)) {
        int expected = 1;
        for (Run run : LedgerDocuments.runs(searcher, source)) {
          if (run.number() < expected) {
            finding("run " + run.number() + " of " + source + " is kept twice");
          } else if (run.number() > expected) {
            finding("run " + expected + " of " + source + " is missing");
          }
          expected = run.number() + 1;
          if (run.difference() != 0) {
            finding("run " + run.number() + " of " + source + " received "
                + run.received() + " records, of which " + run.difference() + " have no end");
          }
        }
        if (newestRun.getOrDefault(source, 0) >= expected) {
          finding("run " + newestRun.get(source) + " of " + source
              + " is missing, but changed records");
        }
      }
      int shown = searcher.count(
          new TermQuery(new Term(RecordFields.SHOWN, RecordFields.SHOWN_VALUE)));
      if (shown != clusters.size()) {
        finding(shown + " vacancies are shown for " + clusters.size()
            + " clusters; expected one each");
      }
    }
  }

  /// The members of one cluster, without their names: their number and the sum of hashes of their ids.
  private static final class Members {
    private int shown;
    private int count;
    private long sum;
    private int listedCount;
    private long listedSum;
    /// Whether who is shown lists just the members; known when all were added.
    private boolean isListed;

    void add(StoredRecord record) {
      count++;
      sum += hash(record.entry().id());
      Cluster cluster = record.cluster();
      if (record.entry().state() == RecordState.PUBLISHED) {
        shown++;
        if (cluster != null && cluster.name().equals(record.entry().cluster())
            && cluster.representative().equals(record.entry().id())) {
          listedCount = cluster.members().size();
          listedSum = cluster.members().stream().mapToLong(Members::hash).sum();
        }
      }
      isListed = count == listedCount && sum == listedSum;
    }

    private static long hash(VacancyId id) {
      return Hashes.number(Hashes.hex(id.toString(), Long.BYTES));
    }
  }
}
