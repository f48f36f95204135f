package org.metier.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.metier.feed.Feed;
import org.metier.home.Home;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;

/// A program that takes deliveries in, to be killed: it announces each commit that it has seen take effect.
final class KilledIngest {
  static final int BATCH = 15;
  static final int SIZE = 90;

  private KilledIngest() {}

  static List<MadeFeeds.Delivered> season() {
    return MadeFeeds.season(new Random(42), SIZE);
  }

  /// @param args home, folder of feeds, file to announce commits in
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    Path feeds = Path.of(args[1]);
    SetClock clock = new SetClock();
    try (FileChannel announced = FileChannel.open(Path.of(args[2]), StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
        VacancyIndex index = VacancyIndex.builder(Home.open(home))
            .taxonomy(Market.taxonomy())
            .clock(clock)
            .batchRecords(BATCH)
            .build()) {
      System.out.println("ready");
      List<MadeFeeds.Delivered> season = season();
      for (int day = 0; day < season.size(); day++) {
        clock.day(day);
        MadeFeeds.Delivered delivered = season.get(day);
        if (!isDone(index, delivered)) {
          long[] generation = {index.generation()};
          index.ingest(Feed.of(delivered.source(), delivered.in(feeds)).progress(_ -> {
            long now = index.generation();
            if (now != generation[0]) {
              generation[0] = now;
              index.ledger()
                  .runs(delivered.source().id())
                  .forEach(run -> announce(announced, run));
            }
          }).build());
        }
      }
    }
  }

  static boolean isDone(VacancyIndex index, MadeFeeds.Delivered delivered) {
    return index.ledger()
        .runs(delivered.source().id())
        .stream()
        .anyMatch(r -> r.feed().equals(delivered.name()) && r.state() != RunState.STARTED);
  }

  private static void announce(FileChannel announced, Run run) {
    try {
      announced.write(StandardCharsets.UTF_8.encode(run.feed() + " " + run.cursor() + "\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
