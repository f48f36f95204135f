package org.metier.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.audit.internal.AuditKeys;

/// Looks through a log from its first entry to its last: each line's number, what it names as the line before, and its
/// seal, and the sealed inputs that it names; then head and anchor. Stops in the chain at the first fault. One pass, some MB
/// of memory. Not thread-safe.
final class LogCheck implements AutoCloseable {
  private final LogFiles files;
  private final @Nullable AuditKeys keys;
  private final @Nullable Anchor anchor;
  private final RecordCheck records;
  private LogHead.Found heads = new LogHead.Found(null, false);
  private final List<AuditFault> faults = new ArrayList<>();
  private final List<AuditEvent.Purged> purges = new ArrayList<>();
  private List<Long> segments = List.of();
  private long first;
  private String beforeFirst = LogLine.NONE;
  private long last;
  private String lastHash = LogLine.NONE;
  private long bytes;
  private int recoveries;
  private @Nullable String atHead;
  private @Nullable String atAnchor;
  private @Nullable String log;

  /// @param keys null to check the chain alone
  LogCheck(LogFiles files, @Nullable AuditKeys keys, @Nullable Anchor anchor) throws IOException {
    this.files = files;
    this.keys = keys;
    this.anchor = anchor;
    records = new RecordCheck(files);
    readHead();
  }

  private void readHead() throws IOException {
    heads = keys == null ? new LogHead.Found(null, false) : LogHead.read(keys);
  }

  /// Looks through the segments that nobody writes to any more.
  ///
  /// @throws java.nio.file.NoSuchFileException if one was purged meanwhile
  LogCheck closedSegments() throws IOException {
    List<Long> all = files.all();
    read(all.subList(0, Math.max(0, all.size() - 1)));
    return this;
  }

  private void read(List<Long> some) throws IOException {
    for (long segment : some) {
      if (!faults.isEmpty() || !isSound(segment)) {
        return;
      }
    }
  }

  /// Looks through all that [#closedSegments] did not; nothing is to be written meanwhile.
  Verification rest() throws IOException {
    readHead();
    segments = files.all();
    long read = last;
    read(segments.stream().filter(segment -> segment > read || read == 0).toList());
    if (faults.isEmpty()) {
      checkStart();
    }
    boolean isChainSound = faults.isEmpty();
    AuditFault inputs = records.first(purged());
    if (inputs != null) {
      faults.add(inputs);
    }
    if (keys != null) {
      checkHead(isChainSound);
    }
    Verification.AnchorCheck said = anchor == null
        ? Verification.AnchorCheck.NOT_GIVEN
        : checked(anchor, isChainSound);
    return new Verification(first, last, segments.size(), bytes, keys != null, recoveries, said,
        faults);
  }

  /// Number of the last entry that was deleted after its time, whether a purge got as far as its file or not.
  private long purged() {
    long noted = purges.stream().mapToLong(AuditEvent.Purged::through).max().orElse(0);
    LogHead head = heads.newest();
    return head == null ? noted : Math.max(noted, head.purged());
  }

  private static String entries(long from, long to) {
    return from == to ? "entry " + from + " is" : "entries " + from + " to " + to + " are";
  }

  private void fault(AuditFault.Kind kind, long entry, Path place, String message) {
    faults.add(new AuditFault(kind, entry, String.valueOf(place.getFileName()), message));
  }

  /// Reads a segment.
  ///
  /// @return whether to go on with the next one
  private boolean isSound(long segment) throws IOException {
    Path file = files.segment(segment);
    bytes += Files.size(file);
    if (last == 0) {
      last = segment - 1;
    } else if (segment > last + 1) {
      boolean isElsewhere = holds(last + 1);
      fault(isElsewhere ? AuditFault.Kind.REORDERED : AuditFault.Kind.SEGMENT_MISSING, last + 1,
          file, entries(last + 1, segment - 1)
              + (isElsewhere ? " not where written" : " missing: a segment is gone"));
      return false;
    }
    try (SegmentLines lines = new SegmentLines(file, 0)) {
      byte @Nullable [] line = lines.next();
      while (line != null) {
        boolean isTorn = lines.isTorn();
        byte @Nullable [] next = lines.next();
        if (isTorn) {
          torn(file, segment, line);
          return false;
        }
        if (!isSound(file, line, lines.isTorn() ? null : next)) {
          return false;
        }
        line = next;
        if (line != null && lines.isTorn()) {
          torn(file, segment, line);
          return false;
        }
      }
    }
    return true;
  }

  private void torn(Path file, long segment, byte[] line) {
    boolean isLast = !segments.isEmpty() && segment == segments.getLast();
    fault(isLast ? AuditFault.Kind.TORN : AuditFault.Kind.EDITED, last + 1, file,
        "the line after entry " + last + " has " + line.length + " bytes and no end"
            + (isLast ? ": a crash, or somebody cut it" : ""));
  }

  /// @param next the line after it in the segment; null for none
  private boolean isSound(Path file, byte[] line, byte @Nullable [] next) throws IOException {
    long expected = last + 1;
    LogLine parsed = LogLine.parse(line);
    if (parsed == null) {
      fault(AuditFault.Kind.EDITED, expected, file,
          "the line of entry " + expected + " is no entry");
      return false;
    }
    if (parsed.n() != expected) {
      misplaced(file, parsed.n(), expected);
      return false;
    }
    String hash = LogLine.hash(line);
    if (keys != null && !parsed.isSealedBy(keys, line)) {
      LogLine after = next == null ? null : LogLine.parse(next);
      boolean isChained = after != null && after.previous().equals(hash)
          && parsed.previous().equals(lastHash);
      fault(isChained ? AuditFault.Kind.TAIL_REPLACED : AuditFault.Kind.EDITED, expected, file,
          "entry " + expected + " is not sealed with the key of this log"
              + (isChained ? ", and others are chained to it" : ""));
      return false;
    }
    if (first == 0) {
      first = parsed.n();
      beforeFirst = parsed.previous();
    } else if (!parsed.previous().equals(lastHash)) {
      fault(AuditFault.Kind.EDITED, expected - 1, file, "entry " + (expected - 1)
          + " is not the one that entry " + expected + " was written after");
      return false;
    }
    if (!isRead(parsed, line)) {
      fault(AuditFault.Kind.EDITED, expected, file,
          "the line of entry " + expected + " is no entry");
      return false;
    }
    seen(parsed.n(), hash);
    return true;
  }

  /// Reads those events that say something of the log itself, and where inputs stand.
  ///
  /// @return whether the line is an entry; others than these are taken for one
  private boolean isRead(LogLine parsed, byte[] line) throws IOException {
    recoveries += LogLine.isRecovery(line) ? 1 : 0;
    try {
      RecordPlace place = parsed.record(line);
      if (place != null) {
        records.check(parsed.n(), place);
      }
      if (parsed.n() > 1 && !LogLine.isPurge(line)) {
        return true;
      }
      AuditEvent event = LogLine.entry(line).event();
      if (event instanceof AuditEvent.Begun(String name)) {
        log = name;
      } else if (event instanceof AuditEvent.Purged purge) {
        purges.add(purge);
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void seen(long n, String hash) {
    last = n;
    lastHash = hash;
    LogHead head = heads.newest();
    if (head != null && n == head.count()) {
      atHead = hash;
    }
    if (anchor != null && n == anchor.count()) {
      atAnchor = hash;
    }
  }

  private void misplaced(Path file, long found, long expected) throws IOException {
    if (found < expected) {
      fault(AuditFault.Kind.INSERTED, expected, file,
          "entry " + found + " stands where entry " + expected + " was written");
    } else if (holds(expected)) {
      fault(AuditFault.Kind.REORDERED, expected, file,
          "entry " + expected + " stands behind entry " + found);
    } else {
      fault(AuditFault.Kind.DELETED, expected, file,
          entries(expected, found - 1) + " missing");
    }
  }

  /// Whether an entry stands anywhere; read only once a fault is found.
  private boolean holds(long n) throws IOException {
    for (long segment : files.all()) {
      try (SegmentLines lines = new SegmentLines(files.segment(segment), 0)) {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
          LogLine parsed = LogLine.parse(line);
          if (parsed != null && parsed.n() == n) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void checkStart() {
    if (first == 0) {
      return;
    }
    Path file = files.segment(first);
    // A purge that a crash ended has left some of the entries that it let go.
    boolean isAccounted = first == 1
        ? beforeFirst.equals(LogLine.NONE)
        : purges.stream()
            .anyMatch(p -> p.through() >= first
                || (p.through() == first - 1 && p.hash().equals(beforeFirst)));
    if (!isAccounted) {
      fault(AuditFault.Kind.START_CUT, 1, file, first == 1
          ? "entry 1 names an entry before it"
          : "the log begins with entry " + first + ", and no entry says that those before it were"
              + " deleted after their time");
    } else if (first == 1 && log == null) {
      fault(AuditFault.Kind.EDITED, 1, file, "entry 1 does not name the log");
    }
  }

  private void checkHead(boolean isChainSound) {
    Path place = LogHead.file(java.util.Objects.requireNonNull(keys));
    LogHead head = heads.newest();
    if (head == null) {
      fault(AuditFault.Kind.HEAD_BROKEN, 0, place,
          "the head is missing, or not sealed with the key beside it");
      return;
    }
    if (!isChainSound && faults.getFirst().kind() != AuditFault.Kind.TORN) {
      return;
    }
    if (last < head.count()) {
      fault(AuditFault.Kind.TRUNCATED, last + 1, place, entries(last + 1, head.count())
          + " missing at the end");
    } else if (!head.hash().equals(atHead)) {
      fault(AuditFault.Kind.TAIL_REPLACED, head.count(), place,
          "entry " + head.count() + " is not the one that the head was written for");
    } else if (last > head.count()) {
      fault(AuditFault.Kind.HEAD_BEHIND, head.count() + 1, place, entries(head.count() + 1, last)
          + " beyond the head: a crash that no writer has seen to yet, or an"
          + " old head was put back");
    } else if (heads.isOneLost()) {
      fault(AuditFault.Kind.HEAD_BROKEN, 0, place, "the newest of the two heads is gone, and the"
          + " log ends with the older one, entry " + last + ": what was written last was cut off,"
          + " and its head with it");
    } else if (first > 1 && head.purged() < first - 1) {
      fault(AuditFault.Kind.START_CUT, head.purged() + 1, place,
          entries(head.purged() + 1, first - 1) + " missing at the start");
    }
  }

  private Verification.AnchorCheck checked(Anchor kept, boolean isChainSound) {
    int before = faults.size();
    checkAnchor(kept, isChainSound);
    if (faults.size() > before) {
      return Verification.AnchorCheck.DISAGREES;
    }
    if (!isChainSound) {
      return Verification.AnchorCheck.UNREACHED;
    }
    return kept.count() < first - 1
        ? Verification.AnchorCheck.TOO_OLD
        : Verification.AnchorCheck.AGREES;
  }

  private void checkAnchor(Anchor kept, boolean isChainSound) {
    Path place = files.segments();
    LogHead head = heads.newest();
    String name = head == null ? log : head.log();
    if (name != null && !name.equals(kept.log())) {
      fault(AuditFault.Kind.OTHER_LOG, 0, place,
          "the anchor is of log " + kept.log() + ", this is log " + name);
    } else if (!isChainSound) {
      return;
    } else if (kept.count() > last) {
      fault(AuditFault.Kind.TRUNCATED, last + 1, place, "the anchor knows entries up to "
          + kept.count() + ", the log ends with " + last);
    } else if (kept.count() >= first && !kept.hash().equals(atAnchor)) {
      fault(AuditFault.Kind.TAIL_REPLACED, kept.count(), place,
          "entry " + kept.count() + " or one before it is not the one that the anchor knows");
    } else if (kept.count() == first - 1 && !kept.hash().equals(beforeFirst)) {
      fault(AuditFault.Kind.START_CUT, kept.count(), place,
          "entry " + kept.count() + ", deleted since, is not the one that the anchor knows");
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
