package org.metier.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.Decision;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.match.internal.RowWriter;
import org.metier.vacancy.VacancyId;

/// Lets decisions of people take effect at once.
final class Deciding {
  private final StoreWriter writer;
  private final Workspace workspace;
  private final Understanding understanding;
  private final Map<String, Double> trust;
  private final Instant now;

  Deciding(StoreWriter writer, RowWriter rows, Understanding understanding,
      Map<String, Double> trust,
      Instant now) {
    this.trust = trust;
    this.now = now;
    this.writer = writer;
    this.understanding = understanding;
    workspace = new Workspace(writer, rows);
  }

  void decide(Decision decision) throws IOException {
    writer.requireSameTaxonomy();
    for (VacancyId id : decision.about()) {
      required(id);
    }
    writer.replace(LedgerDocuments.key(decision), LedgerDocuments.document(decision));
    List<Decision> all = new ArrayList<>(LedgerDocuments.decisions(writer.searcher()));
    // The one that this replaces is still seen until the commit.
    all.removeIf(earlier -> LedgerDocuments.key(earlier).equals(LedgerDocuments.key(decision)));
    all.add(decision);
    Decisions decisions = new Decisions(all);
    switch (decision) {
      case Decision.Released released -> release(required(released.id()));
      case Decision.Ruled ruled -> {
        workspace.put(required(ruled.ruling().first()));
        workspace.put(required(ruled.ruling().second()));
      }
      case Decision.Corrected corrected -> {
        StoredRecord record = required(corrected.correction().vacancy());
        workspace.put(record.with(understanding.of(record, decisions)));
      }
      case Decision.Erased _ -> throw new IllegalArgumentException(
          "a record is erased by VacancyIndex.erase, not by a decision alone");
    }
    new Clustering(writer, workspace, decisions, trust).settle();
    workspace.flush();
    writer.commit();
  }

  /// Takes a decision over that was made in another generation; if its records are not here, or were coded
  /// with another taxonomy, it takes effect when they come or are coded anew.
  void carry(Decision decision) throws IOException {
    boolean isEffective = !decision.about().isEmpty() && writer.hasSameTaxonomy();
    for (VacancyId id : decision.about()) {
      isEffective &= workspace.find(id)
          .filter(r -> r.entry().state() != RecordState.WITHDRAWN)
          .isPresent();
    }
    if (isEffective) {
      decide(decision);
    } else {
      writer.replace(LedgerDocuments.key(decision), LedgerDocuments.document(decision));
      writer.commit();
    }
  }

  private StoredRecord required(VacancyId id) throws IOException {
    return workspace.find(id)
        .filter(r -> r.entry().state() != RecordState.WITHDRAWN)
        .orElseThrow(() -> new IllegalArgumentException(
            "there is no record " + id + "; expected source:key of one that is not withdrawn"));
  }

  private void release(StoredRecord record) {
    LedgerEntry entry = record.entry();
    if (entry.state() == RecordState.QUARANTINED
        && entry.deadline() != null && entry.deadline().isBefore(now)) {
      workspace.put(record.with(entry.ended(RecordState.EXPIRED, RecordEnd.EXPIRED,
          EndReason.PAST_DEADLINE, entry.run(), entry.place(), now)));
    } else if (entry.state() == RecordState.QUARANTINED) {
      workspace.put(record.with(entry.ended(RecordState.PUBLISHED, RecordEnd.PUBLISHED,
          EndReason.RELEASED, entry.run(), entry.place(), now)));
    }
  }
}
