package org.metier.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.index.internal.Generations;
import org.metier.index.internal.Hashes;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.Decision;
import org.metier.ledger.EndReason;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.match.internal.RowWriter;
import org.metier.vacancy.VacancyId;

/// Erases a record from every generation: its document, what the ledger quotes of it, decisions about it.
final class Erasing {
  private final Generations generations;
  private final RowWriter rows;
  private final Map<String, Double> trust;
  private final Clock clock;

  Erasing(Generations generations, RowWriter rows, Map<String, Double> trust, Clock clock) {
    this.trust = trust;
    this.generations = generations;
    this.rows = rows;
    this.clock = clock;
  }

  ErasureReceipt erase(VacancyId id, String by) throws IOException {
    generations.deleteUnused();
    String hash = Hashes.hex(id.toString());
    Path current = generations.current();
    int erased = 0;
    long number = 0;
    List<Path> all = generations.all();
    // That it must not come is known even before the first feed.
    for (Path folder : all.isEmpty() ? List.of(current) : all) {
      try (StoreWriter writer = StoreWriter.open(generations, folder, rows.taxonomy().id())) {
        int found = erase(writer, id, new Decision.Erased(hash, by, clock.instant()));
        if (folder.equals(current)) {
          erased = found;
          number = writer.generation();
        }
      }
    }
    return new ErasureReceipt(hash, erased, clock.instant(), number);
  }

  private int erase(StoreWriter writer, VacancyId id, Decision.Erased mark) throws IOException {
    Workspace workspace = new Workspace(writer, rows);
    StoredRecord record = workspace.find(id).orElse(null);
    if (record != null && record.entry().state() != RecordState.WITHDRAWN) {
      workspace.put(record.with(record.entry()
          .ended(RecordState.WITHDRAWN, RecordEnd.WITHDRAWN,
              EndReason.ERASED, record.entry().run(), "", mark.at())));
      Decisions decisions = new Decisions(LedgerDocuments.decisions(writer.searcher()));
      new Clustering(writer, workspace, decisions, trust).settle();
    }
    workspace.flush();
    writer.delete(new TermQuery(RecordFields.id(id)));
    writer.delete(new TermQuery(new Term(RecordFields.ABOUT, id.toString())));
    scrubLedger(writer, id);
    writer.replace(LedgerDocuments.key(mark), LedgerDocuments.document(mark));
    int left = writer.commitWithoutRemains();
    if (left > 0 || writer.searcher().count(new TermQuery(RecordFields.id(id))) > 0) {
      throw new IndexException("the record could not be erased from all files: " + left
          + " deleted entries are left; run it again");
    }
    return record == null ? 0 : 1;
  }

  /// Runs and rejections quote keys, as far as a [FeedProblem] does.
  private static void scrubLedger(StoreWriter writer, VacancyId id) throws IOException {
    Set<String> quoted = new HashSet<>();
    quoted.add(quoted(id.key()));
    if (RecordDocument.isVariant(id)) {
      // Its source knows it by the key that it shares.
      quoted.add(quoted(id.key().substring(0, id.key().lastIndexOf('~'))));
    }
    IndexSearcher searcher = writer.searcher();
    for (Run run : LedgerDocuments.runs(searcher, id.source())) {
      List<FeedProblem> others = without(run.examples(), quoted);
      if (others.size() < run.examples().size()) {
        Run scrubbed = Runs.withExamples(run, others);
        writer.replace(LedgerDocuments.key(scrubbed), LedgerDocuments.document(scrubbed));
      }
    }
    List<FeedProblem> rejections = LedgerDocuments.rejections(searcher, id.source());
    List<FeedProblem> others = without(rejections, quoted);
    if (others.size() < rejections.size()) {
      writer.delete(Stock.kind(id.source(), RecordFields.REJECTION));
      for (FeedProblem other : others) {
        writer.add(LedgerDocuments.rejection(id.source(), other));
      }
    }
  }

  private static List<FeedProblem> without(List<FeedProblem> problems, Set<String> quoted) {
    return problems.stream().filter(p -> p.key() == null || !quoted.contains(p.key())).toList();
  }

  private static String quoted(String key) {
    return String.valueOf(new FeedProblem(ProblemCode.BAD_KEY, "", key, "", "", "").key());
  }
}
