package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.feed.Feed;
import org.metier.home.Home;
import org.metier.ledger.Run;

/// Taking in more records takes no more memory, but for 32 bytes each. [GreatFeed] shows the same of gigabytes.
class BoundedMemoryTest {
  private static final int MEGABYTES = 9;
  private static final int SENTENCES = 3;
  /// Past the number of advertisements that are kept at hand for comparing.
  private static final int FROM = 11_000;
  private static final int TO = 19_000;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void eight_thousand_records_more_take_less_than_half_a_kilobyte_each() throws IOException {
    Path file = folder.resolve("great.jsonl");
    int records = GreatFeed.write(file, MEGABYTES, SENTENCES);
    assertTrue(records > TO, "only " + records + " records");
    long[] used = new long[2];
    try (VacancyIndex index = VacancyIndex.builder(Home.open(folder.resolve("home")))
        .taxonomy(Market.taxonomy())
        .batchRecords(500)
        .build()) {
      Run run = index.ingest(Feed.of(MadeFeeds.full("great"), file).progress(received -> {
        if (received == FROM || received == TO) {
          used[received == TO ? 1 : 0] = usedBytes();
        }
      }).build());
      assertEquals(records, run.received());
    }
    long grown = used[1] - used[0];
    assertTrue(grown < (TO - FROM) * 512L, "grew by " + grown + " bytes");
  }

  /// The serial collector leaves gaps, which count as used, in all but every fourth collection
  /// (MarkSweepAlwaysCompactCount).
  private static long usedBytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
