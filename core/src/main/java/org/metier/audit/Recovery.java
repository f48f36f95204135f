package org.metier.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.metier.audit.internal.AuditKeys;

/// Takes over what stands in a log beyond its head: one write that a crash kept from being counted, or, where somebody put
/// an old head back, all that was written since, over any number of segments. Under the lock of the log. Not
/// thread-safe.
final class Recovery {
  private final LogFiles files;
  private final AuditKeys keys;
  private LogHead now;
  private int adopted;
  private byte[] torn = new byte[0];

  Recovery(LogFiles files, AuditKeys keys, LogHead head) {
    this.files = files;
    this.keys = keys;
    now = head;
  }

  /// Reads on to the end of the log and cuts off a last line that was not finished.
  ///
  /// @throws AuditException if something stands there that this log did not write
  void run() throws IOException {
    adopt();
    while (torn.length == 0 && Files.exists(files.segment(now.count() + 1))) {
      now = new LogHead(now.log(), now.count(), now.hash(), now.count() + 1, 0, now.day(),
          now.purged(), now.purgedHash(), "");
      adopt();
    }
    try (FileChannel channel = FileChannel.open(files.segment(now.segment()),
        StandardOpenOption.WRITE)) {
      channel.truncate(now.length());
    }
  }

  /// How far the log has come, not sealed.
  LogHead reached() {
    return now;
  }

  AuditEvent note() {
    return new AuditEvent.Recovered(adopted, torn.length,
        torn.length == 0 ? null : LogLine.hash(torn));
  }

  private void adopt() throws IOException {
    Path segment = files.segment(now.segment());
    try (SegmentLines lines = new SegmentLines(segment, now.length())) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        LogLine parsed = lines.isTorn() ? null : LogLine.parse(line);
        if (lines.isTorn()) {
          torn = line;
        } else if (parsed != null && parsed.n() == now.count() + 1
            && parsed.previous().equals(now.hash()) && parsed.isSealedBy(keys, line)) {
          now = after(parsed, line);
          adopted++;
        } else {
          throw new AuditException(segment + " has a line after entry " + now.count()
              + " that was not written by this log; look with ./metier audit verify");
        }
      }
    }
  }

  private LogHead after(LogLine parsed, byte[] line) {
    long day = now.length() == 0 ? day(parsed) : now.day();
    LogHead next = new LogHead(now.log(), parsed.n(), LogLine.hash(line), now.segment(),
        now.length() + line.length + 1, day, now.purged(), now.purgedHash(), "");
    return LogLine.isPurge(line) && LogLine.entry(line).event() instanceof AuditEvent.Purged purge
        ? next.purged(purge)
        : next;
  }

  /// A line with a right seal was written by [LogLine#write], so it has an instant.
  private static long day(LogLine line) {
    return LogWriter.day(Instant.parse(line.at()));
  }
}
