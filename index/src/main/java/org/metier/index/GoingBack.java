package org.metier.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.metier.index.internal.Generations;
import org.metier.index.internal.StoreWriter;
import org.metier.ledger.Decision;
import org.metier.match.internal.RowWriter;

/// Puts the generation before the present one into service again, with what people decided since.
final class GoingBack {
  private final Generations generations;
  private final RowWriter rows;
  private final Understanding understanding;
  private final Map<String, Double> trust;
  private final Instant now;

  GoingBack(Generations generations, RowWriter rows, Understanding understanding,
      Map<String, Double> trust, Instant now) {
    this.generations = generations;
    this.rows = rows;
    this.understanding = understanding;
    this.trust = trust;
    this.now = now;
  }

  void run() throws IOException {
    Path back = generations.previous()
        .orElseThrow(() -> new IndexException("there is no generation to go back to: none was"
            + " made since this index began"));
    List<Decision> since = new ArrayList<>(decisions(generations.current()));
    since.removeAll(decisions(back));
    if (!since.isEmpty()) {
      try (StoreWriter writer = StoreWriter.open(generations, back, rows.taxonomy().id())) {
        for (Decision decision : since) {
          new Deciding(writer, rows, understanding, trust, now).carry(decision);
        }
      }
    }
    generations.switchTo(back);
  }

  private List<Decision> decisions(Path generation) throws IOException {
    try (Directory directory = generations.open(generation);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return LedgerDocuments.decisions(new IndexSearcher(reader));
    }
  }
}
