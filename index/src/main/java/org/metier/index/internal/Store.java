package org.metier.index.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.metier.home.Home;
import org.metier.index.IndexException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Lucene index in a home: read by anybody at any time, written to by one task at a time, which takes
/// effect commit by commit. Readers never wait for a writer. Thread-safe.
///
/// Each commit carries a [CommitLabel].
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final Home home;
  private final Folder folder;
  private final String taxonomyId;
  private final Warming warming;
  private final ReentrantLock opening = new ReentrantLock();
  private final AtomicReference<@Nullable String> lastProblem = new AtomicReference<>();
  private @Nullable Opened opened;

  /// Where the index in service is.
  public interface Folder {
    Path current() throws IOException;

    /// Opens the files of a folder.
    default Directory open(Path path) throws IOException {
      return FSDirectory.open(path);
    }
  }

  /// Something to read.
  public interface Reading<T extends @Nullable Object> {
    T read(IndexSearcher searcher) throws IOException;
  }

  /// What to do with segments before they are read for the first time.
  public interface Warming {
    void warm(IndexReader reader) throws IOException;
  }

  /// Something to write.
  public interface Writing<T extends @Nullable Object> {
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
    this(home, folder, taxonomyId, _ -> {
      // Nothing is kept beside the segments.
    });
  }

  /// @param warming run on each new state of the index before anybody reads it
  public Store(Home home, Folder folder, String taxonomyId, Warming warming) {
    this.home = home;
    this.folder = folder;
    this.taxonomyId = taxonomyId;
    this.warming = warming;
  }

  /// Reads from the newest commit.
  public <T extends @Nullable Object> T read(Reading<T> reading) {
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
    } catch (UncheckedIOException e) {
      throw failure("read", Objects.requireNonNull(e.getCause()));
    }
  }

  /// @return null while there is no index; otherwise its reader is to be given back
  private @Nullable IndexSearcher acquire() throws IOException {
    while (true) {
      Opened now = opened();
      if (now == null) {
        return null;
      }
      try {
        IndexSearcher newest = newest(now);
        if (newest != null) {
          return newest;
        }
        refresh(now);
        return now.searchers().acquire();
      } catch (AlreadyClosedException e) {
        if (isInService(now)) {
          throw e;
        }
        // Another generation came into service meanwhile: read that one.
      }
    }
  }

  /// Asks a folder's list of files alone, since to refresh is to read the account of each segment, which takes
  /// as long as many a search. Each commit has a file of its own, and no two have one name.
  ///
  /// @return null when there may be a newer commit than is open
  private static @Nullable IndexSearcher newest(Opened now) throws IOException {
    IndexSearcher searcher = now.searchers().acquire();
    boolean isNewest = false;
    try {
      isNewest = searcher.getIndexReader() instanceof StandardDirectoryReader reader
          && reader.getSegmentInfos()
              .getSegmentsFileName()
              .equals(SegmentInfos.getLastCommitSegmentsFileName(now.directory()));
    } catch (IOException e) {
      LOG.debug("the folder of the index cannot be listed; to refresh says why", e);
    } finally {
      if (!isNewest) {
        searcher.getIndexReader().decRef();
      }
    }
    return isNewest ? searcher : null;
  }

  private boolean isInService(Opened one) {
    opening.lock();
    try {
      return one.equals(opened);
    } finally {
      opening.unlock();
    }
  }

  /// Goes on to the newest commit; if that cannot be read, what was read last stays in service.
  private void refresh(Opened now) {
    try {
      now.searchers().maybeRefresh();
    } catch (IOException e) {
      keptOld(e);
    }
  }

  private void keptOld(IOException cause) {
    String problem = String.valueOf(cause.getMessage());
    if (!problem.equals(lastProblem.getAndSet(problem))) {
      LOG.warn("the newest state of the index cannot be read; the one before stays in service",
          cause);
    }
  }

  /// Runs a task under the home's lock. What it commits stays; what it does not commit is undone when it
  /// ends or fails.
  public <T extends @Nullable Object> T write(Writing<T> writing) {
    return exclusively(() -> {
      T result;
      try (StoreWriter writer = StoreWriter.open(folder, folder.current(), taxonomyId)) {
        result = writing.write(writer);
      }
      return result;
    });
  }

  /// Something to do with the files.
  public interface Task<T extends @Nullable Object> {
    T run() throws IOException;
  }

  /// Runs a task on the files of all generations, under the home's lock. Who reads here afterwards sees
  /// what it did.
  public <T extends @Nullable Object> T exclusively(Task<T> task) {
    try (Home.WriteLock _ = home.lock()) {
      T result = task.run();
      refreshFully();
      return result;
    } catch (IOException e) {
      throw failure("write", e);
    } catch (UncheckedIOException e) {
      throw failure("write", Objects.requireNonNull(e.getCause()));
    }
  }

  /// Refuses to go on with entries that were coded with another taxonomy: their concepts would be taken
  /// for absent.
  public void requireSameTaxonomy(IndexSearcher searcher) throws IOException {
    CommitLabel.requireTaxonomy(CommitLabel.of(searcher.getIndexReader()), taxonomyId);
  }

  /// The generation of the newest commit, 0 before the first.
  public long generation() {
    return read(searcher -> searcher.getIndexReader() instanceof DirectoryReader reader
        ? reader.getIndexCommit().getGeneration()
        : 0L);
  }

  /// How many arrivals there were up to the newest commit, 0 before the first.
  public long arrivals() {
    return read(searcher -> Long.parseLong(CommitLabel.of(searcher.getIndexReader())
        .getOrDefault(StoreWriter.ARRIVALS_KEY, "0")));
  }

  /// How every index of vacancies is written: its analyzers, codec, buffer and merges.
  public static IndexWriterConfig config() {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    return new IndexWriterConfig(Fields.analyzer())
        // A vacancy is read in a tenth of the time that the denser mode takes; see ARCHITECTURE.md.
        .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_SPEED))
        .setMergePolicy(merges)
        // Merges run in the caller's thread: the library owns none.
        .setMergeScheduler(new SerialMergeScheduler())
        .setRAMBufferSizeMB(64)
        .setCommitOnClose(false);
  }

  private void refreshFully() {
    try {
      Opened now = opened();
      if (now != null) {
        now.searchers().maybeRefreshBlocking();
      }
    } catch (IOException e) {
      keptOld(e);
    }
  }

  /// What is in service; as long as that cannot be told or opened, what was in service before.
  ///
  /// @return null while there is no index
  private @Nullable Opened opened() throws IOException {
    opening.lock();
    try {
      Opened before = opened;
      try {
        Path current = folder.current();
        if (before == null || !before.folder().equals(current)) {
          opened = open(current);
          if (before != null) {
            before.close();
          }
        }
      } catch (IOException e) {
        if (before == null) {
          throw e;
        }
        keptOld(e);
      }
      return opened;
    } finally {
      opening.unlock();
    }
  }

  private @Nullable Opened open(Path first) throws IOException {
    Path current = first;
    while (true) {
      try {
        Opened found = openIfThere(current);
        if (found != null || folder.current().equals(current)) {
          return found;
        }
      } catch (IOException e) {
        if (folder.current().equals(current)) {
          throw e;
        }
      }
      // Went out of service, and was deleted, while it was being opened.
      current = folder.current();
    }
  }

  private @Nullable Opened openIfThere(Path current) throws IOException {
    if (!Files.isDirectory(current)) {
      return null;
    }
    Directory found = folder.open(current);
    try {
      if (DirectoryReader.indexExists(found)) {
        return new Opened(current, found, searchers(found));
      }
      found.close();
      return null;
    } catch (IOException | RuntimeException e) {
      found.close();
      throw e;
    }
  }

  private SearcherManager searchers(Directory directory) throws IOException {
    try {
      return new SearcherManager(directory, new KnownFormat(warming));
    } catch (CorruptIndexException | EOFException | NoSuchFileException e) {
      IndexCommit whole = Commits.newestWhole(directory).orElseThrow(() -> e);
      return new SearcherManager(DirectoryReader.open(whole), new KnownFormat(warming));
    }
  }

  /// What a failure of the disk means for the person who asked.
  public static IndexException failure(String action, IOException e) {
    return StoreFailure.of(action, e);
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
}
