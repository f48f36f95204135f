package org.metier.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks whether the sealed inputs that the entries of a segment name are there and are those that were written. Needs no
/// key. Keeps the first fault of each segment. Not thread-safe.
final class RecordCheck implements AutoCloseable {
  private final LogFiles files;
  private final List<Long> segments = new ArrayList<>();
  private final List<AuditFault> faults = new ArrayList<>();
  private long open;
  private @Nullable FileChannel channel;

  RecordCheck(LogFiles files) {
    this.files = files;
  }

  /// @param n number of the entry
  /// @param place that it names
  void check(long n, RecordPlace place) throws IOException {
    if (!segments.isEmpty() && segments.getLast() == place.segment()) {
      return;
    }
    Path file = files.records(place.segment());
    FileChannel records = channel(place.segment(), file);
    if (records == null || records.size() < place.offset() + place.length()) {
      fault(place, AuditFault.Kind.INPUTS_MISSING, n, file, "the sealed inputs of entry " + n
          + " are missing: bytes " + place.offset() + " to "
          + (place.offset() + place.length() - 1));
    } else if (place.sha256() != null && !place.sha256().equals(hash(records, place))) {
      fault(place, AuditFault.Kind.INPUTS_CHANGED, n, file, "the sealed inputs of entry " + n
          + " at byte " + place.offset() + " are not those that were written");
    }
  }

  private void fault(RecordPlace place, AuditFault.Kind kind, long n, Path file, String message) {
    segments.add(place.segment());
    faults.add(new AuditFault(kind, n, "records/" + file.getFileName(), message));
  }

  /// The first fault behind the entries that a purge let go.
  ///
  /// @param purged number of the last of these
  @Nullable
  AuditFault first(long purged) {
    for (int i = 0; i < faults.size(); i++) {
      if (segments.get(i) > purged) {
        return faults.get(i);
      }
    }
    return null;
  }

  private @Nullable FileChannel channel(long segment, Path file) throws IOException {
    if (segment != open) {
      close();
      channel = Files.exists(file) ? FileChannel.open(file, StandardOpenOption.READ) : null;
      open = segment;
    }
    return channel;
  }

  private static String hash(FileChannel records, RecordPlace place) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(place.length());
    while (bytes.hasRemaining()
        && records.read(bytes, place.offset() + bytes.position()) >= 0) {
      // reads on
    }
    return LogLine.hash(bytes.array());
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
    open = 0;
  }
}
