package org.metier.audit;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.metier.audit.internal.PersonSecret;

/// Reads the entries of a log and what was sealed beside them, without its lock. Immutable and thread-safe.
final class LogReader {
  private final LogFiles files;

  LogReader(LogFiles files) {
    this.files = files;
  }

  void forEach(Consumer<AuditEntry> visitor) {
    try {
      for (long segment : files.all()) {
        forEach(segment, visitor);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void forEach(long segment, Consumer<AuditEntry> visitor) throws IOException {
    try (SegmentLines lines = new SegmentLines(files.segment(segment), 0)) {
      for (byte[] line = lines.next(); line != null && !lines.isTorn(); line = lines.next()) {
        visitor.accept(entry(segment, line));
      }
    } catch (NoSuchFileException e) {
      if (files.all().contains(segment)) {
        throw e;
      } // purged since the segments were listed
    }
  }

  private AuditEntry entry(long segment, byte[] line) {
    try {
      return LogLine.entry(line);
    } catch (IllegalArgumentException e) {
      throw new AuditException(files.segment(segment) + " has a line that is no entry ("
          + e.getMessage() + "); look with ./metier audit verify", e);
    }
  }

  AuditException unreadable(IOException e) {
    return new AuditException("the audit log in " + files.folder() + " cannot be read ("
        + e.getClass().getSimpleName() + "); give this user the right to", e);
  }

  Optional<byte[]> opened(RecordPlace place, PersonSecret secret) {
    Path file = files.records(place.segment());
    try (FileChannel channel = FileChannel.open(file)) {
      channel.position(place.offset());
      byte[] sealed = Channels.newInputStream(channel).readNBytes(place.length());
      if (place.sha256() != null && !place.sha256().equals(LogLine.hash(sealed))) {
        throw new IllegalArgumentException("it was changed or cut since it was written");
      }
      return Optional.of(secret.opened(sealed));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    } catch (IllegalArgumentException e) {
      throw new AuditException(
          file + ": the record at byte " + place.offset() + " cannot be opened: " + e.getMessage(),
          e);
    }
  }
}
