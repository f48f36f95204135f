package org.metier.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.metier.duplicate.Cluster;
import org.metier.feed.FeedProblem;
import org.metier.index.internal.Fields;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Store;
import org.metier.ledger.Decision;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// The account of everything that partners delivered, as of the newest commit. Thread-safe; open as long as
/// the [VacancyIndex] that it came from.
public final class Ledger {
  private final Store store;

  Ledger(Store store) {
    this.store = store;
  }

  /// All runs of a source, added up.
  ///
  /// @param received records in all runs
  /// @param ends of these records
  /// @param difference `received` without the sum of `ends`: 0
  /// @param stock how many records of the source are in each state now
  /// @param lastRun the newest run
  public record Balance(String source, int runs, long received, Map<RecordEnd, Long> ends,
      long difference, Map<RecordState, Integer> stock, Run lastRun) {}

  /// The sources that anything is known of, in order.
  public List<String> sources() {
    return store.read(searcher -> List.copyOf(Stock.sources(searcher)));
  }

  /// The runs of a source, oldest first.
  public List<Run> runs(String source) {
    return store.read(searcher -> LedgerDocuments.runs(searcher, source));
  }

  /// The balance of each source that has delivered.
  public List<Balance> balances() {
    return store.read(searcher -> {
      List<Balance> balances = new ArrayList<>();
      for (String source : Stock.sources(searcher)) {
        balance(searcher, source).ifPresent(balances::add);
      }
      return balances;
    });
  }

  private static Optional<Balance> balance(IndexSearcher searcher, String source)
      throws IOException {
    List<Run> runs = LedgerDocuments.runs(searcher, source);
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    long received = 0;
    long ended = 0;
    Map<RecordEnd, Long> ends = new EnumMap<>(RecordEnd.class);
    for (Run run : runs) {
      received += run.received();
      for (var end : run.ends().entrySet()) {
        ends.merge(end.getKey(), (long) end.getValue(), Long::sum);
        ended += end.getValue();
      }
    }
    return Optional.of(new Balance(source, runs.size(), received, ends, received - ended,
        Stock.of(searcher, source), runs.getLast()));
  }

  /// The account of one record; empty when its source never delivered it, or it was erased.
  public Optional<LedgerEntry> entry(VacancyId id) {
    return store.read(searcher -> RecordDocument.find(searcher, id).map(r -> r.entry()));
  }

  /// The cluster that a live record belongs to: who is shown for it, and why they are together.
  public Optional<Cluster> cluster(VacancyId id) {
    return store.read(searcher -> {
      String name = RecordDocument.find(searcher, id).map(r -> r.entry().cluster()).orElse(null);
      if (name == null) {
        return Optional.empty();
      }
      ScoreDoc[] hits = searcher.search(Stock.shownFor(name), 1).scoreDocs;
      return hits.length == 0
          ? Optional.empty()
          : Optional.ofNullable(RecordDocument.read(searcher, hits[0].doc).cluster());
    });
  }

  /// The rejected records of a source's newest run, at most 10,000, in the order of its feed.
  public List<FeedProblem> rejections(String source) {
    return store.read(searcher -> LedgerDocuments.rejections(searcher, source));
  }

  /// Records that wait for a person to release them, in the order of their ids.
  ///
  /// @param limit how many at most, at least 1
  public List<LedgerEntry> quarantined(int limit) {
    Query query = new BooleanQuery.Builder()
        .add(new TermQuery(RecordFields.kind(RecordFields.RECORD)), Occur.FILTER)
        .add(new TermQuery(new Term(RecordFields.STATE, RecordState.QUARANTINED.name())),
            Occur.FILTER)
        .build();
    return store.read(searcher -> {
      List<LedgerEntry> entries = new ArrayList<>();
      for (ScoreDoc hit : first(searcher, query, limit)) {
        entries.add(RecordDocument.entry(searcher, hit.doc));
      }
      return entries;
    });
  }

  /// Vacancies whose occupation is not sure enough to rely on: they are searched like all others, and wait
  /// for a person's look. In the order of their ids.
  ///
  /// @param limit how many at most, at least 1
  public List<Vacancy> forReview(int limit) {
    return store.read(searcher -> {
      List<Vacancy> vacancies = new ArrayList<>();
      Query query = new TermQuery(new Term(RecordFields.REVIEW, "1"));
      for (ScoreDoc hit : first(searcher, query, limit)) {
        vacancies.add(RecordDocument.read(searcher, hit.doc).requiredVacancy());
      }
      return vacancies;
    });
  }

  /// How many vacancies [#forReview] would list without a limit.
  public int countForReview() {
    return store
        .read(searcher -> searcher.count(new TermQuery(new Term(RecordFields.REVIEW, "1"))));
  }

  /// What people decided, oldest first.
  public List<Decision> decisions() {
    return store.read(LedgerDocuments::decisions);
  }

  private static ScoreDoc[] first(IndexSearcher searcher, Query query, int limit)
      throws IOException {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
    return searcher.search(query, limit,
        new Sort(new SortField(Fields.ID, SortField.Type.STRING))).scoreDocs;
  }
}
