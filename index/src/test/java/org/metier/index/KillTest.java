package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.taxonomy.Taxonomy;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

/// Kills a program at random moments of taking feeds in.
///
/// Runs for some 25 seconds, or for as many kills as `-Dmetier.kills` says.
class KillTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final int LEAST_KILLS = 3;

  private final Random random = new Random(2026);
  @TempDir
  private Path folder = Path.of("");

  @Test
  void a_kill_loses_nothing_that_was_committed_and_the_rerun_converges() throws Exception {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    for (MadeFeeds.Delivered delivered : KilledIngest.season()) {
      delivered.in(feeds);
    }
    Path undisturbed = folder.resolve("undisturbed");
    long start = System.nanoTime();
    assertEquals(0, run(undisturbed, feeds, Long.MAX_VALUE), "the undisturbed run failed");
    long needed = System.nanoTime() - start;
    List<String> expected = StoredState.of(undisturbed);
    requireEveryRecord(undisturbed, KilledIngest.season());

    Integer wanted = Integer.getInteger("metier.kills");
    long end = System.nanoTime() + PATIENCE.toNanos();
    int kills = 0;
    int homes = 0;
    boolean isEnough = false;
    while (!isEnough) {
      Path home = folder.resolve("home" + homes++);
      boolean isDone = false;
      while (!isDone) {
        isEnough = wanted == null
            ? kills >= LEAST_KILLS && System.nanoTime() > end
            : kills >= wanted;
        // The last home is left alone in the end.
        long nanos = isEnough ? Long.MAX_VALUE : (long) (random.nextDouble() * needed / 2);
        isDone = run(home, feeds, nanos) == 0;
        if (!isDone) {
          kills++;
          requireWhole(home, kills);
        }
      }
      assertEquals(expected, StoredState.of(home), "after " + kills + " kills");
    }
    System.out.printf("%d kills in %d homes: no committed record lost, no index corrupt%n", kills,
        homes);
  }

  /// Starts the program and kills it some time after it is ready.
  ///
  /// @return 0 if it came to its end before that
  private static int run(Path home, Path feeds, long nanos) throws Exception {
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp",
        System.getProperty("java.class.path"), KilledIngest.class.getName(), home.toString(),
        feeds.toString(), announcements(home).toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("ready", out.readLine(), "the program did not start");
      if (!process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    }
  }

  private static Path announcements(Path home) {
    return home.resolveSibling(home.getFileName() + ".commits");
  }

  private static VacancyIndex open(Path home) {
    return VacancyIndex.builder(Home.open(home))
        .taxonomy(TAXONOMY)
        .clock(new SetClock())
        .build();
  }

  /// After a kill: the index is sound, and holds what was announced.
  private void requireWhole(Path home, int kill) throws IOException {
    Map<String, Integer> cursors = new HashMap<>();
    try (VacancyIndex index = open(home)) {
      assertEquals(List.of(), index.check().findings(), "kill " + kill);
      for (Ledger.Balance balance : index.ledger().balances()) {
        assertEquals(0, balance.difference(), "kill " + kill + ", " + balance.source());
        for (Run run : index.ledger().runs(balance.source())) {
          cursors.put(run.feed(), run.cursor());
        }
      }
    }
    if (Files.exists(announcements(home))) {
      for (String line : Files.readAllLines(announcements(home))) {
        String[] words = line.split(" ", -1);
        assertTrue(cursors.getOrDefault(words[0], 0) >= Integer.parseInt(words[1]),
            "kill " + kill + " lost " + line + ", has " + cursors);
      }
    }
    List<MadeFeeds.Delivered> committed = new ArrayList<>();
    for (MadeFeeds.Delivered delivered : KilledIngest.season()) {
      Integer cursor = cursors.get(delivered.name());
      if (cursor != null) {
        committed.add(new MadeFeeds.Delivered(delivered.source(), delivered.name(),
            delivered.items().subList(0, cursor)));
      }
    }
    requireEveryRecord(home, committed);
  }

  /// Every record that was taken in is there as it was delivered last, unless it was taken back.
  private static void requireEveryRecord(Path home, List<MadeFeeds.Delivered> committed) {
    Map<VacancyId, MadeFeeds.Item> newest = new HashMap<>();
    Set<VacancyId> absent = new HashSet<>();
    for (MadeFeeds.Delivered delivered : committed) {
      Set<VacancyId> brought = new HashSet<>();
      for (MadeFeeds.Item item : delivered.items()) {
        VacancyId id = id(delivered.source().id(), item);
        brought.add(id);
        if (!(item instanceof MadeFeeds.Bad)) {
          newest.put(id, item);
        }
      }
      if (delivered.name().startsWith("a")) {
        newest.keySet()
            .stream()
            .filter(id -> id.source().equals("a") && !brought.contains(id))
            .forEach(absent::add);
      }
    }
    try (VacancyIndex index = open(home)) {
      newest.forEach((id, item) -> {
        var entry = index.ledger().entry(id).orElse(null);
        switch (item) {
          case MadeFeeds.Ad ad when ad.job() < 10_000 -> {
            assertTrue(entry != null, id + " is lost");
            if (entry.state() != RecordState.WITHDRAWN) {
              assertEquals(ad.title(), index.find(id).map(Vacancy::title).orElse(""), id + "");
            } else {
              assertTrue(absent.contains(id), id + " was withdrawn");
            }
          }
          case MadeFeeds.Ad shared -> assertTrue(entry != null, shared + " is lost");
          case MadeFeeds.Flagged _ -> assertTrue(entry != null, id + " is lost");
          case MadeFeeds.Gone _ -> assertTrue(
              entry == null || entry.state() == RecordState.WITHDRAWN, id + " is still there");
          case MadeFeeds.Bad _ -> throw new IllegalStateException("a bad record was taken in");
        }
      });
    }
  }

  private static VacancyId id(String source, MadeFeeds.Item item) {
    return new VacancyId(source, switch (item) {
      case MadeFeeds.Ad ad -> ad.key();
      case MadeFeeds.Gone gone -> gone.key();
      case MadeFeeds.Flagged flagged -> flagged.key();
      case MadeFeeds.Bad bad -> bad.key();
    });
  }
}
