package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the next writer takes over of what stands beyond the head, and what a purge leaves.
class RecoveryTest {
  private static final AuditEvent EVENT = new AuditEvent.Erased(Map.of());

  @TempDir
  private Path folder = Path.of("");

  private static String hashOfLast(WrittenLog written) throws IOException {
    return LogLine.hash(written.lines(written.segmentFiles().getLast())
        .getLast()
        .getBytes(StandardCharsets.UTF_8));
  }

  private static void append(WrittenLog written, byte[] line) throws IOException {
    Files.writeString(written.segmentFiles().getLast(),
        new String(line, StandardCharsets.UTF_8) + "\n", StandardOpenOption.APPEND);
  }

  private static void assertRefused(WrittenLog written) throws IOException {
    byte[] before = Files.readAllBytes(written.segmentFiles().getLast());
    AuditException e = assertThrows(AuditException.class, () -> written.score("anna", "more"));
    assertTrue(String.valueOf(e.getMessage()).contains("was not written by this log"),
        e.getMessage());
    assertEquals(before.length, Files.size(written.segmentFiles().getLast()));
  }

  @Test
  void a_line_that_the_key_did_not_seal_is_not_taken_over() throws IOException {
    WrittenLog written = WrittenLog.in(folder.resolve("one"));
    WrittenLog other = WrittenLog.in(folder.resolve("other"));
    append(written, LogLine.write(2, WrittenLog.START, hashOfLast(written), EVENT,
        other.log.keys()));
    assertFalse(written.log.verify(null).isWhole());
    assertRefused(written);
  }

  @Test
  void a_sealed_line_that_follows_another_or_has_another_number_is_not_taken_over()
      throws IOException {
    WrittenLog written = WrittenLog.in(folder.resolve("one"));
    append(written, LogLine.write(2, WrittenLog.START, "ab".repeat(32), EVENT,
        written.log.keys()));
    assertRefused(written);
    WrittenLog other = WrittenLog.in(folder.resolve("other"));
    append(other, LogLine.write(3, WrittenLog.START, hashOfLast(other), EVENT, other.log.keys()));
    assertRefused(other);
  }

  @Test
  void a_torn_line_goes_whole_however_long_it_was() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    Files.writeString(written.segmentFiles().getLast(), "x".repeat(5_000),
        StandardOpenOption.APPEND);
    written.score("anna", "after the crash");
    assertEquals("whole", written.fault());
    assertFalse(Files.readString(written.segmentFiles().getLast()).contains("xxx"));
  }

  @Test
  void a_purge_beyond_an_old_head_is_taken_over_with_what_it_let_go() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 3, 4);
    byte[] before = Files.readAllBytes(written.head());
    written.clock.move(Duration.ofDays(730));
    assertEquals(2, written.log.purge().segments());
    Files.write(written.head(), before);
    written.score("anna", "after that");
    assertEquals("whole", written.fault());
  }

  @Test
  void what_a_purge_let_go_is_deleted_by_the_next_one_without_another_note() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 3, 4);
    Path second = written.segmentFiles().get(1);
    byte[] lines = Files.readAllBytes(second);
    written.clock.move(Duration.ofDays(730));
    written.log.purge();
    long last = written.log.verify(null).last();
    Files.write(second, lines);
    assertEquals(0, written.log.purge().segments());
    assertFalse(Files.exists(second));
    assertEquals(last, written.log.verify(null).last());
  }

  @Test
  void a_segment_of_one_entry_that_was_let_go_needs_no_inputs() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 3, 1);
    Path second = written.segmentFiles().get(1);
    byte[] lines = Files.readAllBytes(second);
    written.clock.move(Duration.ofDays(730));
    assertEquals(2, written.log.purge().segments());
    Files.write(second, lines);
    assertEquals("whole", written.fault());
  }

  @Test
  void the_segment_that_is_written_to_is_never_purged() {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna", "inputs");
    written.clock.move(Duration.ofDays(3_000));
    assertEquals(0, written.log.purge().segments());
    assertEquals(2, written.log.verify(null).last());
  }

  @Test
  void a_segment_that_is_full_is_closed() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    AuditLog.configure(written.home, WrittenLog.UNFORCED.withSegments(10_000, 31));
    for (int i = 0; i < 40; i++) {
      written.score("anna", "inputs " + i);
    }
    assertTrue(written.segmentFiles().size() > 1, "all in one segment");
    assertTrue(Files.size(written.segmentFiles().getFirst()) < 11_000);
    assertEquals("whole", written.fault());
  }

  @Test
  void a_beginning_that_a_purge_noted_otherwise_is_found() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 2, 4);
    LogWriter writer = new LogWriter(new LogFiles(written.home.auditLog()), written.log.keys());
    LogHead head = writer.ready(written.clock.instant(), false);
    writer.append(head, List.of(Draft.of(new AuditEvent.Purged(5, "ab".repeat(32),
        WrittenLog.START))), written.clock.instant(), WrittenLog.UNFORCED);
    Files.delete(written.segmentFiles().getFirst());
    assertEquals("START_CUT 1", written.fault());
  }

  @Test
  void an_anchor_of_the_last_entry_that_was_purged_is_compared_too() {
    WrittenLog written = WrittenLog.of(folder, 3, 4);
    String name = written.log.anchor().log();
    written.clock.move(Duration.ofDays(730));
    written.log.purge();
    Anchor forged = new Anchor(name, 9, "ab".repeat(32), WrittenLog.START);
    assertEquals(AuditFault.Kind.START_CUT,
        written.log.verify(forged).faults().getFirst().kind());
  }

  @Test
  void a_head_that_knows_of_a_shorter_purge_is_found() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 3, 4);
    written.clock.move(Duration.ofDays(730));
    written.log.purge();
    LogHead now = java.util.Objects.requireNonNull(LogHead.read(written.log.keys()).newest());
    Files.delete(written.head());
    for (long count : new long[]{now.count() - 1, now.count()}) {
      new LogHead(now.log(), count, now.hash(), now.segment(), now.length(), now.day(), 5,
          now.purgedHash(), "").sealed(written.log.keys()).write(written.log.keys(), false);
    }
    assertEquals("START_CUT 6", written.fault());
  }

  @Test
  void every_part_of_a_head_is_sealed() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 1, 3);
    String head = Files.readString(written.head());
    for (String part : List.of("log", "count", "hash", "segment", "length", "day", "purged",
        "purgedHash")) {
      Files.writeString(written.head(), Pattern.compile("(\"" + part + "\":\"?)([0-9a-f])")
          .matcher(head)
          .replaceAll(found -> found.group(1) + (found.group(2).equals("1") ? "2" : "1")));
      assertEquals("HEAD_BROKEN 0", written.fault(), part);
    }
  }

  @Test
  void a_chain_that_does_not_begin_by_naming_its_log_is_found_without_keys() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    Path segment = written.segmentFiles().getFirst();
    Files.write(segment, LogLine.write(1, WrittenLog.START, LogLine.NONE, EVENT,
        written.log.keys()));
    Files.writeString(segment, "\n", StandardOpenOption.APPEND);
    assertEquals(AuditFault.Kind.EDITED,
        AuditLog.verifyWithoutKeys(written.home.auditLog(), null).faults().getFirst().kind());
  }
}
