package org.metier.index.internal;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/// Lets only commits through that this release can read, and makes them ready before they are.
final class KnownFormat extends SearcherFactory {
  private final Store.Warming warming;

  KnownFormat(Store.Warming warming) {
    this.warming = warming;
  }

  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
      throws IOException {
    CommitLabel.requireKnownFormat(CommitLabel.of(reader));
    warming.warm(reader);
    return new IndexSearcher(reader);
  }
}
