package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;

/// What somebody can do to files beside the lines, and what a crash can leave between two writes. Segments of these logs
/// hold entries 1 to 5, 6 to 9 and 10 to 13.
class AuditAttackTest {
  private static final int PLACE = 1_024;

  @TempDir
  private Path folder = Path.of("");

  private WrittenLog written() {
    return WrittenLog.of(folder, 3, 4);
  }

  private static Path records(WrittenLog written, long first) {
    return written.home.auditLog().resolve("records/%012d.sealed".formatted(first));
  }

  @Test
  void sealed_inputs_that_were_changed_cut_or_deleted_are_found() throws IOException {
    WrittenLog written = written();
    Path records = records(written, 6);
    byte[] bytes = Files.readAllBytes(records);
    byte[] changed = bytes.clone();
    changed[bytes.length - 1] ^= 1;
    Files.write(records, changed);
    assertEquals("INPUTS_CHANGED 9", written.fault());
    Files.write(records, Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals("INPUTS_MISSING 9", written.fault());
    Files.delete(records);
    assertEquals("INPUTS_MISSING 6", written.fault());
    Verification outside = AuditLog.verifyWithoutKeys(written.home.auditLog(), null);
    assertEquals(AuditFault.Kind.INPUTS_MISSING, outside.faults().getFirst().kind());
    Files.write(records, bytes);
    assertEquals("whole", written.fault());
  }

  @Test
  void sealed_inputs_of_an_erased_person_are_checked_too() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna", "inputs");
    written.log.exclusively(() -> written.log.keys().destroy("anna"));
    byte[] bytes = Files.readAllBytes(records(written, 1));
    bytes[20] ^= 1;
    Files.write(records(written, 1), bytes);
    assertEquals("INPUTS_CHANGED 2", written.fault());
  }

  /// Who has no key can blank a place of the head, or copy the other one into it, and cut what it counted.
  @Test
  void an_end_cut_together_with_one_place_of_the_head_is_found_and_nothing_is_written_on()
      throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna", "inputs");
    written.score("anna", "what somebody wants to be gone");
    byte[] head = Files.readAllBytes(written.head());
    int newest = new String(head, 0, PLACE, StandardCharsets.UTF_8).contains("\"count\":3")
        ? 0
        : PLACE;
    Path segment = written.segmentFiles().getFirst();
    written.write(segment, written.lines(segment).subList(0, 2));
    byte[] blank = head.clone();
    Arrays.fill(blank, newest, newest + PLACE, (byte) ' ');
    byte[] copied = head.clone();
    System.arraycopy(head, PLACE - newest, copied, newest, PLACE);
    for (byte[] forged : List.of(blank, copied, Arrays.copyOfRange(head, PLACE - newest,
        2 * PLACE - newest))) {
      Files.write(written.head(), forged);
      assertEquals("HEAD_BROKEN 0", written.fault());
      AuditException e = assertThrows(AuditException.class, () -> written.score("anna", "more"));
      assertTrue(String.valueOf(e.getMessage()).contains("audit verify"), e.getMessage());
    }
  }

  @Test
  void an_old_head_put_back_over_several_segments_costs_no_entry() throws IOException {
    WrittenLog written = WrittenLog.of(folder, 1, 4);
    byte[] before = Files.readAllBytes(written.head());
    for (int day = 0; day < 3; day++) {
      written.score("anna", "day " + day);
      written.clock.move(Duration.ofDays(1));
    }
    List<String> last = written.lines(written.segmentFiles().getLast());
    Files.write(written.head(), before);
    assertEquals("HEAD_BEHIND 6", written.fault());
    written.score("anna", "after that");
    assertEquals("whole", written.fault());
    assertEquals(last.getFirst(), written.lines(written.segmentFiles().get(3)).getFirst());
    assertEquals(4, written.log.of("anna").size());
    assertEquals(1, written.log.verify(null).recoveries());
  }

  @Test
  void a_purge_that_a_crash_ended_between_two_segments_leaves_a_whole_log() throws IOException {
    WrittenLog written = written();
    Path second = written.segmentFiles().get(1);
    byte[] lines = Files.readAllBytes(second);
    written.clock.move(Duration.ofDays(730));
    assertEquals(2, written.log.purge().segments());
    Files.write(second, lines);
    assertEquals("whole", written.fault());
    assertTrue(AuditLog.verifyWithoutKeys(written.home.auditLog(), null).isWhole());
    written.log.purge();
    assertFalse(Files.exists(second));
    assertEquals("whole", written.fault());
  }

  @Test
  void a_segment_is_kept_for_its_newest_entry_though_the_clock_went_back() {
    WrittenLog written = WrittenLog.in(folder);
    AuditLog.configure(written.home, WrittenLog.UNFORCED.withSegments(10_000_000, 31));
    written.clock.move(Duration.ofDays(20));
    written.score("anna", "written by a clock that was right");
    written.clock.move(Duration.ofDays(-20));
    written.score("anna", "written by one that was set back");
    written.clock.move(Duration.ofDays(735));
    written.score("anna", "begins a segment");
    assertEquals(0, written.log.purge().segments());
    written.clock.move(Duration.ofDays(20));
    assertEquals(1, written.log.purge().segments());
  }

  @Test
  void what_the_log_says_of_itself_nobody_else_may_write() {
    WrittenLog written = written();
    for (AuditEvent own : List.of(new AuditEvent.Begun("ab".repeat(16)),
        new AuditEvent.Purged(9, "ab".repeat(32), WrittenLog.START),
        new AuditEvent.Recovered(0, 0, null))) {
      assertThrows(IllegalArgumentException.class, () -> written.log.record(own));
      assertThrows(IllegalArgumentException.class, () -> written.log.record("anna", _ -> own));
    }
    assertEquals(13, written.log.verify(null).last());
  }

  @Test
  void an_entry_too_long_to_be_read_again_is_refused_and_leaves_the_log_as_it_was() {
    WrittenLog written = WrittenLog.in(folder);
    List<ReasonShare> reasons = IntStream.range(0, 20)
        .mapToObj(i -> new ReasonShare("a-reason-with-a-long-name-to-fill-the-line-" + i, 0.125))
        .toList();
    List<ShownVacancy> shown = IntStream.range(0, 20_000)
        .mapToObj(i -> new ShownVacancy(ShownVacancy.hash("v" + i), 0.5, reasons))
        .toList();
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
        () -> written.log.record("anna", pseudonym -> new AuditEvent.Ranked(pseudonym,
            "ab".repeat(32), WrittenLog.MODEL, "ab".repeat(32), "ab".repeat(32), "g/1", shown, 0,
            null)));
    assertTrue(String.valueOf(e.getMessage()).contains("16,777,216"), e.getMessage());
    assertEquals("whole", written.fault());
    assertEquals(1, written.log.verify(null).last());
  }

  @Test
  void a_beginning_that_a_crash_ended_before_its_first_entry_is_begun_again() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    Files.delete(written.head());
    Files.delete(written.segmentFiles().getFirst());
    AuditLog.open(written.home, written.clock);
    assertEquals("whole", written.fault());
  }

  @Test
  void a_log_set_aside_is_not_begun_anew_under_the_head_that_knows_it() throws IOException {
    WrittenLog written = written();
    Files.move(written.home.auditLog(), folder.resolve("aside"));
    AuditException e = assertThrows(AuditException.class,
        () -> AuditLog.open(written.home, written.clock));
    assertTrue(String.valueOf(e.getMessage()).contains("13 entries"), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).contains("audit.head"), e.getMessage());
    // Else an erasure would pass by the keys of persons, and a change of a model would go unrecorded.
    assertTrue(AuditLog.exists(written.home));
    Files.move(written.head(), folder.resolve("aside.head"));
    AuditLog.open(written.home, written.clock);
    assertEquals("whole", written.fault());
    assertEquals(1, written.log.verify(null).last());
  }

  @Test
  void an_anchor_of_entries_deleted_since_is_said_to_tell_nothing() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    Anchor old = written.log.anchor();
    AuditLog.configure(written.home, WrittenLog.UNFORCED.withSegments(10_000_000, 1));
    written.score("anna", "inputs");
    assertEquals(Verification.AnchorCheck.AGREES, written.log.verify(old).anchor());
    assertEquals(Verification.AnchorCheck.NOT_GIVEN, written.log.verify(null).anchor());
    written.clock.move(Duration.ofDays(900));
    written.score("anna", "begins a segment");
    written.log.purge();
    Verification found = written.log.verify(old);
    assertEquals(List.of(), found.faults());
    assertEquals(Verification.AnchorCheck.TOO_OLD, found.anchor());
    Anchor forged = new Anchor(old.log(), 9, old.hash(), old.at());
    assertEquals(Verification.AnchorCheck.DISAGREES, written.log.verify(forged).anchor());
  }

  @Test
  void a_kept_model_that_was_damaged_is_kept_anew() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    byte[] model = {1, 2, 3};
    String hash = written.log.models().keep(model);
    Files.write(written.home.auditLog().resolve("models/" + hash), new byte[]{4});
    written.log.models().keep(model);
    assertEquals(3, written.log.models().find(hash).orElseThrow().length);
  }

  /// What a power cut left of a file half written still holds the keys of others.
  @Test
  void drafts_that_a_crash_left_do_not_outlive_the_person() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna", "inputs");
    String locator = written.log.keys().locatorHex("anna");
    Path persons = written.home.auditKeys().resolve("persons");
    Path keys = persons.resolve(locator.substring(0, 2) + ".keys");
    Path draft = persons.resolve(keys.getFileName() + ".0b1c.tmp");
    Files.copy(keys, draft);
    written.log.trained().keep("ranker", WrittenLog.MODEL, List.of("anna", "ben"));
    Path members = written.home.auditLog().resolve("trained");
    Path left = members.resolve(WrittenLog.MODEL + ".members.0b1c.tmp");
    Files.copy(members.resolve(WrittenLog.MODEL + ".members"), left);
    written.log.trained().erase("anna");
    written.log.exclusively(() -> written.log.keys().destroy("anna"));
    assertFalse(Files.exists(draft), "keys are left in a draft");
    assertFalse(Files.exists(left), "membership is left in a draft");
  }

  @Test
  void one_home_by_two_names_is_one_log() throws IOException {
    WrittenLog written = WrittenLog.in(folder.resolve("home"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("home"));
    AuditLog other = AuditLog.open(Home.open(link), written.clock);
    written.log.exclusively(() -> other.record(new AuditEvent.Erased(java.util.Map.of())));
    assertEquals(2, written.log.verify(null).last());
  }

  @Test
  void chances_and_counts_that_cannot_be_are_refused() {
    String anna = "ab".repeat(16);
    for (double chance : new double[]{-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class,
          () -> new AuditEvent.Rated(anna, "q", "c", chance, true));
      assertThrows(IllegalArgumentException.class,
          () -> new AuditEvent.Revealed(anna, "q", WrittenLog.MODEL, chance, true));
      assertThrows(IllegalArgumentException.class,
          () -> new AuditEvent.Overridden(anna, "q", "c", "OTHER", WrittenLog.MODEL, chance, 0.5));
      assertThrows(IllegalArgumentException.class,
          () -> new AuditEvent.Overridden(anna, "q", "c", "OTHER", WrittenLog.MODEL, 0.5, chance));
    }
    assertThrows(IllegalArgumentException.class,
        () -> new AuditEvent.Ranked(anna, "ab".repeat(32), WrittenLog.MODEL, "ab".repeat(32),
            "ab".repeat(32), "g/1", List.of(), -1, null));
    assertThrows(IllegalArgumentException.class,
        () -> new AuditEvent.Erased(java.util.Map.of("KEY", -1)));
    assertThrows(IllegalArgumentException.class, () -> new AuditEvent.Recovered(-1, 0, null));
  }

  @Test
  void reading_goes_on_where_a_segment_is_purged_meanwhile() {
    WrittenLog written = written();
    written.clock.move(Duration.ofDays(730));
    long[] last = {0};
    boolean[] isPurged = {false};
    written.log.forEach(entry -> {
      if (!isPurged[0]) {
        isPurged[0] = true;
        Thread other = Thread.ofVirtual().start(written.log::purge);
        join(other);
      }
      last[0] = entry.n();
    });
    assertTrue(last[0] >= 13, "ended at " + last[0]);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nobody_but_the_owner_may_read_keys() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    written.score("anna", "inputs");
    try (Stream<Path> files = Files.walk(written.home.auditKeys().resolve("persons"))) {
      for (Path file : files.toList()) {
        String rights = java.nio.file.attribute.PosixFilePermissions
            .toString(Files.getPosixFilePermissions(file));
        assertTrue(rights.endsWith("------"), file + " " + rights);
      }
    }
  }
}
