package org.metier.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.metier.coding.VacancyCoder;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.Decision;
import org.metier.ledger.RecordState;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.VacancyId;

/// Lets decisions of people take effect at once.
final class Deciding {
  private final StoreWriter writer;
  private final Workspace workspace;
  private final VacancyCoder coder;

  Deciding(StoreWriter writer, Taxonomy taxonomy, VacancyCoder coder, Instant now) {
    this.writer = writer;
    this.coder = coder;
    workspace = new Workspace(writer, taxonomy);
  }

  void decide(Decision decision) throws IOException {
    for (VacancyId id : decision.about()) {
      required(id);
    }
    writer.replace(LedgerDocuments.key(decision), LedgerDocuments.document(decision));
    List<Decision> all = new ArrayList<>(LedgerDocuments.decisions(writer.searcher()));
    all.add(decision);
    Decisions decisions = new Decisions(all);
    Clustering clustering = new Clustering(writer, workspace);
    switch (decision) {
      case Decision.Released released -> release(required(released.id()), clustering);
      case Decision.KeptApart apart -> part(required(apart.first()), required(apart.second()),
          clustering);
      case Decision.Corrected corrected -> correct(required(corrected.id()), decisions, clustering);
      case Decision.Erased _ -> throw new IllegalArgumentException(
          "a record is erased by VacancyIndex.erase, not by a decision alone");
    }
    workspace.flush();
    writer.commit();
  }

  private StoredRecord required(VacancyId id) throws IOException {
    return workspace.find(id)
        .filter(r -> r.entry().state() != RecordState.WITHDRAWN)
        .orElseThrow(() -> new IllegalArgumentException(
            "there is no record " + id + "; expected source:key of one that is not withdrawn"));
  }

  private void release(StoredRecord record, Clustering clustering) throws IOException {
    if (record.entry().state() == RecordState.QUARANTINED) {
      workspace.put(clustering.join(record, record));
    }
  }

  private void part(StoredRecord first, StoredRecord second, Clustering clustering)
      throws IOException {
    String cluster = first.entry().cluster();
    if (cluster == null || !cluster.equals(second.entry().cluster())) {
      return;
    }
    StoredRecord leaving = first.entry().state() == RecordState.MERGED ? first : second;
    clustering.leave(leaving);
    workspace.put(clustering.join(leaving, leaving));
  }

  private void correct(StoredRecord record, Decisions decisions, Clustering clustering)
      throws IOException {
    StoredRecord coded = record.with(Understanding.of(record, coder, decisions));
    if (coded.entry().state().isLive()) {
      clustering.leave(record);
      coded = clustering.join(coded, record);
    }
    workspace.put(coded);
  }
}
