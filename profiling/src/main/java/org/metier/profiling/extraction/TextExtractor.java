package org.metier.profiling.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.metier.profiling.extraction.Extraction.Refused;

/// Takes the text out of PDF, DOCX, ODT, RTF and HTML files, each in a child process that is killed when a
/// file takes too long or too much memory, and replaced after so many files. The child resolves no host
/// name, opens no address, and leaves no file behind.
///
/// Thread-safe: as many files are read at once as there may be children, and further callers wait. The
/// first child starts with the first file (about half a second); a further page costs milliseconds.
public final class TextExtractor implements AutoCloseable {
  /// More characters of a file are not read.
  public static final int MAX_CHARACTERS = 200_000;
  /// A larger file is refused unread.
  public static final int MAX_BYTES = Messages.MAX_FILE_BYTES;

  private final Duration limit;
  private final int documentsPerChild;
  private final String classPath;
  private final String mainClass;
  private final @Nullable Path archive;
  private final Semaphore places;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<ReaderChild> idle = new ArrayDeque<>();
  private @Nullable TemporaryFolder folder;
  private boolean isClosed;

  private TextExtractor(Builder builder) {
    this.limit = builder.limit;
    this.documentsPerChild = builder.documentsPerChild;
    this.classPath = builder.classPath;
    this.mainClass = builder.mainClass;
    this.archive = builder.archive;
    this.places = new Semaphore(builder.parallelism, true);
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Reads one file; what is wrong with it comes back as [Refused], never as an exception.
  ///
  /// @throws IllegalStateException if closed, or if no child process can be started here
  public Extraction extract(byte[] file) {
    if (file.length == 0) {
      return new Refused(Refusal.EMPTY);
    }
    if (file.length > MAX_BYTES) {
      return new Refused(Refusal.TOO_LARGE);
    }
    places.acquireUninterruptibly();
    try {
      ReaderChild child = take();
      boolean isFresh = child.documents() == 0;
      Extraction extraction = child.read(file, limit);
      if (isFresh && !child.isAlive() && extraction.equals(new Refused(Refusal.DAMAGED))) {
        requireStarts();
      }
      giveBack(child);
      return extraction;
    } finally {
      places.release();
    }
  }

  /// A child that dies on its first file may never have started: wrong class path, no memory.
  private void requireStarts() {
    ReaderChild probe = start();
    Extraction answer = probe.read(new byte[]{0}, limit);
    probe.close();
    if (!answer.equals(new Refused(Refusal.UNSUPPORTED))) {
      throw new IllegalStateException("the process that reads CV files does not start; check that "
          + "java.home holds bin/java and that the class path, as java.class.path or set on the"
          + " builder, holds metier-profiling");
    }
  }

  private ReaderChild take() {
    lock.lock();
    try {
      if (isClosed) {
        throw new IllegalStateException("this extractor is closed");
      }
      ReaderChild child = idle.pollFirst();
      if (child != null && child.isAlive()) {
        return child;
      }
    } finally {
      lock.unlock();
    }
    return start();
  }

  private void giveBack(ReaderChild child) {
    lock.lock();
    try {
      if (child.isAlive() && child.documents() < documentsPerChild && !isClosed) {
        idle.addFirst(child);
        return;
      }
    } finally {
      lock.unlock();
    }
    child.close();
  }

  private ReaderChild start() {
    try {
      return ReaderChild.start(classPath, mainClass, folder(), archive);
    } catch (IOException e) {
      throw new UncheckedIOException("the process that reads CV files does not start", e);
    }
  }

  /// Holds the folders of the children.
  TemporaryFolder folder() throws IOException {
    lock.lock();
    try {
      if (folder == null) {
        folder = TemporaryFolder.create();
      }
      return folder;
    } finally {
      lock.unlock();
    }
  }

  /// Ends the children and removes their folder.
  @Override
  public void close() {
    List<ReaderChild> children;
    TemporaryFolder toRemove;
    lock.lock();
    try {
      isClosed = true;
      children = List.copyOf(idle);
      idle.clear();
      toRemove = folder;
      folder = null;
    } finally {
      lock.unlock();
    }
    children.forEach(ReaderChild::close);
    if (toRemove != null) {
      toRemove.close();
    }
  }

  /// Collects the settings of a [TextExtractor]. Not thread-safe; every setting is optional.
  public static final class Builder {
    private Duration limit = Duration.ofSeconds(30);
    private int documentsPerChild = 100;
    private int parallelism = 1;
    private String classPath = ProgramClassPath.find();
    private String mainClass = ReaderProcess.class.getName();
    private @Nullable Path archive;

    private Builder() {}

    /// Gives up on a file after this time and kills its child.
    ///
    /// @param time 100 milliseconds to 10 minutes; 30 seconds by default
    public Builder limit(Duration time) {
      if (time.toMillis() < 100 || time.toMinutes() > 10) {
        throw new IllegalArgumentException("limit must be 100 ms to 10 min, was " + time);
      }
      limit = time;
      return this;
    }

    /// Replaces a child after this many files, so that nothing a file leaves behind lives long.
    ///
    /// @param count 1 to 10,000; 100 by default
    public Builder documentsPerChild(int count) {
      if (count < 1 || count > 10_000) {
        throw new IllegalArgumentException("documentsPerChild must be 1 to 10,000, was " + count);
      }
      documentsPerChild = count;
      return this;
    }

    /// Reads this many files at once, in as many children of up to 256 MB of heap.
    ///
    /// @param count 1 to 64, at best no more than cores; 1 by default
    public Builder parallelism(int count) {
      if (count < 1 || count > 64) {
        throw new IllegalArgumentException("parallelism must be 1 to 64, was " + count);
      }
      parallelism = count;
      return this;
    }

    /// What the child can load; by default what this program can, as far as its class loader tells.
    public Builder classPath(String path) {
      classPath = path;
      return this;
    }

    /// Keeps an archive of loaded classes in this file, which the first child writes and which makes
    /// later ones start faster.
    public Builder archive(Path file) {
      archive = file;
      return this;
    }

    /// Another main class, for tests of children that hang or die.
    Builder mainClass(String name) {
      mainClass = name;
      return this;
    }

    public TextExtractor build() {
      return new TextExtractor(this);
    }
  }
}
