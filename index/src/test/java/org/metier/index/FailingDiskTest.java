package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metier.home.Home;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;

/// The disk is full, the process has no file handles left, the process ends: readers go on with the last
/// commit, and running again comes to what an undisturbed run would have come to.
class FailingDiskTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final int BATCH = 9;

  private final SetClock clock = new SetClock();
  @TempDir
  private Path folder = Path.of("");

  private VacancyIndex open(Path home, UnaryOperator<Directory> disk) {
    return VacancyIndex.builder(Home.open(home))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(clock)
        .batchRecords(BATCH)
        .disk(disk)
        .build();
  }

  /// Takes all deliveries in that are not complete yet, one a day.
  private void finish(Path home, List<MadeFeeds.Delivered> season, UnaryOperator<Directory> disk)
      throws IOException {
    try (VacancyIndex index = open(home, disk)) {
      for (int day = 0; day < season.size(); day++) {
        clock.day(day);
        Season.takeIn(index, season.get(day), feeds());
      }
    }
  }

  private Path feeds() throws IOException {
    return Files.createDirectories(folder.resolve("feeds"));
  }

  private static void requireSound(VacancyIndex index) {
    assertEquals(List.of(), index.check().findings());
    for (Ledger.Balance balance : index.ledger().balances()) {
      assertEquals(0, balance.difference(), balance.source());
    }
  }

  @ParameterizedTest
  @EnumSource(value = FailingDisk.Failure.class, names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void whatever_commit_the_process_ends_at_the_rerun_converges(FailingDisk.Failure failure)
      throws IOException {
    List<MadeFeeds.Delivered> season = MadeFeeds.season(new Random(3), 12);
    FailingDisk counting = new FailingDisk(failure, Integer.MAX_VALUE);
    finish(folder.resolve("undisturbed"), season, counting);
    List<String> expected = StoredState.of(folder.resolve("undisturbed"));
    assertTrue(counting.steps() > 15, "only " + counting.steps() + " commits");
    for (int commit = 0; commit < counting.steps(); commit++) {
      Path home = folder.resolve("home" + commit);
      FailingDisk disk = new FailingDisk(failure, commit);
      assertThrows(FailingDisk.Cut.class, () -> finish(home, season, disk));
      try (VacancyIndex index = open(home, UnaryOperator.identity())) {
        requireSound(index);
      }
      finish(home, season, UnaryOperator.identity());
      assertEquals(expected, StoredState.of(home), "cut at commit " + commit);
    }
  }

  @ParameterizedTest
  @EnumSource(value = FailingDisk.Failure.class, names = {"FULL", "NO_HANDLES"})
  void a_disk_that_fails_leaves_the_last_commit_in_service(FailingDisk.Failure failure)
      throws IOException {
    List<MadeFeeds.Delivered> season = MadeFeeds.season(new Random(4), 20);
    FailingDisk counting = new FailingDisk(failure, Integer.MAX_VALUE);
    finish(folder.resolve("undisturbed"), season, counting);
    List<String> expected = StoredState.of(folder.resolve("undisturbed"));
    Random random = new Random(5);
    for (int round = 0; round < 5; round++) {
      Path home = folder.resolve("home" + round);
      FailingDisk disk = new FailingDisk(failure, random.nextInt(counting.steps()));
      var e = assertThrows(IndexException.class, () -> finish(home, season, disk));
      assertTrue(Market.message(e)
          .contains(
              failure == FailingDisk.Failure.FULL ? "disk is full" : "ulimit"),
          Market.message(e));
      try (VacancyIndex index = open(home, UnaryOperator.identity())) {
        requireSound(index);
      }
      finish(home, season, UnaryOperator.identity());
      assertEquals(expected, StoredState.of(home), "round " + round);
    }
  }

  @ParameterizedTest
  @EnumSource(value = FailingDisk.Failure.class, names = {"FULL", "NO_HANDLES"})
  void who_reads_already_goes_on_reading_while_the_disk_fails(FailingDisk.Failure failure)
      throws IOException {
    MadeFeeds.Delivered first = MadeFeeds.season(new Random(6), 30).getFirst();
    MadeFeeds.Delivered second = MadeFeeds.season(new Random(6), 30).get(1);
    FailingDisk disk = new FailingDisk(failure, 400);
    Path home = folder.resolve("home");
    try (VacancyIndex index = open(home, UnaryOperator.identity())) {
      index.ingest(first.feed());
    }
    try (VacancyIndex index = open(home, disk)) {
      List<VacancyId> before = index.ids();
      while (!disk.hasFailed()) {
        try {
          index.ingest(second.feed());
        } catch (IndexException e) {
          assertTrue(disk.hasFailed(), Market.message(e));
        }
      }
      assertTrue(index.ids().size() >= before.size(), "records are missing");
      assertTrue(index.find(before.getFirst()).isPresent());
      disk.mend();
      assertEquals(RunState.COMPLETE, index.ingest(second.feed()).state());
      requireSound(index);
    }
  }

  @Test
  void a_run_that_went_on_says_what_it_received_in_all() throws IOException {
    MadeFeeds.Delivered delivered = MadeFeeds.season(new Random(7), 40).getFirst();
    Path home = folder.resolve("home");
    assertThrows(FailingDisk.Cut.class, () -> finish(home, List.of(delivered),
        new FailingDisk(FailingDisk.Failure.AFTER_COMMIT, 3)));
    try (VacancyIndex index = open(home, UnaryOperator.identity())) {
      Run left = index.ledger().runs("a").getFirst();
      assertEquals(RunState.STARTED, left.state());
      assertTrue(left.cursor() > 0 && left.cursor() < delivered.items().size());
      Run done = index.ingest(delivered.from(feeds()));
      assertEquals(1, done.number());
      assertEquals(delivered.items().size(), done.received());
      assertEquals(RunState.COMPLETE, done.state());
    }
  }

  @Test
  void another_delivery_or_another_way_of_reading_it_leaves_the_interrupted_run_cut_off()
      throws IOException {
    List<MadeFeeds.Delivered> season = MadeFeeds.season(new Random(7), 40);
    MadeFeeds.Delivered first = season.getFirst();
    for (MadeFeeds.Delivered other : List.of(season.get(3),
        new MadeFeeds.Delivered(first.source().withZone(ZoneOffset.ofHours(3)), first.name(),
            first.items()))) {
      Path home = folder.resolve("home" + season.indexOf(other));
      assertThrows(FailingDisk.Cut.class, () -> finish(home, List.of(first),
          new FailingDisk(FailingDisk.Failure.AFTER_COMMIT, 3)));
      try (VacancyIndex index = open(home, UnaryOperator.identity())) {
        Run done = index.ingest(other.from(feeds()));
        assertEquals(2, done.number());
        assertEquals(other.items().size(), done.received());
        assertEquals(RunState.CUT_OFF, index.ledger().runs("a").getFirst().state());
        requireSound(index);
      }
    }
  }
}
