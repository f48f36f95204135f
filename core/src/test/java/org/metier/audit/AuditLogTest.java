package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.audit.internal.PersonSecret;

/// Entries are numbered, chained, sealed and kept; nothing in them is personal.
class AuditLogTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void entries_are_numbered_without_gaps_over_segments_and_the_log_is_whole() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 3, 4);
    List<Long> numbers = new ArrayList<>();
    written.log.forEach(entry -> numbers.add(entry.n()));
    assertEquals(IntStream.rangeClosed(1, 13).mapToObj(n -> (long) n).toList(), numbers);
    assertEquals(3, written.segmentFiles().size());
    Verification found = written.log.verify(null);
    assertEquals(List.of(), found.faults());
    assertEquals(13, found.last());
    assertTrue(found.isSealChecked());
  }

  @Test
  void what_was_recorded_is_read_back_by_whoever_opens_the_log_later() {
    WrittenLog written = WrittenLog.in(folder);
    long n = written.score("anna", "inputs");
    AuditLog again = AuditLog.open(written.home, written.clock);
    AuditEntry entry = again.of("anna").getFirst();
    assertEquals(n, entry.n());
    assertEquals(WrittenLog.START, entry.at());
    if (entry.event() instanceof AuditEvent.Scored scored) {
      assertEquals("potential-26w", scored.question());
      assertEquals(List.of(new ReasonShare("monthsOut", -0.25)), scored.reasons());
      PersonSecret secret = again.keys().find("anna").orElseThrow();
      assertArrayEquals("inputs".getBytes(StandardCharsets.UTF_8),
          again.opened(java.util.Objects.requireNonNull(scored.record()), secret).orElseThrow());
    } else {
      throw new AssertionError(entry.event());
    }
  }

  @Test
  void many_scores_recorded_at_once_are_entries_of_their_own() {
    WrittenLog written = WrittenLog.in(folder);
    List<String> people = IntStream.range(0, 500).mapToObj(i -> "p" + i % 400).toList();
    List<ScoreRecord> scores = IntStream.range(0, 500)
        .mapToObj(i -> WrittenLog.score("inputs " + i))
        .toList();
    assertEquals(2, written.log.recordScores(people, scores));
    assertEquals(2, written.log.of("p17").size());
    assertEquals(1, written.log.of("p399").size());
    assertEquals("whole", written.fault());
  }

  @Test
  void two_openings_of_one_log_take_turns() {
    WrittenLog written = WrittenLog.in(folder);
    AuditLog other = AuditLog.open(written.home, written.clock);
    for (int i = 0; i < 5; i++) {
      written.score("anna", "here " + i);
      other.recordScore("ben", WrittenLog.score("there " + i));
    }
    assertEquals("whole", written.fault());
    assertEquals(5, written.log.of("ben").size());
  }

  @Test
  void threads_take_turns() throws InterruptedException {
    WrittenLog written = WrittenLog.in(folder);
    List<Thread> threads = IntStream.range(0, 4)
        .mapToObj(t -> Thread.ofVirtual().start(() -> {
          for (int i = 0; i < 25; i++) {
            written.score("p" + t, "inputs " + i);
          }
        }))
        .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals("whole", written.fault());
    assertEquals(101, written.log.verify(null).last());
  }

  @Test
  void a_person_keeps_a_pseudonym_that_is_neither_their_id_nor_its_hash() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna.kowalska@example.org", "inputs");
    written.score("anna.kowalska@example.org", "other inputs");
    written.score("ben", "inputs");
    Set<String> pseudonyms = new HashSet<>();
    written.log.forEach(entry -> {
      String subject = entry.event().subject();
      if (subject != null) {
        pseudonyms.add(subject);
      }
    });
    assertEquals(2, pseudonyms.size());
    String all = Files.readString(written.segmentFiles().getFirst());
    assertFalse(all.contains("kowalska"));
    assertFalse(all.contains(ShownVacancy.hash("anna.kowalska@example.org")));
  }

  @Test
  void the_same_inputs_of_two_people_have_different_fingerprints() {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna", "inputs");
    written.score("ben", "inputs");
    assertNotEquals(inputs(written, "anna"), inputs(written, "ben"));
  }

  private static String inputs(WrittenLog written, String person) {
    return written.log.of(person).getFirst().event() instanceof AuditEvent.Scored scored
        ? scored.inputs()
        : "";
  }

  @Test
  void words_are_refused_wherever_a_code_belongs_and_are_not_repeated() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> new AuditEvent.Disagreed("ab".repeat(16), "Anna says no"));
    assertFalse(String.valueOf(e.getMessage()).contains("Anna"));
    assertThrows(IllegalArgumentException.class,
        () -> new AuditEvent.Disagreed("Anna Kowalska", "potential-26w"));
    assertThrows(IllegalArgumentException.class, () -> new ReasonShare("Anna's age", 1));
    assertThrows(IllegalArgumentException.class, () -> new ReasonShare("age", Double.NaN));
  }

  @Test
  void with_the_key_of_a_person_go_their_pseudonym_and_their_inputs() {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna", "inputs");
    PersonSecret before = written.log.keys().find("anna").orElseThrow();
    assertTrue(written.log.exclusively(() -> written.log.keys().destroy("anna")));
    assertEquals(List.of(), written.log.of("anna"));
    assertTrue(written.log.keys().find("anna").isEmpty());
    written.score("anna", "inputs");
    assertNotEquals(before.pseudonym(),
        written.log.keys().find("anna").orElseThrow().pseudonym());
    assertEquals("whole", written.fault());
    assertFalse(written.log.exclusively(() -> written.log.keys().destroy("ben")));
  }

  @Test
  void retention_below_six_months_is_refused() {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> AuditSettings.STANDARD.withRetentionMonths(5));
    assertTrue(String.valueOf(e.getMessage()).contains("6 to 240"), e.getMessage());
    assertEquals(6, AuditSettings.STANDARD.withRetentionMonths(6).retentionMonths());
  }

  @Test
  void a_purge_deletes_whole_old_segments_and_leaves_a_log_that_is_whole() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 3, 4);
    Anchor old = new Anchor(written.log.anchor().log(), 9, hash(written, 1, 3),
        WrittenLog.START);
    written.clock.move(Duration.ofDays(730));
    AuditLog.configure(written.home,
        written.log.settings().withRetentionMonths(24));
    PurgeReport report = written.log.purge();
    // The 2nd of March 2028 minus 24 months; of the days 2, 3 and 4 only the first two are over.
    assertEquals(2, report.segments());
    assertEquals(9, report.entries());
    Verification found = written.log.verify(null);
    assertEquals(List.of(), found.faults());
    assertEquals(10, found.first());
    assertEquals(List.of(), written.log.verify(old).faults());
    assertEquals(0, written.log.purge().segments());
    try (var records = Files.list(written.home.auditLog().resolve("records"))) {
      assertEquals(1, records.count());
    }
    // Without the note there would be nothing that accounts for the beginning.
    Path first = written.segmentFiles().getFirst();
    Files.delete(first);
    assertEquals("START_CUT 1", written.fault());
  }

  private static String hash(WrittenLog written, int segment, int line) throws IOException {
    return LogLine.hash(written.lines(written.segmentFiles().get(segment))
        .get(line)
        .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_torn_line_is_reported_then_cut_off_with_a_note_by_the_next_writer() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 1, 3);
    Path segment = written.segmentFiles().getFirst();
    Files.writeString(segment, "{\"n\":5,\"at\":\"2026", StandardOpenOption.APPEND);
    assertEquals("TORN 5", written.fault());
    written.clock.move(Duration.ofDays(-1));
    written.score("anna", "after the crash");
    assertEquals("whole", written.fault());
    Verification found = written.log.verify(null);
    assertEquals(6, found.last());
    assertEquals(1, found.recoveries());
    List<AuditEvent> events = new ArrayList<>();
    written.log.forEach(entry -> events.add(entry.event()));
    if (events.get(4) instanceof AuditEvent.Recovered recovered) {
      assertEquals(0, recovered.adopted());
      assertEquals(17, recovered.tornBytes());
    } else {
      throw new AssertionError(events.get(4));
    }
  }

  @Test
  void whole_lines_that_a_crash_left_beyond_the_head_are_taken_over() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 1, 3);
    byte[] head = Files.readAllBytes(written.head());
    written.clock.move(Duration.ofDays(-1));
    written.score("anna", "its head was not written");
    Files.write(written.head(), head);
    assertEquals("HEAD_BEHIND 5", written.fault());
    written.score("anna", "after the crash");
    assertEquals("whole", written.fault());
    assertEquals(7, written.log.verify(null).last());
  }

  @Test
  void a_crash_after_a_new_segment_was_begun_is_recovered_from() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 2, 3);
    byte[] head = Files.readAllBytes(written.head());
    written.score("anna", "begins the third segment");
    Files.write(written.head(), head);
    assertEquals("HEAD_BEHIND 8", written.fault());
    written.score("anna", "after the crash");
    assertEquals("whole", written.fault());
    assertEquals(3, written.segmentFiles().size());
  }

  @Test
  void one_half_written_head_leaves_the_other() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 1, 3);
    byte[] head = Files.readAllBytes(written.head());
    String first = new String(head, 0, 1_024, StandardCharsets.UTF_8);
    int newest = first.contains("\"count\":4") ? 0 : 1_024;
    java.util.Arrays.fill(head, newest + 100, newest + 1_024, (byte) 0);
    Files.write(written.head(), head);
    assertEquals("HEAD_BEHIND 4", written.fault());
    written.clock.move(Duration.ofDays(-1));
    written.score("anna", "after the crash");
    assertEquals("whole", written.fault());
  }

  @Test
  void a_log_that_lost_its_end_is_written_to_no_more() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 1, 3);
    Path segment = written.segmentFiles().getFirst();
    List<String> lines = written.lines(segment);
    lines.removeLast();
    written.write(segment, lines);
    AuditException e = assertThrows(AuditException.class, () -> written.score("anna", "more"));
    assertTrue(String.valueOf(e.getMessage()).contains("audit verify"), e.getMessage());
  }

  @Test
  void keys_stay_where_they_are_once_a_log_is_begun() {
    WrittenLog written = WrittenLog.in(folder);
    AuditSettings settings = written.log.settings();
    AuditException e = assertThrows(AuditException.class, () -> AuditLog.configure(written.home,
        settings.withKeysFolder(folder.resolve("elsewhere").toString())));
    assertTrue(String.valueOf(e.getMessage()).contains("keysFolder"), e.getMessage());
    assertEquals(settings, written.log.settings());
  }

  @Test
  void a_log_whose_key_is_gone_is_not_begun_anew() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 1, 3);
    Files.delete(written.home.auditKeys().resolve("audit.key"));
    assertThrows(AuditException.class, () -> AuditLog.open(written.home, written.clock));
  }
}
