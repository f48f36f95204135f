package org.metier.index;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metier.coding.Coded;
import org.metier.duplicate.Signature;
import org.metier.feed.Delivery;
import org.metier.feed.FeedItem;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.feed.Source;
import org.metier.feed.VacancyDraft;
import org.metier.index.internal.Hashes;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.json.Json;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Takes the records of one delivery into the index, batch by batch: each batch is one commit, together
/// with the account of it and the place in the feed to go on at. Not thread-safe.
final class FeedRun implements Consumer<FeedItem> {
  /// Digits of a content's hash that are kept.
  static final int HASH_BYTES = 16;
  /// A batch ends at so many characters of text, whatever its number of records.
  private static final long MAX_BATCH_CHARACTERS = 16_000_000;
  /// Or at so many unchanged records whose time to live begins anew.
  private static final int MAX_BATCH_EXTENSIONS = 100_000;
  /// So many rejected records are kept one by one; all are counted.
  private static final int MAX_REJECTIONS = 10_000;

  private final Source source;
  private final RunBook book;
  private final Instant asOf;
  private final Understanding understanding;
  private final StoreWriter writer;
  private final Workspace workspace;
  private final Clustering clustering;
  private final Decisions decisions;
  private final int batchRecords;
  private final DeliveryKeys keys;
  private final Boilerplate boilerplate = new Boilerplate();
  /// Records of this batch whose end is not counted yet: it depends on their cluster.
  private final Set<VacancyId> pending = new HashSet<>();
  private int position;
  private int rejections;

  FeedRun(Source source, RunBook book, Instant asOf, Understanding understanding,
      StoreWriter writer,
      Workspace workspace, Clustering clustering, Decisions decisions, int batchRecords) {
    this.source = source;
    this.book = book;
    this.asOf = asOf;
    this.understanding = understanding;
    this.writer = writer;
    this.workspace = workspace;
    this.clustering = clustering;
    this.decisions = decisions;
    this.batchRecords = batchRecords;
    keys = new DeliveryKeys(source.delivery() == Delivery.FULL, workspace);
  }

  @Override
  public void accept(FeedItem item) {
    try {
      position++;
      boolean isAccountedFor = position <= book.resumedAt();
      switch (item) {
        case FeedItem.Rejected(FeedProblem problem) -> reject(problem, isAccountedFor);
        case FeedItem.Withdrawn withdrawn -> withdraw(withdrawn, isAccountedFor);
        case FeedItem.Accepted accepted -> take(accepted, isAccountedFor);
      }
      if (workspace.size() >= batchRecords || workspace.characters() > MAX_BATCH_CHARACTERS
          || workspace.extensions() > MAX_BATCH_EXTENSIONS) {
        commit(RunState.STARTED, null, null);
      }
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }

  private void reject(FeedProblem problem, boolean isAccountedFor) throws IOException {
    if (isAccountedFor) {
      rejections++;
      return;
    }
    book.problem(problem);
    book.end(RecordEnd.REJECTED, EndReason.of(problem.code()));
    if (rejections++ < MAX_REJECTIONS) {
      writer.add(LedgerDocuments.rejection(source.id(), problem));
    }
  }

  private void withdraw(FeedItem.Withdrawn gone, boolean isAccountedFor) throws IOException {
    keys.noteGone(gone.id());
    if (isAccountedFor) {
      return;
    }
    StoredRecord known = superseded(gone.id());
    if (known != null && known.entry().state() != RecordState.WITHDRAWN) {
      end(known, RecordState.WITHDRAWN, RecordEnd.WITHDRAWN, EndReason.TOMBSTONE, gone.place());
    }
    book.end(RecordEnd.WITHDRAWN, EndReason.TOMBSTONE);
  }

  /// What is known under an id; if this batch brought it, its end is counted as it stands.
  private @Nullable StoredRecord superseded(VacancyId id) throws IOException {
    StoredRecord known = workspace.find(id).orElse(null);
    if (known != null && pending.remove(id)) {
      book.end(known.entry().end(), known.entry().reason());
    }
    return known;
  }

  /// Ends a record that is not withdrawn.
  void end(StoredRecord known, RecordState state, RecordEnd end, EndReason reason, String place)
      throws IOException {
    if (known.entry().state().isLive()) {
      boilerplate.left(known.requiredVacancy().employer());
    }
    workspace.put(known.with(
        known.entry().ended(state, end, reason, book.number, place, book.startedAt())));
  }

  private void take(FeedItem.Accepted accepted, boolean isAccountedFor) throws IOException {
    String hash = Hashes.hex(Json.write(accepted.draft()), HASH_BYTES);
    DeliveryKeys.Keyed keyed = keys.note(accepted.draft(), hash);
    VacancyDraft draft = keyed.draft();
    if (isAccountedFor) {
      return;
    }
    if (keyed.kind() == DeliveryKeys.Kind.REPEATED) {
      book.end(RecordEnd.MERGED, EndReason.REPEATED_RECORD);
      return;
    }
    accepted.remarks().forEach(book::problem);
    book.cover(draft.vacancy());
    if (decisions.isErased(draft.vacancy().id())) {
      book.end(RecordEnd.REJECTED, EndReason.ERASED);
    } else {
      store(draft, hash, accepted.place(), keyed.kind() == DeliveryKeys.Kind.SHARED);
    }
  }

  private void store(VacancyDraft draft, String hash, String place, boolean isShared)
      throws IOException {
    VacancyId id = draft.vacancy().id();
    StoredRecord known = hash.equals(workspace.hash(id))
        ? workspace.find(id).orElse(null)
        : null;
    Instant deadline = deadline(draft.vacancy());
    if (known != null && stays(known, deadline)) {
      return;
    }
    StoredRecord before = superseded(id);
    Coded coded = understanding.of(draft, decisions);
    Vacancy vacancy = coded.vacancy();
    coded.misses()
        .forEach(miss -> book.problem(new FeedProblem(ProblemCode.UNKNOWN_CODE, place, id.key(),
            miss.scheme(), miss.code(),
            "a code that the taxonomy or an imported crosswalk knows")));
    LedgerEntry entry = entry(vacancy, before, hash, place, deadline, isShared);
    Signature signature = Signature.of(vacancy.title(), vacancy.description());
    workspace.put(new StoredRecord(entry, draft, vacancy, signature,
        before == null || !entry.state().isLive() ? null : before.cluster()));
    pending.add(id);
    boilerplate.touch(vacancy.employer());
    if (before != null && before.entry().state().isLive()) {
      boilerplate.left(before.requiredVacancy().employer());
    }
  }

  /// Accounts for a record that came once more as it was, if it stays what it is.
  private boolean stays(StoredRecord known, @Nullable Instant deadline) throws IOException {
    return switch (known.entry().state()) {
      case PUBLISHED, MERGED -> !isPast(deadline)
          && again(known, deadline, RecordEnd.UNCHANGED, EndReason.SAME_CONTENT);
      case QUARANTINED -> !isPast(deadline) && isHeldBack(known.requiredVacancy())
          && again(known, deadline, RecordEnd.QUARANTINED, EndReason.FLAGGED);
      case EXPIRED -> isPast(deadline)
          && again(known, deadline, RecordEnd.EXPIRED, EndReason.PAST_DEADLINE);
      case WITHDRAWN -> false;
    };
  }

  /// @return true
  private boolean again(StoredRecord known, @Nullable Instant deadline, RecordEnd end,
      EndReason reason) {
    book.end(end, reason);
    if (!Objects.equals(known.entry().deadline(), deadline)) {
      workspace.until(known.entry().id(), deadline);
    }
    return true;
  }

  private LedgerEntry entry(Vacancy vacancy, @Nullable StoredRecord before, String hash,
      String place,
      @Nullable Instant deadline, boolean isShared) {
    Instant now = book.startedAt();
    RecordState state = RecordState.PUBLISHED;
    String cluster = null;
    RecordEnd end = RecordEnd.PUBLISHED;
    EndReason reason = isShared ? EndReason.SHARED_KEY : EndReason.NEW_KEY;
    if (before != null) {
      boolean wasLive = before.entry().state().isLive();
      // Stays where it is until settling says otherwise.
      state = wasLive ? before.entry().state() : state;
      cluster = wasLive ? before.entry().cluster() : null;
      end = wasLive ? RecordEnd.UPDATED : RecordEnd.PUBLISHED;
      reason = wasLive ? EndReason.OTHER_CONTENT : EndReason.CAME_BACK;
    }
    if (isPast(deadline)) {
      state = RecordState.EXPIRED;
      end = RecordEnd.EXPIRED;
      reason = EndReason.PAST_DEADLINE;
    } else if (isHeldBack(vacancy)) {
      state = RecordState.QUARANTINED;
      end = RecordEnd.QUARANTINED;
      reason = EndReason.FLAGGED;
    }
    return new LedgerEntry(vacancy.id(), state, end, reason, book.number, place,
        before == null ? now : before.entry().firstSeenAt(), now, deadline,
        before == null ? 0 : before.entry().arrival(), state.isLive() ? cluster : null, hash);
  }

  private boolean isHeldBack(Vacancy vacancy) {
    return vacancy.flags().stream().anyMatch(source.quarantine()::contains)
        && !decisions.isReleased(vacancy.id());
  }

  /// The source's own deadline, or the end of its time to live, whichever comes first.
  private @Nullable Instant deadline(Vacancy vacancy) {
    Instant stated = vacancy.validThrough();
    if (source.timeToLive() == null) {
      return stated;
    }
    Instant lived = asOf.plus(source.timeToLive());
    return stated == null || lived.isBefore(stated) ? lived : stated;
  }

  private boolean isPast(@Nullable Instant deadline) {
    return deadline != null && deadline.isBefore(asOf);
  }

  /// The index cannot be written to: carries that past the reader of the feed, which is not to blame.
  static final class WriteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient IOException failure;

    WriteFailure(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    IOException failure() {
      return failure;
    }
  }

  /// Whether any record of the feed was read.
  boolean hasReceived() {
    return position > 0;
  }

  /// Whether this delivery brought a record.
  boolean brought(VacancyId id) {
    return keys.brought(id);
  }

  /// Counts the ends of this batch, now that it is known which records are shown.
  private void account() throws IOException {
    for (StoredRecord record : workspace.changes()) {
      LedgerEntry entry = record.entry();
      if (entry.run() != book.number || !entry.id().source().equals(book.source)) {
        continue; // dragged along: its end was counted in another run
      }
      LedgerEntry now = accounted(entry);
      if (!now.equals(entry)) {
        workspace.put(record.with(now));
      }
      if (pending.remove(now.id())) {
        book.end(now.end(), now.reason());
      } else {
        workspace.stored(now.id())
            .map(StoredRecord::entry)
            .filter(before -> before.run() == now.run() && isTakenIn(before) && isTakenIn(now))
            .ifPresent(before -> book.move(before, now));
      }
    }
  }

  /// The end of a new record says whether it is shown.
  private static LedgerEntry accounted(LedgerEntry entry) {
    if (entry.state() == RecordState.MERGED && entry.end() == RecordEnd.PUBLISHED) {
      return entry.because(RecordEnd.MERGED, EndReason.SAME_JOB);
    }
    if (entry.state() != RecordState.PUBLISHED || entry.end() != RecordEnd.MERGED) {
      return entry;
    }
    boolean isNew = entry.firstSeenAt().equals(entry.changedAt());
    return entry.because(RecordEnd.PUBLISHED, !isNew
        ? EndReason.CAME_BACK
        : RecordDocument.isVariant(entry.id()) ? EndReason.SHARED_KEY : EndReason.NEW_KEY);
  }

  private static boolean isTakenIn(LedgerEntry entry) {
    return entry.end() == RecordEnd.PUBLISHED || entry.end() == RecordEnd.MERGED;
  }

  /// Looks at the advertisements of all employers in the end: what an interrupted run changed is not known.
  void touchAll() throws IOException {
    boilerplate.touchAll(workspace.searcher());
  }

  /// Compares the texts once more without what each employer says in all of its advertisements, now that
  /// they are all there.
  void removeBoilerplate() throws IOException {
    commit(RunState.STARTED, null, null);
    for (String employer : boilerplate.touched()) {
      for (StoredRecord record : boilerplate.changed(workspace, employer)) {
        workspace.put(record);
      }
      if (workspace.size() >= batchRecords) {
        commit(RunState.STARTED, null, null);
      }
    }
    commit(RunState.STARTED, null, null);
  }

  /// Makes everything so far last, together with the account of it.
  Run commit(RunState state, @Nullable Instant endedAt, @Nullable String message)
      throws IOException {
    clustering.settle();
    account();
    workspace.flush();
    writer.refresh();
    Run run = book.run(state, endedAt, message, Stock.of(writer.searcher(), source.id()));
    writer.replace(LedgerDocuments.key(run), LedgerDocuments.document(run));
    writer.commit();
    return run;
  }
}
