package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.ledger.Run;
import org.metier.ledger.SilentField;

/// A field that a source stops filling raises an alarm, once.
class SilentFieldTest {
  @TempDir
  private Path folder = Path.of("");

  /// A delivery of which so many records say how long they are valid.
  private static Run deliver(VacancyIndex index, int records, int filled) throws IOException {
    List<MadeFeeds.Item> items = IntStream.range(0, records)
        .mapToObj(i -> (MadeFeeds.Item) new MadeFeeds.Ad("k" + i, 100 + i, 0,
            i < filled ? Market.NOW.plusSeconds(86_400) : null))
        .toList();
    return index.ingest(new MadeFeeds.Delivered(MadeFeeds.delta("a"), "a", items).feed());
  }

  @Test
  void a_field_that_falls_silent_is_named() throws IOException {
    try (VacancyIndex index = VacancyIndex.builder(Home.open(folder))
        .taxonomy(Market.taxonomy())
        .clock(new SetClock())
        .build()) {
      assertEquals(List.of(), deliver(index, 25, 20).alarms());
      assertEquals(List.of(), deliver(index, 25, 15).alarms());
      // (20 + 15) of 50 had it; a quarter of that share is 17.5 %, which 5 of 25 are above and 4 below.
      assertEquals(List.of(), deliver(index, 19, 0).alarms(), "too few to tell");
      assertEquals(List.of(new SilentField("validThrough", 0.7, 0.16)),
          deliver(index, 25, 4).alarms());
      assertEquals("validThrough", deliver(index, 25, 0).alarms()
          .stream()
          .map(SilentField::field)
          .collect(Collectors.joining()));
    }
  }
}
