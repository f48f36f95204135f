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
  /// @throws AuditException if the log is shorter than its head, or the newest head was taken out, which only a loss or a
  ///     change explains
  LogHead ready(Instant at, boolean isForced) throws IOException {
    LogHead.Found found = LogHead.read(keys);
    LogHead head = found.newest();
    if (head == null) {
      throw new AuditException(LogHead.file(keys) + " is missing or not sealed with the key beside"
          + " it; look with ./metier audit verify, and restore it");
    }
    Path segment = files.segment(head.segment());
    long size = Files.exists(segment) ? Files.size(segment) : -1;
    if (size < head.length()) {
      throw new AuditException(segment + " is shorter than the head of the log says ("
          + size + " bytes, expected " + head.length() + "); look with ./metier audit verify,"
          + " and restore it, or set " + files.folder() + " and " + LogHead.file(keys)
          + " aside together to begin a new log");
    }
    if (size > head.length() || Files.exists(files.segment(head.count() + 1))) {
      return recovered(head, at, isForced);
    }
    if (found.isOneLost()) {
      throw new AuditException(LogHead.file(keys) + " has lost the newest of its two heads, and the"
          + " log ends with the older one, entry " + head.count() + "; look with ./metier audit"
          + " verify, and restore both from a copy");
    }
    return head;
  }

  private LogHead recovered(LogHead head, Instant at, boolean isForced) throws IOException {
    Recovery recovery = new Recovery(files, keys, head);
    recovery.run();
    return write(recovery.reached(), List.of(Draft.of(recovery.note())), at, isForced);
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

  /// Makes all bytes first, so that what cannot be written leaves nothing behind.
  private LogHead write(LogHead head, List<Draft> drafts, Instant at, boolean isForced)
      throws IOException {
    Path recordFile = files.records(head.segment());
    long offset = Files.exists(recordFile) ? Files.size(recordFile) : 0;
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    List<AuditEvent> events = events(head.segment(), offset, drafts, records);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long n = head.count();
    String hash = head.hash();
    LogHead now = head;
    for (AuditEvent event : events) {
      byte[] line = LogLine.write(++n, at, hash, event, keys);
      if (line.length > SegmentLines.MAX_LINE) {
        throw new IllegalArgumentException("an entry must have at most 16,777,216 bytes, had "
            + line.length + "; record less at a time, such as fewer vacancies shown");
      }
      hash = LogLine.hash(line);
      bytes.writeBytes(line(line));
      if (event instanceof AuditEvent.Purged purge) {
        now = now.purged(purge);
      }
    }
    if (records.size() > 0) {
      append(recordFile, offset, records.toByteArray(), isForced);
    }
    long length = append(files.segment(head.segment()), head.length(), bytes.toByteArray(),
        isForced);
    now = new LogHead(now.log(), n, hash, now.segment(), length, now.day(), now.purged(),
        now.purgedHash(), "").sealed(keys);
    now.write(keys, isForced);
    return now;
  }

  /// @param offset of the first record in its file
  /// @param records gets the sealed records
  private static List<AuditEvent> events(long segment, long offset, List<Draft> drafts,
      ByteArrayOutputStream records) {
    List<AuditEvent> events = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      byte @Nullable [] record = draft.record();
      RecordPlace place = record == null
          ? null
          : new RecordPlace(segment, offset + records.size(), record.length,
              LogLine.hash(record));
      if (record != null) {
        records.writeBytes(record);
      }
      events.add(draft.event(place));
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
