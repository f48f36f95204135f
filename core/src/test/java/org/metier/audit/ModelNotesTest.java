package org.metier.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.home.LearnedPart;
import org.metier.home.ModelSlot;
import org.metier.home.internal.WholeFile;

/// Every change of a model in service is in the log, whoever makes it.
class ModelNotesTest {
  private static final byte[] FIRST = {1};
  private static final byte[] SECOND = {2};
  private static final byte[] CARD = {3};

  @TempDir
  private Path folder = Path.of("");

  private static List<AuditEvent> changes(WrittenLog written) {
    List<AuditEvent> events = new ArrayList<>();
    written.log.forEach(entry -> {
      if (entry.event() instanceof AuditEvent.ModelChanged) {
        events.add(entry.event());
      }
    });
    return events;
  }

  private static AuditEvent change(byte @Nullable [] before, byte @Nullable [] after) {
    return new AuditEvent.ModelChanged("ranker",
        before == null ? null : WholeFile.sha256(before),
        after == null ? null : WholeFile.sha256(after));
  }

  @Test
  void installing_and_going_back_are_entries_of_the_log() {
    WrittenLog written = WrittenLog.in(folder);
    ModelSlot slot = written.home.model(LearnedPart.RANKER);
    slot.install(FIRST, CARD);
    slot.install(FIRST, CARD);
    slot.install(SECOND, CARD);
    slot.back(_ -> {});
    assertEquals(List.of(change(null, FIRST), change(FIRST, SECOND), change(SECOND, FIRST)),
        changes(written));
    assertEquals(List.of(), ModelNotes.unrecorded(written.home, written.log));
  }

  @Test
  void going_back_to_what_ships_is_an_entry() {
    WrittenLog written = WrittenLog.in(folder);
    ModelSlot slot = written.home.model(LearnedPart.RANKER);
    slot.install(FIRST, CARD);
    slot.back(_ -> {});
    assertEquals(List.of(change(null, FIRST), change(FIRST, null)), changes(written));
  }

  @Test
  void a_file_that_was_put_there_by_hand_is_found() throws IOException {
    WrittenLog written = WrittenLog.in(folder);
    ModelSlot slot = written.home.model(LearnedPart.RANKER);
    slot.install(FIRST, CARD);
    Files.write(slot.file(), SECOND);
    assertEquals(List.of(change(FIRST, SECOND)),
        ModelNotes.unrecorded(written.home, written.log));
  }

  @Test
  void a_home_without_a_log_gets_none_by_installing() {
    Home home = Home.open(folder.resolve("plain"));
    home.model(LearnedPart.RANKER).install(FIRST, CARD);
    assertFalse(AuditLog.exists(home));
  }
}
