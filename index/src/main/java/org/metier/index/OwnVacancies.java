package org.metier.index;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.duplicate.Signature;
import org.metier.index.internal.Hashes;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.json.Json;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.match.internal.RowWriter;
import org.metier.vacancy.Vacancy;

/// Takes in vacancies that came coded, without a feed.
final class OwnVacancies {
  private static final String OWN = "own";

  private final StoreWriter writer;
  private final Workspace workspace;
  private final Decisions decisions;
  private final Clustering clustering;
  private final Instant now;

  OwnVacancies(StoreWriter writer, RowWriter rows, Map<String, Double> trust, Instant now)
      throws IOException {
    this.writer = writer;
    this.now = now;
    workspace = new Workspace(writer, rows);
    decisions = new Decisions(LedgerDocuments.decisions(writer.searcher()));
    clustering = new Clustering(writer, workspace, decisions, trust);
  }

  /// Whether a record came without a feed.
  static boolean isOwn(LedgerEntry entry) {
    return entry.contentHash().startsWith(OWN);
  }

  void put(List<Vacancy> vacancies) throws IOException {
    for (Vacancy coded : vacancies) {
      if (decisions.isErased(coded.id())) {
        throw new IllegalArgumentException(
            coded.id() + " was erased and must not come back; leave it out");
      }
      Vacancy vacancy = Understanding.corrected(coded, decisions);
      StoredRecord before = workspace.find(vacancy.id()).orElse(null);
      workspace.put(new StoredRecord(entry(vacancy, before), null, vacancy,
          Signature.of(vacancy.title(), vacancy.description()),
          before == null ? null : before.cluster()));
    }
    clustering.settle();
    workspace.flush();
    writer.commit();
  }

  private LedgerEntry entry(Vacancy vacancy, @Nullable StoredRecord before) {
    // No draft has this hash: a feed that brings this vacancy replaces it.
    String hash = OWN + Hashes.hex(Json.write(vacancy), FeedRun.HASH_BYTES);
    // A live one stays where it is until settling says otherwise.
    LedgerEntry live = before != null && before.entry().state().isLive() ? before.entry() : null;
    return new LedgerEntry(vacancy.id(),
        live == null ? RecordState.PUBLISHED : live.state(),
        before == null ? RecordEnd.PUBLISHED : RecordEnd.UPDATED,
        before == null ? EndReason.NEW_KEY : EndReason.OTHER_CONTENT, 1, "",
        before == null ? now : before.entry().firstSeenAt(), now, vacancy.validThrough(),
        before == null ? 0 : before.entry().arrival(),
        live == null ? null : live.cluster(), hash);
  }
}
