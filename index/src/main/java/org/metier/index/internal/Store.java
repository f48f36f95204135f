package org.metier.index.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.IndexException;

/// One Lucene index in a home: read by anybody at any time, written to by one task at a time, which takes
/// effect commit by commit. Readers never wait for a writer. Thread-safe.
///
/// Each commit carries the version of the fields' layout and the id of the taxonomy that the entries were
/// coded with.
public final class Store implements AutoCloseable {
  /// The layout of fields that this release writes.
  public static final int FORMAT = 2;

  static final String FORMAT_KEY = "metier.format";
  static final String TAXONOMY_KEY = "metier.taxonomy";

  private final Home home;
  private final Folder folder;
  private final String taxonomyId;
  private final ReentrantLock opening = new ReentrantLock();
  private @Nullable Opened opened;

  /// Where the index in service is.
  public interface Folder {
    Path current() throws IOException;
  }

  /// Something to read.
  public interface Reading<T> {
    T read(IndexSearcher searcher) throws IOException;
  }

  /// Something to write.
  public interface Writing<T> {
    T write(StoreWriter writer) throws IOException;
  }

  private record Opened(Path folder, Directory directory,
      SearcherManager searchers) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      searchers.close();
      directory.close();
    }
  }

  public Store(Home home, Folder folder, String taxonomyId) {
    this.home = home;
    this.folder = folder;
    this.taxonomyId = taxonomyId;
  }

  /// Reads from the newest commit.
  public <T> T read(Reading<T> reading) {
    try {
      IndexSearcher searcher = acquire();
      if (searcher == null) {
        try (IndexReader nothing = new MultiReader()) {
          return reading.read(new IndexSearcher(nothing));
        }
      }
      try {
        return reading.read(searcher);
      } finally {
        searcher.getIndexReader().decRef();
      }
    } catch (IOException e) {
      throw failure("read", e);
    }
  }

  /// @return null while there is no index; otherwise its reader is to be given back
  private @Nullable IndexSearcher acquire() throws IOException {
    while (true) {
      SearcherManager manager = searchers();
      if (manager == null) {
        return null;
      }
      try {
        manager.maybeRefresh();
        return manager.acquire();
      } catch (AlreadyClosedException e) {
        if (isInService(manager)) {
          throw e;
        }
        // Another generation came into service meanwhile: read that one.
      }
    }
  }

  private boolean isInService(SearcherManager manager) {
    opening.lock();
    try {
      return opened != null && opened.searchers() == manager;
    } finally {
      opening.unlock();
    }
  }

  /// Runs a task under the home's lock. What it commits stays; what it does not commit is undone when it
  /// ends or fails.
  public <T> T write(Writing<T> writing) {
    return exclusively(() -> {
      T result;
      try (StoreWriter writer = StoreWriter.open(folder.current(), taxonomyId)) {
        result = writing.write(writer);
      }
      refresh();
      return result;
    });
  }

  /// Something to do with the files.
  public interface Task<T> {
    T run() throws IOException;
  }

  /// Runs a task on the files of all generations, under the home's lock.
  public <T> T exclusively(Task<T> task) {
    try (Home.WriteLock _ = home.lock()) {
      return task.run();
    } catch (IOException e) {
      throw failure("write", e);
    } catch (UncheckedIOException e) {
      throw failure("write", Objects.requireNonNull(e.getCause()));
    }
  }

  /// Refuses to go on with entries that were coded with another taxonomy: their concepts would be taken
  /// for absent.
  public void requireSameTaxonomy(IndexSearcher searcher) throws IOException {
    requireTaxonomy(commitData(searcher.getIndexReader()).get(TAXONOMY_KEY), taxonomyId);
  }

  static void requireTaxonomy(@Nullable String found, String expected) {
    if (found != null && !found.equals(expected)) {
      throw new IndexException("the vacancies of this home were coded with another taxonomy ("
          + found + ", now " + expected
          + "); import that taxonomy again, or code them anew: metier recode");
    }
  }

  /// The generation of the newest commit, 0 before the first.
  public long generation() {
    return read(searcher -> searcher.getIndexReader() instanceof DirectoryReader reader
        ? reader.getIndexCommit().getGeneration()
        : 0L);
  }

  /// How every index of vacancies is written: its analyzers, codec, buffer and merges.
  public static IndexWriterConfig config() {
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
      Path current = folder.current();
      if (opened != null && !opened.folder().equals(current)) {
        opened.close();
        opened = null;
      }
      if (opened == null && Files.isDirectory(current)) {
        Directory found = FSDirectory.open(current);
        Commits.dropTorn(found);
        if (DirectoryReader.indexExists(found)) {
          opened = new Opened(current, found, new SearcherManager(found, new KnownFormat()));
        } else {
          found.close();
        }
      }
      return opened == null ? null : opened.searchers();
    } finally {
      opening.unlock();
    }
  }

  /// What the commit behind a reader carries.
  public static Map<String, String> commitData(IndexReader reader) throws IOException {
    return reader instanceof DirectoryReader directory
        ? directory.getIndexCommit().getUserData()
        : Map.of();
  }

  static void requireKnownFormat(Map<String, String> commitData) {
    String format = commitData.getOrDefault(FORMAT_KEY, "0");
    if (!format.matches("\\d{1,6}") || Integer.parseInt(format) > FORMAT) {
      throw newer(null);
    }
  }

  /// What a failure of the disk means for the person who asked.
  public static IndexException failure(String action, IOException e) {
    if (e instanceof IndexFormatTooNewException) {
      return newer(e);
    }
    if (e instanceof CorruptIndexException || e instanceof IndexFormatTooOldException) {
      return new IndexException("the index in the home is damaged or was written by a release too"
          + " old; go back to the generation before it (metier generations --back), or delete the"
          + " folder \"vacancies\" there and ingest the feeds again", e);
    }
    return new IndexException("cannot " + action + " the index in the home ("
        + e.getClass().getSimpleName()
        + "); check free space and rights; the last complete state is"
        + " kept", e);
  }

  private static IndexException newer(@Nullable IOException cause) {
    String message = "the index in the home was written by a newer Metier; use that release, or"
        + " another --home";
    return cause == null ? new IndexException(message) : new IndexException(message, cause);
  }

  @Override
  public void close() {
    opening.lock();
    try {
      if (opened != null) {
        opened.close();
        opened = null;
      }
    } catch (IOException e) {
      throw failure("close", e);
    } finally {
      opening.unlock();
    }
  }

  /// Lets only commits through that this release can read.
  private static final class KnownFormat extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
        throws IOException {
      requireKnownFormat(commitData(reader));
      return new IndexSearcher(reader);
    }
  }
}
