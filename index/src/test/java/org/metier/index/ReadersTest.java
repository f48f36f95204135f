package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Readers go on while a writer takes in, codes anew, changes generations and erases.
class ReadersTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final VacancyId ALWAYS = new VacancyId("always", "1");
  private static final int READERS = 3;

  @TempDir
  private Path folder = Path.of("");

  private VacancyIndex open() {
    return VacancyIndex.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .clock(new SetClock())
        .batchRecords(10)
        .build();
  }

  @Test
  void readers_never_fail_and_end_with_the_newest_state() throws Exception {
    AtomicBoolean isDone = new AtomicBoolean();
    AtomicInteger reads = new AtomicInteger();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    try (VacancyIndex writer = open(); VacancyIndex reader = open()) {
      writer.ingest(new MadeFeeds.Delivered(MadeFeeds.delta("always"), "always",
          List.of(new MadeFeeds.Ad("1", 901, 0))).feed());
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        // One shares the writer's index, as a portal that takes feeds in itself does.
        VacancyIndex mine = i == 0 ? writer : reader;
        threads.add(Thread.ofPlatform().start(() -> {
          try {
            while (!isDone.get() && failures.isEmpty()) {
              read(mine);
              reads.incrementAndGet();
            }
          } catch (RuntimeException | Error e) {
            failures.add(e);
          }
        }));
      }
      try {
        write(writer, reads, failures);
      } finally {
        isDone.set(true);
        for (Thread thread : threads) {
          thread.join();
        }
      }
      if (!failures.isEmpty()) {
        throw new AssertionError("a reader failed", failures.peek());
      }
      assertTrue(reads.get() > 50, "only " + reads + " reads");
      assertEquals(writer.ids(), reader.ids());
      assertEquals(List.of(), writer.check().findings());
    }
  }

  private static void read(VacancyIndex index) {
    assertEquals(ALWAYS, index.find(ALWAYS).map(Vacancy::id).orElse(null));
    assertTrue(index.ids().contains(ALWAYS));
    assertTrue(index.countOpen() > 0);
    index.ledger().balances().forEach(b -> assertEquals(0, b.difference()));
  }

  private static void write(VacancyIndex writer, AtomicInteger reads,
      ConcurrentLinkedQueue<Throwable> failures) throws IOException {
    Random random = new Random(8);
    List<MadeFeeds.Delivered> season = MadeFeeds.season(random, 25);
    for (int round = 0; round < 6 && failures.isEmpty(); round++) {
      int before = reads.get();
      writer.ingest(season.get(round).feed());
      writer.recode();
      if (round % 2 == 0) {
        writer.goBack();
      }
      writer.recode();
      writer.erase(new VacancyId("a", "k" + round), "editor");
      long patience = System.nanoTime() + 20_000_000_000L;
      while (reads.get() == before && failures.isEmpty() && System.nanoTime() < patience) {
        Thread.onSpinWait();
      }
      assertTrue(reads.get() > before || !failures.isEmpty(), "readers wait for the writer");
    }
  }

  @Test
  void coding_anew_without_a_change_changes_nothing_that_people_see() throws IOException {
    try (VacancyIndex index = open()) {
      for (MadeFeeds.Delivered delivered : MadeFeeds.season(new Random(9), 60)) {
        index.ingest(delivered.feed());
      }
      List<String> before = StoredState.of(folder);
      assertTrue(before.stream().anyMatch(l -> l.contains("MERGED")), "nothing is merged");
      RecodeReport report = index.recode();
      assertEquals(0, report.changed());
      assertEquals(before, StoredState.of(folder));
      index.goBack();
      assertEquals(before, StoredState.of(folder));
    }
  }
}
