package org.metier.index;

import java.io.IOException;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/// A disk that fails after a number of steps, for good: a step is a file that is begun, a write to it, a
/// file that is read, synced or renamed. Not thread-safe.
final class FailingDisk implements UnaryOperator<Directory> {
  private final Failure failure;
  private final int after;
  private int steps;
  private boolean isMended;

  /// How it fails.
  enum Failure {
    /// Nothing can be written any more; reading goes on.
    FULL,
    /// No file can be opened any more, for writing or reading.
    NO_HANDLES,
    /// At a commit, before it takes effect; nothing works after that, as when the process ended.
    BEFORE_COMMIT,
    /// At a commit, right after it took effect.
    AFTER_COMMIT
  }

  /// Stands for the end of the process.
  static final class Cut extends Error {
    private static final long serialVersionUID = 1L;
  }

  FailingDisk(Failure failure, int after) {
    this.failure = failure;
    this.after = after;
  }

  /// How many steps, or commits, there were so far.
  int steps() {
    return steps;
  }

  /// Whether it has failed.
  boolean hasFailed() {
    return steps > after;
  }

  /// Lets everything work again.
  void mend() {
    isMended = true;
  }

  @Override
  public Directory apply(Directory files) {
    return new Failing(files);
  }

  private boolean isBroken() {
    return hasFailed() && !isMended;
  }

  private void write() throws IOException {
    if (failure == Failure.FULL) {
      steps++;
      if (isBroken()) {
        throw new IOException("No space left on device");
      }
    }
    requireAlive();
  }

  private void open() throws IOException {
    if (failure == Failure.NO_HANDLES) {
      steps++;
      if (isBroken()) {
        throw new java.nio.file.FileSystemException("_0.cfs", null, "Too many open files");
      }
    }
    requireAlive();
  }

  private void requireAlive() {
    if ((failure == Failure.BEFORE_COMMIT || failure == Failure.AFTER_COMMIT) && isBroken()) {
      throw new Cut();
    }
  }

  private final class Failing extends FilterDirectory {
    Failing(Directory files) {
      super(files);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      open();
      write();
      IndexOutput out = super.createOutput(name, context);
      return new FilterIndexOutput("failing " + name, name, out) {
        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
          write();
          super.writeBytes(bytes, offset, length);
        }
      };
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      open();
      return super.openInput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      write();
      super.sync(names);
    }

    @Override
    public void deleteFile(String name) throws IOException {
      requireAlive();
      super.deleteFile(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
      boolean isCommit = to.startsWith("segments_");
      if (isCommit && (failure == Failure.BEFORE_COMMIT || failure == Failure.AFTER_COMMIT)) {
        steps++;
        if (isBroken() && failure == Failure.AFTER_COMMIT) {
          super.rename(from, to);
          super.syncMetaData();
        }
      }
      write();
      super.rename(from, to);
    }
  }
}
