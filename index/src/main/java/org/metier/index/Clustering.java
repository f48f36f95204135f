package org.metier.index;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.metier.index.internal.Hashes;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.RecordState;

/// Keeps records that stand for the same job together, one of them shown.
final class Clustering {
  private final StoreWriter writer;
  private final Workspace workspace;

  Clustering(StoreWriter writer, Workspace workspace) {
    this.writer = writer;
    this.workspace = workspace;
  }

  /// Finds the cluster of a record that is to be live.
  StoredRecord join(StoredRecord record, @Nullable StoredRecord before) throws IOException {
    long arrival = record.entry().arrival() > 0 ? record.entry().arrival() : writer.nextArrival();
    String cluster = Hashes.hex(record.entry().id().toString(), 8);
    return record.with(record.entry().in(cluster, RecordState.PUBLISHED, arrival));
  }

  /// Takes a record out of its cluster; the others stay together.
  void leave(StoredRecord record) throws IOException {
  }
}
