package org.metier.index.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.ErasureReceipt;
import org.metier.index.IndexException;

/// One Lucene index in a home: read by anybody at any time, written to by one task at a time, which takes
/// effect as one commit or not at all. Thread-safe.
///
/// Each commit carries the version of the fields' layout and the id of the taxonomy that the entries were
/// coded with.
public final class Store implements AutoCloseable {
  /// The layout of fields that this release writes.
  public static final int FORMAT = 1;

  private static final String FORMAT_KEY = "metier.format";
  private static final String TAXONOMY_KEY = "metier.taxonomy";

  private final Home home;
  private final Path folder;
  private final String taxonomyId;
  private final ReentrantLock opening = new ReentrantLock();
  private @Nullable SearcherManager searchers;
  private @Nullable Directory directory;

  /// Something to read.
  public interface Reading<T> {
    T read(IndexSearcher searcher) throws IOException;
  }

  /// Something to write.
  public interface Writing {
    /// @param before the index as it was
    /// @return whether anything changed; otherwise the index stays as it is, generation and all
    boolean write(IndexWriter writer, IndexSearcher before) throws IOException;
  }

  public Store(Home home, Path folder, String taxonomyId) {
    this.home = home;
    this.folder = folder;
    this.taxonomyId = taxonomyId;
  }

  /// Reads from the newest commit.
  public <T> T read(Reading<T> reading) {
    try {
      SearcherManager manager = searchers();
      if (manager == null) {
        try (IndexReader nothing = new MultiReader()) {
          return reading.read(new IndexSearcher(nothing));
        }
      }
      manager.maybeRefresh();
      IndexSearcher searcher = manager.acquire();
      try {
        return reading.read(searcher);
      } finally {
        manager.release(searcher);
      }
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// Refuses to go on with entries that were coded with another taxonomy: their concepts would be taken
  /// for absent.
  public void requireSameTaxonomy(IndexSearcher searcher) throws IOException {
    String found = commitData(searcher.getIndexReader()).get(TAXONOMY_KEY);
    if (found != null && !found.equals(taxonomyId)) {
      throw new IndexException("the entries in " + folder + " were coded with another taxonomy ("
          + found
          + ", now " + taxonomyId + "); import that taxonomy again, or delete the folder " + folder
          + " and ingest the feeds anew");
    }
  }

  /// Runs a task under the home's lock; its changes are committed together, or none if it fails.
  public void write(Writing writing) {
    try (Home.WriteLock _ = home.lock(); Directory directory = FSDirectory.open(folder)) {
      write(directory, writing);
      refresh();
    } catch (IOException e) {
      throw failure("write", e);
    } catch (UncheckedIOException e) {
      throw failure("write", Objects.requireNonNull(e.getCause()));
    }
  }

  private void write(Directory directory, Writing writing) throws IOException {
    IndexWriter writer = new IndexWriter(directory, config());
    boolean isCommitted = false;
    try {
      boolean isChanged = read(before -> {
        requireSameTaxonomy(before);
        return writing.write(writer, before);
      });
      if (isChanged) {
        commit(writer, Map.of(FORMAT_KEY, String.valueOf(FORMAT), TAXONOMY_KEY, taxonomyId));
        isCommitted = true;
      }
    } finally {
      if (isCommitted) {
        writer.close();
      } else {
        writer.rollback();
      }
    }
  }

  /// Erases the entries of a term so that no file holds them any more: deletes, merges every segment that
  /// holds deleted entries, drops unused files, and checks.
  ///
  /// @param key what the receipt names by its hash
  public ErasureReceipt erase(Term term, String key, Clock clock) {
    try (Home.WriteLock _ = home.lock(); Directory directory = FSDirectory.open(folder)) {
      int[] erased = {0};
      IndexWriter writer = new IndexWriter(directory, config());
      boolean isDone = false;
      try {
        erased[0] = read(before -> before.getIndexReader().docFreq(term));
        if (erased[0] > 0) {
          // What was coded with another taxonomy can be erased too, and stays marked as such.
          Map<String, String> data = read(before -> commitData(before.getIndexReader()));
          writer.deleteDocuments(term);
          commit(writer, data);
          writer.forceMergeDeletes();
          commit(writer, data);
          writer.deleteUnusedFiles();
        }
        isDone = erased[0] > 0;
      } finally {
        if (isDone) {
          writer.close();
        } else {
          writer.rollback();
        }
      }
      refresh();
      return receipt(directory, term, key, erased[0], clock);
    } catch (IOException e) {
      throw failure("erase from", e);
    }
  }

  private ErasureReceipt receipt(Directory directory, Term term, String key, int erased,
      Clock clock)
      throws IOException {
    long generation = 0;
    if (DirectoryReader.indexExists(directory)) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        if (reader.docFreq(term) > 0 || (erased > 0 && reader.numDeletedDocs() > 0)) {
          throw new IndexException("the entry could not be erased from the files in " + folder
              + ": " + reader.numDeletedDocs() + " deleted entries are left; run it again");
        }
        generation = reader.getIndexCommit().getGeneration();
      }
    }
    return new ErasureReceipt(HexFormat.of().formatHex(Hashes.sha256(key)), erased, clock.instant(),
        generation);
  }

  /// The generation of the newest commit, 0 before the first.
  public long generation() {
    return read(searcher -> searcher.getIndexReader() instanceof DirectoryReader reader
        ? reader.getIndexCommit().getGeneration()
        : 0L);
  }

  private static void commit(IndexWriter writer, Map<String, String> data) throws IOException {
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  private static IndexWriterConfig config() {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    return new IndexWriterConfig(Fields.analyzer())
        .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION))
        .setMergePolicy(merges)
        // Merges run in the caller's thread: the library owns none.
        .setMergeScheduler(new SerialMergeScheduler())
        .setRAMBufferSizeMB(64)
        .setCommitOnClose(false);
  }

  private void refresh() throws IOException {
    SearcherManager manager = searchers();
    if (manager != null) {
      manager.maybeRefreshBlocking();
    }
  }

  /// @return null while there is no index
  private @Nullable SearcherManager searchers() throws IOException {
    opening.lock();
    try {
      if (searchers == null && Files.isDirectory(folder)) {
        Directory found = FSDirectory.open(folder);
        if (DirectoryReader.indexExists(found)) {
          searchers = new SearcherManager(found, new KnownFormat());
          directory = found;
        } else {
          found.close();
        }
      }
      return searchers;
    } finally {
      opening.unlock();
    }
  }

  private static Map<String, String> commitData(IndexReader reader) throws IOException {
    return reader instanceof DirectoryReader directory
        ? directory.getIndexCommit().getUserData()
        : Map.of();
  }

  private IndexException failure(String action, IOException e) {
    if (e instanceof IndexFormatTooNewException) {
      return newer(e);
    }
    if (e instanceof CorruptIndexException || e instanceof IndexFormatTooOldException) {
      return new IndexException("the index in " + folder
          + " is damaged or was written by a release too old; delete that folder and ingest the feeds"
          + " again", e);
    }
    return new IndexException("cannot " + action + " the index in " + folder + " ("
        + e.getClass().getSimpleName()
        + "); check free space and rights; the last complete state is"
        + " kept", e);
  }

  private IndexException newer(@Nullable IOException cause) {
    String message = "the index in " + folder
        + " was written by a newer Metier; use that release, or another --home";
    return cause == null ? new IndexException(message) : new IndexException(message, cause);
  }

  @Override
  public void close() {
    opening.lock();
    try {
      if (searchers != null) {
        searchers.close();
        searchers = null;
      }
      if (directory != null) {
        directory.close();
        directory = null;
      }
    } catch (IOException e) {
      throw failure("close", e);
    } finally {
      opening.unlock();
    }
  }

  /// Lets only commits through that this release can read.
  private final class KnownFormat extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
        throws IOException {
      String format = commitData(reader).getOrDefault(FORMAT_KEY, "0");
      if (!format.matches("\\d{1,6}") || Integer.parseInt(format) > FORMAT) {
        throw newer(null);
      }
      return new IndexSearcher(reader);
    }
  }
}
