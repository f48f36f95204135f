package org.metier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deletes the segments of a log that are older than its retention, all under its lock: notes first what goes, then
/// deletes it, so that what a crash leaves is deleted by the next one. Not thread-safe.
final class LogPurge {
  private final LogFiles files;
  private final LogWriter writer;

  LogPurge(LogFiles files, LogWriter writer) {
    this.files = files;
    this.writer = writer;
  }

  /// A segment as a purge looks at it.
  ///
  /// @param last number of its last entry
  /// @param hash of that entry's line
  /// @param newest when the youngest of its entries was made, which is not the last one where the clock was set back
  private record Aged(long last, String hash, Instant newest) {}

  PurgeReport run(Instant now, AuditSettings settings) throws IOException {
    Instant before = now.atZone(ZoneOffset.UTC)
        .minusMonths(settings.retentionMonths())
        .toInstant();
    LogHead head = writer.ready(now, settings.forcing() == AuditSettings.Forcing.DISK);
    deletePurged(head);
    List<Long> due = new ArrayList<>();
    @Nullable
    Aged last = null;
    for (long segment : files.all()) {
      if (segment == head.segment()) {
        break;
      }
      Aged aged = aged(segment);
      if (!aged.newest().isBefore(before)) {
        break;
      }
      due.add(segment);
      last = aged;
    }
    if (last == null) {
      return new PurgeReport(0, 0, before);
    }
    AuditEvent note = new AuditEvent.Purged(last.last(), last.hash(), last.newest());
    deletePurged(writer.append(head, List.of(Draft.of(note)), now, settings));
    return new PurgeReport(due.size(), last.last() - due.getFirst() + 1, before);
  }

  private void deletePurged(LogHead head) throws IOException {
    for (long segment : files.all()) {
      if (segment <= head.purged()) {
        Files.deleteIfExists(files.records(segment));
        Files.deleteIfExists(files.segment(segment));
      }
    }
  }

  private Aged aged(long segment) throws IOException {
    Path file = files.segment(segment);
    long last = segment - 1;
    String hash = LogLine.NONE;
    Instant newest = Instant.MIN;
    try (SegmentLines lines = new SegmentLines(file, 0)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        LogLine parsed = LogLine.parse(line);
        if (parsed == null || parsed.n() != ++last) {
          throw damaged(file, null);
        }
        Instant at = Instant.parse(parsed.at());
        newest = at.isAfter(newest) ? at : newest;
        hash = LogLine.hash(line);
      }
    } catch (DateTimeParseException e) {
      throw damaged(file, e);
    }
    return new Aged(last, hash, newest);
  }

  private static AuditException damaged(Path file, @Nullable Exception cause) {
    return new AuditException(
        file + " has a line that is no entry; look with ./metier audit verify", cause);
  }
}
