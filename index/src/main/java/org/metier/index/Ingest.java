package org.metier.index;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.metier.feed.Delivery;
import org.metier.feed.Feed;
import org.metier.feed.FeedEnd;
import org.metier.feed.FeedException;
import org.metier.feed.FeedReader;
import org.metier.feed.Source;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.Scan;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.EndReason;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;
import org.metier.ledger.SilentField;
import org.metier.match.internal.RowWriter;
import org.metier.vacancy.VacancyId;

/// One run from opening the feed to the last consequence. Not thread-safe.
final class Ingest {
  /// A whole delivery that leaves fewer than this share of the vacancies live waits for a person's word.
  static final double LEAST_LEFT = 0.8;

  private final Feed feed;
  private final Source source;
  private final Clock clock;
  private final Loss loss;
  private final StoreWriter writer;
  private final Workspace workspace;
  private final RunBook book;
  private final FeedRun run;
  private final Instant asOf;
  private boolean isAfterInterruption;

  Ingest(Feed feed, Map<String, Double> trust, Clock clock, Loss loss, int batchRecords,
      Understanding understanding, RowWriter rows, StoreWriter writer) throws IOException {
    this.feed = feed;
    this.clock = clock;
    this.loss = loss;
    this.writer = writer;
    source = feed.source();
    workspace = new Workspace(writer, rows);
    Decisions decisions = new Decisions(LedgerDocuments.decisions(writer.searcher()));
    Clustering clustering = new Clustering(writer, workspace, decisions, trust);
    book = book();
    asOf = source.asOf() == null ? book.startedAt() : source.asOf();
    run = new FeedRun(source, book, asOf, understanding, writer, workspace, clustering, decisions,
        batchRecords);
    if (isAfterInterruption) {
      run.touchAll();
    }
  }

  private RunBook book() throws IOException {
    // Deadlines are kept in milliseconds.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String fingerprint = feed.fingerprint();
    Optional<Run> last = LedgerDocuments.last(writer.searcher(), source.id());
    isAfterInterruption = last.isPresent() && last.get().state() == RunState.STARTED;
    if (isAfterInterruption && !fingerprint.isEmpty()
        && last.get().fingerprint().equals(fingerprint)) {
      return new RunBook(last.get());
    }
    if (isAfterInterruption) {
      Run left = Runs.ended(last.get(), RunState.CUT_OFF, now,
          "was interrupted, and another delivery came after it");
      writer.replace(LedgerDocuments.key(left), LedgerDocuments.document(left));
    }
    writer.delete(Stock.kind(source.id(), RecordFields.REJECTION));
    int number = last.map(Run::number).orElse(0) + 1;
    return new RunBook(source.id(), number, feed.name(), fingerprint, now,
        Stock.of(writer.searcher(), source.id()));
  }

  /// Reads the feed and does what follows from it.
  ///
  /// @throws FeedException if nothing of the feed could be read; that is in the ledger then
  Run run() throws IOException {
    FeedEnd end;
    try {
      end = FeedReader.read(feed, run);
    } catch (FeedException | IOException e) {
      return broken(e);
    } catch (FeedRun.WriteFailure e) {
      throw e.failure();
    }
    book.format(end.format());
    expire();
    boolean isWaiting = false;
    if (end.isWhole() && source.delivery() == Delivery.FULL) {
      isWaiting = !withdrawAbsent();
    }
    run.removeBoilerplate();
    purge();
    book.alarms(silentFields());
    return run.commit(isWaiting ? RunState.WAITING : RunState.COMPLETE, clock.instant(),
        isWaiting ? waitingMessage() : partMessage(end));
  }

  private Run broken(Exception e) throws IOException {
    boolean isUnreadable = !run.hasReceived();
    if (!isUnreadable) {
      run.removeBoilerplate();
    }
    String message = e instanceof FeedException
        ? String.valueOf(e.getMessage())
        : feed.name() + " could not be read to its end (" + e.getClass().getSimpleName() + ")";
    Run done = run.commit(isUnreadable ? RunState.UNREADABLE : RunState.CUT_OFF, clock.instant(),
        message);
    if (isUnreadable && e instanceof FeedException failure) {
      throw failure;
    }
    if (isUnreadable && e instanceof IOException failure) {
      throw new UnreadableException(failure);
    }
    return done;
  }

  /// The bytes of a feed cannot be read: carries that past the index, which is not to blame.
  static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient IOException failure;

    UnreadableException(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    IOException failure() {
      return failure;
    }
  }

  private String waitingMessage() {
    return "the feed leaves fewer than %.0f %% of the vacancies that %s had; if that is right, run it again with --accept-loss"
        .formatted(LEAST_LEFT * 100, source.id());
  }

  private @Nullable String partMessage(FeedEnd end) {
    return end.isWhole() || source.delivery() == Delivery.DELTA
        ? null
        : "the feed itself says that more belongs to it; nothing was withdrawn for being absent";
  }

  /// Ends what is past its deadline.
  private void expire() throws IOException {
    for (VacancyId id : ids(Stock.overdue(source.id(), asOf))) {
      StoredRecord known = workspace.find(id).orElseThrow();
      boolean isStated = known.requiredVacancy().validThrough() != null
          && known.requiredVacancy().validThrough().isBefore(asOf);
      lose(known, RecordState.EXPIRED, RecordEnd.EXPIRED,
          isStated ? EndReason.PAST_DEADLINE : EndReason.NOT_SEEN_AGAIN);
    }
  }

  /// Ends what a whole delivery did not bring, unless that would be suspiciously much.
  ///
  /// @return whether it was done
  private boolean withdrawAbsent() throws IOException {
    run.commit(RunState.STARTED, null, null);
    List<VacancyId> absent = absent(RecordState.PUBLISHED, RecordState.MERGED);
    int live = writer.searcher()
        .count(Stock.in(source.id(), RecordState.PUBLISHED, RecordState.MERGED));
    Map<RecordState, Integer> before = book.run(RunState.STARTED, null, null, Map.of()).before();
    int liveBefore = before.getOrDefault(RecordState.PUBLISHED, 0)
        + before.getOrDefault(RecordState.MERGED, 0);
    if (loss == Loss.ASK && live - absent.size() < LEAST_LEFT * liveBefore) {
      book.waiting(absent.size());
      return false;
    }
    absent.addAll(absent(RecordState.QUARANTINED));
    absent.sort(null);
    for (VacancyId id : absent) {
      lose(workspace.find(id).orElseThrow(), RecordState.WITHDRAWN, RecordEnd.WITHDRAWN,
          EndReason.ABSENT);
    }
    return true;
  }

  private List<VacancyId> absent(RecordState... states) throws IOException {
    List<VacancyId> absent = new ArrayList<>();
    Scan.forEachId(writer.searcher(), Stock.in(source.id(), states), id -> {
      if (!run.brought(id)) {
        absent.add(id);
      }
    });
    return absent;
  }

  private void lose(StoredRecord known, RecordState state, RecordEnd end, EndReason reason)
      throws IOException {
    run.end(known, state, end, reason, "");
    book.lose(reason);
    if (workspace.size() >= 1_000) {
      run.commit(RunState.STARTED, null, null);
    }
  }

  /// Deletes what the source's terms let be kept no longer.
  private void purge() throws IOException {
    if (source.terms().retention() == null) {
      return;
    }
    var old = Stock.endedBefore(source.id(), asOf.minus(source.terms().retention()));
    book.purge(writer.searcher().count(old));
    writer.delete(old);
  }

  private List<VacancyId> ids(Query query) throws IOException {
    run.commit(RunState.STARTED, null, null);
    List<VacancyId> ids = new ArrayList<>();
    Scan.forEachId(writer.searcher(), query, ids::add);
    ids.sort(null);
    return ids;
  }

  private List<SilentField> silentFields() throws IOException {
    return Runs.silentFields(LedgerDocuments.runs(writer.searcher(), source.id()),
        book.run(RunState.STARTED, null, null, Map.of()));
  }
}
