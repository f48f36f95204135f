package org.metier.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The right to write to a log, for one thread of one process: waits for it, holds it for one call only, and may be
/// taken again by the thread that has it.
final class LogLock {
  /// A process holds a file's lock as a whole, so its threads take turns first.
  private static final Map<Path, LogLock> ALL = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock threads = new ReentrantLock();
  private @Nullable FileChannel channel;
  private @Nullable FileLock lock;

  private LogLock(Path file) {
    this.file = file;
  }

  static LogLock of(Path folder) {
    return ALL.computeIfAbsent(real(folder.toAbsolutePath().normalize()),
        key -> new LogLock(key.resolve("write.lock")));
  }

  /// The one name of a folder that may have several by links; the folder itself may not be there yet.
  private static Path real(Path folder) {
    Path parent = folder.getParent();
    try {
      if (Files.exists(folder)) {
        return folder.toRealPath();
      }
      return parent == null || !Files.exists(parent)
          ? folder
          : parent.toRealPath().resolve(folder.getFileName());
    } catch (IOException e) {
      throw new AuditException(
          "cannot look at " + folder + "; give this user the right to read it", e);
    }
  }

  /// What is done while others wait.
  interface Task<T> {
    T run() throws IOException;
  }

  <T> T run(Task<T> task) {
    threads.lock();
    try {
      if (threads.getHoldCount() > 1) {
        return task.run();
      }
      try {
        take();
        return task.run();
      } finally {
        release();
      }
    } catch (IOException e) {
      throw new AuditException("the audit log beside " + file + " cannot be written ("
          + e.getClass().getSimpleName() + "); give this user the right to, and room on the disk",
          e);
    } finally {
      threads.unlock();
    }
  }

  private void take() throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    channel = opened;
    lock = opened.lock();
  }

  private void release() throws IOException {
    FileChannel opened = channel;
    FileLock held = lock;
    channel = null;
    lock = null;
    if (held != null) {
      held.release();
    }
    if (opened != null) {
      opened.close();
    }
  }
}
