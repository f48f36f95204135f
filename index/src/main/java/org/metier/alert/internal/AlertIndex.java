package org.metier.alert.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.metier.index.IndexException;

/// The files of alerts and deliveries. Anybody may read the last commit at any time; one writer at a time
/// holds the folder's own lock, so that a delivery never keeps feeds waiting.
public final class AlertIndex {
  private final Path folder;

  /// Something done with one commit.
  public interface Reading<T> {
    T read(AlertView view) throws IOException;
  }

  /// Something written; what it did not commit is undone.
  public interface Writing<T> {
    T write(Session session) throws IOException;
  }

  public AlertIndex(Path folder) {
    this.folder = folder;
  }

  public <T> T read(Reading<T> reading) {
    if (!Files.isDirectory(folder)) {
      try (AlertView nothing = AlertView.nothing()) {
        return reading.read(nothing);
      } catch (IOException e) {
        throw failure("read", e);
      }
    }
    try (Directory directory = FSDirectory.open(folder); AlertView view = opened(directory)) {
      return reading.read(view);
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  public <T> T write(Writing<T> writing) {
    try (Directory directory = FSDirectory.open(folder);
        Session session = new Session(directory)) {
      return writing.write(session);
    } catch (UncheckedIOException e) {
      throw failure("write", Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw failure("write", e);
    }
  }

  private AlertView opened(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return AlertView.nothing();
    }
    AlertView view = AlertView.of(DirectoryReader.open(directory));
    if (view.isNewer()) {
      view.close();
      throw new IndexException("the alerts in " + folder
          + " were written by a newer Metier; use that release, or another --home");
    }
    return view;
  }

  private IndexException failure(String action, IOException e) {
    if (e instanceof LockObtainFailedException) {
      return new IndexException("the alerts in " + folder
          + " are being written to by another process; wait for it to end, then run this again", e);
    }
    if (e instanceof CorruptIndexException) {
      return new IndexException("the alerts in " + folder
          + " are damaged; restore the folder from a copy", e);
    }
    return new IndexException("cannot " + action + " the alerts in " + folder + " ("
        + e.getClass().getSimpleName()
        + "); check free space and rights; the last complete state is kept", e);
  }

  private static IndexWriterConfig config() {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    return new IndexWriterConfig().setMergePolicy(merges)
        // Merges run in the caller's thread: the library owns none.
        .setMergeScheduler(new SerialMergeScheduler())
        .setRAMBufferSizeMB(32)
        .setCommitOnClose(false);
  }

  /// Writes under the folder's lock; each commit takes effect as a whole. Not thread-safe.
  public final class Session implements AutoCloseable {
    private final Directory directory;
    private final IndexWriter writer;
    private AlertView view;

    private Session(Directory directory) throws IOException {
      this.directory = directory;
      writer = new IndexWriter(directory, config());
      try {
        view = opened(directory);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    }

    /// The last commit.
    public AlertView view() {
      return view;
    }

    /// In place of an earlier one of the same id.
    public void put(SavedAlert alert) throws IOException {
      writer.updateDocument(new Term(AlertFields.ID, alert.id()), AlertFields.document(alert));
    }

    public void delete(SavedAlert alert) throws IOException {
      writer.deleteDocuments(new Term(AlertFields.ID, alert.id()));
    }

    /// In place of all that was known by any of its keys.
    public void put(Delivered delivered) throws IOException {
      delete(delivered.keys());
      writer.addDocument(AlertFields.document(delivered));
    }

    public void delete(Collection<String> keys) throws IOException {
      writer.deleteDocuments(keys.stream()
          .map(key -> new Term(AlertFields.KEY, key))
          .toArray(Term[]::new));
    }

    /// @param batch as JSON; null when none is pending
    public void pending(@Nullable String batch) throws IOException {
      Term pending = new Term(AlertFields.PENDING, AlertFields.YES);
      if (batch == null) {
        writer.deleteDocuments(pending);
      } else {
        writer.updateDocument(pending, AlertFields.pending(batch));
      }
    }

    /// Makes what was written last, survive a crash, and visible in [#view].
    public void commit(Position position) throws IOException {
      writer.setLiveCommitData(
          Map.of(AlertView.FORMAT_KEY, String.valueOf(AlertView.FORMAT), AlertView.CURSOR_KEY,
              String.valueOf(position.cursor()), AlertView.NUMBER_KEY,
              String.valueOf(position.nextNumber()), AlertView.BATCH_KEY,
              String.valueOf(position.nextBatch())).entrySet());
      writer.commit();
      view.close();
      view = opened(directory);
    }

    /// Rewrites files until none holds anything that was deleted, and checks that.
    ///
    /// @throws IndexException if something deleted is left
    public void purge() throws IOException {
      Position position = view.position();
      writer.forceMergeDeletes();
      commit(position);
      writer.deleteUnusedFiles();
      if (view.deletedEntries() > 0) {
        throw new IndexException("what was deleted could not be erased from the files in " + folder
            + ": " + view.deletedEntries() + " entries are left; run it again");
      }
    }

    @Override
    public void close() throws IOException {
      try {
        writer.rollback();
      } finally {
        view.close();
      }
    }
  }
}
