package org.metier.index.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// Writes to one generation of an index. What is written is searched after [#commit] or [#refresh]; what is
/// not committed is undone by [#close]. Not thread-safe.
public final class StoreWriter implements AutoCloseable {
  /// In the commit: how many arrivals there were, of which none gets the number of another.
  static final String ARRIVALS_KEY = "metier.arrivals";

  private final Directory directory;
  private final IndexWriter writer;
  private final String taxonomyId;
  private final Map<String, String> found;
  private @Nullable DirectoryReader reader;
  private @Nullable IndexSearcher searcher;
  private long arrivals;

  private StoreWriter(Directory directory, IndexWriter writer, String taxonomyId)
      throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.taxonomyId = taxonomyId;
    found = data(writer);
    arrivals = Long.parseLong(found.getOrDefault(ARRIVALS_KEY, "0"));
  }

  /// Opens the index in a folder, or begins one there with an empty commit, so that an index without a commit
  /// is a damaged one. Only under the home's lock.
  public static StoreWriter open(Store.Folder disk, Path folder, String taxonomyId)
      throws IOException {
    Files.createDirectories(folder);
    Directory directory = disk.open(folder);
    try {
      Commits.dropTorn(directory);
      boolean isNew = !DirectoryReader.indexExists(directory);
      StoreWriter writer = new StoreWriter(directory, new IndexWriter(directory, Store.config()),
          taxonomyId);
      if (isNew) {
        writer.begin();
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private void begin() throws IOException {
    boolean isBegun = false;
    try {
      commit();
      isBegun = true;
    } finally {
      if (!isBegun) {
        IOUtils.closeWhileHandlingException(writer::rollback);
      }
    }
  }

  /// Begins a generation in an empty folder.
  public static StoreWriter begin(Store.Folder disk, Path folder, String taxonomyId, long arrivals)
      throws IOException {
    StoreWriter writer = open(disk, folder, taxonomyId);
    writer.arrivals = arrivals;
    return writer;
  }

  private static Map<String, String> data(IndexWriter writer) {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(e -> data.put(e.getKey(), e.getValue()));
      CommitLabel.requireKnownFormat(data);
    }
    return data;
  }

  /// Refuses to go on if the entries were coded with another taxonomy than they would be now.
  public void requireSameTaxonomy() {
    CommitLabel.requireTaxonomy(found, taxonomyId);
  }

  /// Refuses to go on over entries of an earlier layout: new ones would not find their duplicates among them.
  public void requirePresentLayout() {
    CommitLabel.requirePresentLayout(found);
  }

  /// Whether the entries were coded with the taxonomy of now.
  public boolean hasSameTaxonomy() {
    return taxonomyId.equals(found.getOrDefault(CommitLabel.TAXONOMY_KEY, taxonomyId));
  }

  /// The number of the next arrival, from 1; it is kept by the next commit.
  public long nextArrival() {
    return ++arrivals;
  }

  /// How many arrivals there were.
  public long arrivals() {
    return arrivals;
  }

  /// What was written up to the last [#refresh] or [#commit].
  public IndexSearcher searcher() throws IOException {
    if (reader == null) {
      reader = DirectoryReader.open(writer);
    }
    IndexSearcher present = searcher;
    if (present == null) {
      present = new IndexSearcher(reader);
      searcher = present;
    }
    return present;
  }

  /// Makes what was written searchable, here alone.
  public void refresh() throws IOException {
    if (reader != null) {
      DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
      if (newer != null) {
        reader.close();
        reader = newer;
        searcher = null;
      }
    }
  }

  public void add(Document document) throws IOException {
    writer.addDocument(document);
  }

  /// Puts a document in the place of those with a term.
  public void replace(Term term, Document document) throws IOException {
    writer.updateDocument(term, document);
  }

  public void delete(Query query) throws IOException {
    writer.deleteDocuments(query);
  }

  /// Sets a number of the documents with a term, without writing them again.
  public void number(Term term, String field, long value) throws IOException {
    writer.updateNumericDocValue(term, field, value);
  }

  /// Makes everything written so far last, as one fact. What was coded with another taxonomy stays marked as
  /// such.
  public void commit() throws IOException {
    Map<String, String> data = new HashMap<>(found);
    data.putIfAbsent(CommitLabel.FORMAT_KEY, String.valueOf(CommitLabel.FORMAT));
    data.putIfAbsent(CommitLabel.TAXONOMY_KEY, taxonomyId);
    data.put(ARRIVALS_KEY, String.valueOf(arrivals));
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    refresh();
  }

  /// Commits, and rewrites files until none holds a deleted entry.
  ///
  /// @return deleted entries that are left: 0, or something is wrong
  public int commitWithoutRemains() throws IOException {
    commit();
    writer.forceMergeDeletes();
    commit();
    if (reader != null) {
      reader.close();
      reader = null;
      searcher = null;
    }
    writer.deleteUnusedFiles();
    try (DirectoryReader check = DirectoryReader.open(directory)) {
      return check.numDeletedDocs();
    }
  }

  /// Number of the newest commit.
  public long generation() throws IOException {
    try (DirectoryReader check = DirectoryReader.open(directory)) {
      return check.getIndexCommit().getGeneration();
    }
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      if (reader != null) {
        reader.close();
      }
      writer.rollback();
    }
  }
}
