package org.metier.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.audit.internal.AuditKeys;

/// Writes to a log, all under its lock: sealed records first, then lines, then the head, each forced to the disk before
/// the next where the settings say so. A crash leaves at most lines that no head counts yet, whole or torn; the next
/// writer takes over those whose seals are right, cuts off what is torn, and says so in the log.
final class LogWriter {
  private final LogFiles files;
  private final AuditKeys keys;

  LogWriter(LogFiles files, AuditKeys keys) {
    this.files = files;
    this.keys = keys;
  }

  /// The first entry of a new log.
  LogHead begin(Instant at, boolean isForced) throws IOException {
    byte[] name = new byte[16];
    keys.random().nextBytes(name);
    String log = HexFormat.of().formatHex(name);
    Files.createDirectories(files.segments());
    Files.createDirectories(files.records());
    byte[] line = LogLine.write(1, at, LogLine.NONE, new AuditEvent.Begun(log), keys);
    long length = append(files.segment(1), 0, line(line), isForced);
    LogHead head = new LogHead(log, 1, LogLine.hash(line), 1, length, day(at), 0, LogLine.NONE, "")
        .sealed(keys);
    head.write(keys, isForced);
    return head;
  }

  /// The head, once the log agrees with it.
  ///
  /// @throws AuditException if the log is shorter than its head, which only a loss or a change explains
  LogHead ready(Instant at, boolean isForced) throws IOException {
    LogHead head = LogHead.read(keys);
    if (head == null) {
      throw new AuditException(LogHead.file(keys) + " is missing or not sealed with the key beside"
          + " it; look with ./metier audit verify, and restore it");
    }
    Path segment = files.segment(head.segment());
    long size = Files.exists(segment) ? Files.size(segment) : -1;
    if (size < head.length()) {
      throw new AuditException(segment + " is shorter than the head of the log says ("
          + size + " bytes, expected " + head.length() + "); look with ./metier audit verify,"
          + " and restore it, or set the folder aside to begin a new log");
    }
    return size == head.length() && !Files.exists(files.segment(head.count() + 1))
        ? head
        : recovered(head, at, isForced);
  }

  private LogHead recovered(LogHead head, Instant at, boolean isForced) throws IOException {
    LogHead now = head;
    int adopted = 0;
    byte[] torn = new byte[0];
    if (Files.size(files.segment(now.segment())) == now.length()) {
      // The crash came after a new segment was begun.
      long first = now.count() + 1;
      now = new LogHead(now.log(), now.count(), now.hash(), first, 0, day(at), now.purged(),
          now.purgedHash(), "");
    }
    Path segment = files.segment(now.segment());
    try (SegmentLines lines = new SegmentLines(segment, now.length())) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        LogLine parsed = lines.isTorn() ? null : LogLine.parse(line);
        if (lines.isTorn()) {
          torn = line;
        } else if (parsed != null && parsed.n() == now.count() + 1
            && parsed.previous().equals(now.hash()) && parsed.isSealedBy(keys, line)) {
          now = new LogHead(now.log(), parsed.n(), LogLine.hash(line), now.segment(),
              now.length() + line.length + 1, now.day(), now.purged(), now.purgedHash(), "");
          adopted++;
        } else {
          throw new AuditException(segment + " has a line after entry " + now.count()
              + " that was not written by this log; look with ./metier audit verify");
        }
      }
    }
    try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      channel.truncate(now.length());
    }
    AuditEvent note = new AuditEvent.Recovered(adopted, torn.length,
        torn.length == 0 ? null : LogLine.hash(torn));
    return write(now, List.of(Draft.of(note)), at, isForced);
  }

  /// Appends entries to the segment of the head, or to a new one where that is full or old; all go to one.
  ///
  /// @return the new head; the entries are the last of its count
  LogHead append(LogHead before, List<Draft> drafts, Instant at, AuditSettings settings)
      throws IOException {
    LogHead head = before;
    if (head.length() >= settings.segmentBytes()
        || day(at) - head.day() >= settings.segmentDays()) {
      head = new LogHead(head.log(), head.count(), head.hash(), head.count() + 1, 0, day(at),
          head.purged(), head.purgedHash(), "");
    }
    return write(head, drafts, at, settings.forcing() == AuditSettings.Forcing.DISK);
  }

  private LogHead write(LogHead head, List<Draft> drafts, Instant at, boolean isForced)
      throws IOException {
    List<AuditEvent> events = events(head.segment(), drafts, isForced);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long n = head.count();
    String hash = head.hash();
    LogHead now = head;
    for (AuditEvent event : events) {
      byte[] line = LogLine.write(++n, at, hash, event, keys);
      hash = LogLine.hash(line);
      bytes.writeBytes(line(line));
      if (event instanceof AuditEvent.Purged(long through, String purgedHash, Instant _)) {
        now = new LogHead(now.log(), n, hash, now.segment(), now.length(), now.day(), through,
            purgedHash, "");
      }
    }
    long length = append(files.segment(head.segment()), head.length(), bytes.toByteArray(),
        isForced);
    now = new LogHead(now.log(), n, hash, now.segment(), length, now.day(), now.purged(),
        now.purgedHash(), "").sealed(keys);
    now.write(keys, isForced);
    return now;
  }

  private List<AuditEvent> events(long segment, List<Draft> drafts, boolean isForced)
      throws IOException {
    Path file = files.records(segment);
    long offset = Files.exists(file) ? Files.size(file) : 0;
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    List<AuditEvent> events = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      byte @Nullable [] record = draft.record();
      RecordPlace place = record == null
          ? null
          : new RecordPlace(segment, offset + records.size(), record.length);
      if (record != null) {
        records.writeBytes(record);
      }
      events.add(draft.event(place));
    }
    if (records.size() > 0) {
      append(file, offset, records.toByteArray(), isForced);
    }
    return events;
  }

  private static byte[] line(byte[] line) {
    byte[] whole = java.util.Arrays.copyOf(line, line.length + 1);
    whole[line.length] = '\n';
    return whole;
  }

  /// @return the file's new length
  private static long append(Path file, long at, byte[] bytes, boolean isForced)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest, at + rest.position());
      }
      if (isForced) {
        channel.force(true);
      }
    }
    return at + bytes.length;
  }

  static long day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }
}
