package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever somebody does to the files of a log is found, and told by its kind and first place. Segments of these logs
/// hold entries 1 to 5, 6 to 9 and 10 to 13.
class TamperTest {
  @TempDir
  private Path folder = Path.of("");

  private WrittenLog written() {
    return WrittenLog.of(folder, 3, 4);
  }

  private static Path segment(WrittenLog written, int number) throws IOException {
    return written.segmentFiles().get(number);
  }

  /// Something done to the lines of a segment.
  private interface Change {
    void to(List<String> lines);
  }

  private static void change(WrittenLog written, int segment, Change change) throws IOException {
    Path file = segment(written, segment);
    List<String> lines = written.lines(file);
    change.to(lines);
    written.write(file, lines);
  }

  @Test
  void nothing_done_is_nothing_found() {
    assertEquals("whole", written().fault());
  }

  @Test
  void an_edited_score_is_found() throws IOException {
    WrittenLog written = written();
    change(written, 1, lines -> lines.set(1, lines.get(1).replace("\"score\":0.", "\"score\":1.")));
    assertEquals("EDITED 7", written.fault());
  }

  @Test
  void an_edited_last_line_is_found() throws IOException {
    WrittenLog written = written();
    change(written, 2, lines -> lines.set(3, lines.get(3).replace("MIDDLE", "SEVERE")));
    assertEquals("EDITED 13", written.fault());
  }

  @Test
  void an_edit_with_the_chain_made_anew_is_found_by_the_seals() throws IOException {
    WrittenLog written = written();
    change(written, 2, lines -> {
      lines.set(0, lines.get(0).replace("MIDDLE", "SEVERE"));
      for (int i = 1; i < lines.size(); i++) {
        String hash = LogLine.hash(lines.get(i - 1).getBytes(StandardCharsets.UTF_8));
        lines.set(i, lines.get(i)
            .replaceFirst("\"previous\":\"[0-9a-f]*",
                "\"previous\":\"" + hash));
      }
    });
    assertEquals("TAIL_REPLACED 10", written.fault());
  }

  @Test
  void deleted_lines_are_found() throws IOException {
    WrittenLog written = written();
    change(written, 1, lines -> lines.remove(2));
    assertEquals("DELETED 8", written.fault());
  }

  @Test
  void lines_in_another_order_are_found() throws IOException {
    WrittenLog written = written();
    change(written, 1, lines -> Collections.swap(lines, 0, 2));
    assertEquals("REORDERED 6", written.fault());
  }

  @Test
  void a_line_written_twice_is_found() throws IOException {
    WrittenLog written = written();
    change(written, 0, lines -> lines.add(3, lines.get(2)));
    assertEquals("INSERTED 4", written.fault());
  }

  @Test
  void a_cut_end_is_found_by_the_head() throws IOException {
    WrittenLog written = written();
    change(written, 2, lines -> lines.subList(1, 4).clear());
    assertEquals("TRUNCATED 11", written.fault());
  }

  @Test
  void a_whole_last_segment_gone_is_found_by_the_head() throws IOException {
    WrittenLog written = written();
    Files.delete(segment(written, 2));
    assertEquals("TRUNCATED 10", written.fault());
  }

  @Test
  void a_whole_segment_gone_is_found() throws IOException {
    WrittenLog written = written();
    Files.delete(segment(written, 1));
    assertEquals("SEGMENT_MISSING 6", written.fault());
  }

  @Test
  void a_first_segment_gone_is_no_purge() throws IOException {
    WrittenLog written = written();
    Files.delete(segment(written, 0));
    assertEquals("START_CUT 1", written.fault());
  }

  @Test
  void segments_that_changed_places_are_found() throws IOException {
    WrittenLog written = written();
    swap(segment(written, 0), segment(written, 2));
    assertEquals("REORDERED 1", written.fault());
    swap(segment(written, 0), segment(written, 2));
    swap(segment(written, 1), segment(written, 2));
    assertEquals("REORDERED 6", written.fault());
  }

  private void swap(Path a, Path b) throws IOException {
    Path between = folder.resolve("between");
    Files.move(a, between);
    Files.move(b, a);
    Files.move(between, b);
  }

  @Test
  void an_end_of_another_log_with_its_own_key_is_found() throws IOException {
    WrittenLog written = written();
    WrittenLog other = WrittenLog.of(folder.resolve("other"), 3, 4);
    Files.copy(segment(other, 2), segment(written, 2),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals("EDITED 10", first(written, "TAIL_REPLACED 10", "EDITED 10"));
  }

  /// Whichever of the two is found counts as the second.
  private static String first(WrittenLog written, String either, String or) {
    return written.fault().equals(either) ? or : written.fault();
  }

  @Test
  void an_end_written_anew_with_the_key_is_found_by_the_head() throws IOException {
    WrittenLog written = written();
    byte[] last = Files.readAllBytes(segment(written, 2));
    byte[] head = Files.readAllBytes(written.head());
    // Somebody goes back to the end of the second segment, with the head of then, and writes on.
    Files.delete(segment(written, 2));
    LogHead now = java.util.Objects.requireNonNull(LogHead.read(written.log.keys()).newest());
    String secondHash = hashOfLast(written, 1);
    Files.delete(written.head());
    for (int count : new int[]{8, 9}) {
      new LogHead(now.log(), count, secondHash, 6, Files.size(segment(written, 1)), now.day() - 1,
          0, LogLine.NONE, "").sealed(written.log.keys()).write(written.log.keys(), true);
    }
    for (int i = 0; i < 4; i++) {
      written.score("person", "another story " + i);
    }
    assertEquals("whole", written.fault());
    assertFalse(java.util.Arrays.equals(last, Files.readAllBytes(segment(written, 2))));
    Files.write(written.head(), head);
    assertEquals("TAIL_REPLACED 13", written.fault());
  }

  private static String hashOfLast(WrittenLog written, int segment) throws IOException {
    return LogLine.hash(
        written.lines(segment(written, segment)).getLast().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_head_put_back_is_found() throws IOException {
    WrittenLog written = written();
    byte[] before = Files.readAllBytes(written.head());
    written.score("anna", "later");
    written.score("anna", "later still");
    Files.write(written.head(), before);
    assertEquals("HEAD_BEHIND 14", written.fault());
  }

  @Test
  void a_head_that_is_gone_or_forged_is_found() throws IOException {
    WrittenLog written = written();
    String head = Files.readString(written.head());
    Files.writeString(written.head(), head.replace("\"count\":1", "\"count\":2"));
    assertEquals("HEAD_BROKEN 0", written.fault());
    Files.delete(written.head());
    assertEquals("HEAD_BROKEN 0", written.fault());
  }

  @Test
  void an_older_copy_of_log_and_head_together_is_found_by_an_anchor_alone() throws IOException {
    WrittenLog written = written();
    Path segment = segment(written, 2);
    byte[] lines = Files.readAllBytes(segment);
    byte[] head = Files.readAllBytes(written.head());
    written.clock.move(java.time.Duration.ofDays(-1));
    written.score("anna", "what somebody wants to be gone");
    Anchor anchor = written.log.anchor();
    assertEquals(List.of(), written.log.verify(anchor).faults());
    Files.write(segment, lines);
    Files.write(written.head(), head);
    assertEquals("whole", written.fault());
    assertEquals(List.of(AuditFault.Kind.TRUNCATED), kinds(written, anchor));
    written.score("anna", "another story");
    assertEquals(List.of(AuditFault.Kind.TAIL_REPLACED), kinds(written, anchor));
    Anchor foreign = new Anchor("0".repeat(32), anchor.count(), anchor.hash(), anchor.at());
    assertEquals(List.of(AuditFault.Kind.OTHER_LOG), kinds(written, foreign));
  }

  private static List<AuditFault.Kind> kinds(WrittenLog written, Anchor anchor) {
    return written.log.verify(anchor).faults().stream().map(AuditFault::kind).toList();
  }

  @Test
  void without_the_keys_the_chain_and_an_anchor_are_checked() throws IOException {
    WrittenLog written = written();
    Anchor anchor = written.log.anchor();
    Path log = written.home.auditLog();
    assertTrue(AuditLog.verifyWithoutKeys(log, anchor).isWhole());
    change(written, 1, lines -> lines.set(1, lines.get(1).replace("MIDDLE", "SEVERE")));
    AuditFault fault = AuditLog.verifyWithoutKeys(log, anchor).faults().getFirst();
    assertEquals(AuditFault.Kind.EDITED, fault.kind());
    assertEquals(7, fault.entry());
  }

  /// Something done to bytes, lines or files by lot; 400 cases.
  @RepeatedTest(400)
  void whatever_is_done_by_lot_is_found(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    WrittenLog written = WrittenLog.of(folder, 1 + random.nextInt(3), 2 + random.nextInt(3));
    Anchor anchor = written.log.anchor();
    String done = tampered(written, random);
    Verification found = written.log.verify(null);
    assertFalse(found.isWhole(), done);
    assertFalse(AuditLog.verifyWithoutKeys(written.home.auditLog(), anchor).isWhole(),
        done + ", and nobody would know without the keys");
  }

  private static String tampered(WrittenLog written, Random random) throws IOException {
    List<Path> files = written.segmentFiles();
    Path file = files.get(random.nextInt(files.size()));
    List<String> lines = written.lines(file);
    int line = random.nextInt(lines.size());
    return switch (random.nextInt(6)) {
      case 0 -> {
        byte[] bytes = Files.readAllBytes(file);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(7));
        Files.write(file, bytes);
        yield "a bit of byte " + at + " turned";
      }
      case 1 -> {
        lines.remove(line);
        written.write(file, lines);
        yield "line " + line + " taken out";
      }
      case 2 -> {
        int other = (line + 1 + random.nextInt(Math.max(1, lines.size() - 1))) % lines.size();
        if (other == line) {
          lines.add(lines.get(line));
        } else {
          Collections.swap(lines, line, other);
        }
        written.write(file, lines);
        yield "lines " + line + " and " + other + " moved";
      }
      case 3 -> {
        lines.add(line, lines.get(random.nextInt(lines.size())));
        written.write(file, lines);
        yield "a line put in before " + line;
      }
      case 4 -> {
        Files.delete(file);
        yield "segment " + file.getFileName() + " deleted";
      }
      default -> {
        byte[] bytes = Files.readAllBytes(files.getLast());
        int left = random.nextInt(bytes.length);
        Files.write(files.getLast(), java.util.Arrays.copyOf(bytes, left));
        yield "cut to " + left + " bytes";
      }
    };
  }

  @Test
  void a_seal_is_of_this_log_alone() {
    WrittenLog written = written();
    List<AuditEntry> entries = new ArrayList<>();
    written.log.forEach(entries::add);
    assertEquals(13, entries.stream().map(AuditEntry::seal).distinct().count());
  }
}
