package org.metier.index;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.metier.feed.Feed;
import org.metier.home.Home;
import org.metier.ledger.Run;

/// A program that takes a great feed in with little memory. The feed is made here too.
///
/// By hand: `java -Xmx512m -cp … org.metier.index.GreatFeed FOLDER 2000 4000` for 2,000 MB in batches of 4,000.
final class GreatFeed {
  private static final int SENTENCES = 4_000;
  private static final int IN_TEXT = 16;

  private GreatFeed() {}

  /// Writes a whole feed of so many megabytes.
  ///
  /// @param inText sentences in a text, some 80 bytes each
  /// @return how many records it has
  static int write(Path file, int megabytes, int inText) throws IOException {
    Random random = new Random(1);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      sentences.add(MadeFeeds.words(i, 7) + " knack" + i % Market.SKILLS + ".");
    }
    long left = megabytes * 1_000_000L;
    int records = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      while (left > 0) {
        StringBuilder line = new StringBuilder("{\"metier\":1,\"key\":\"").append(records)
            .append("\",\"title\":\"Maker of ")
            .append(MadeFeeds.words(random.nextInt(5_000), 2))
            .append("\",\"language\":\"en\",\"employer\":\"Firm ")
            .append(MadeFeeds.words(random.nextInt(20_000), 2))
            .append("\",\"description\":\"");
        for (int i = 0; i < inText; i++) {
          line.append(sentences.get(random.nextInt(SENTENCES))).append(' ');
        }
        line.append("\"}\n");
        out.append(line);
        left -= line.length();
        records++;
      }
      out.append("{\"metier\":1,\"end\":{\"records\":" + records + "}}\n");
    }
    return records;
  }

  /// @param args folder, megabytes, records in a batch
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path file = folder.resolve("great.jsonl");
    if (!Files.exists(file)) {
      write(file, Integer.parseInt(args[1]), IN_TEXT);
    }
    long start = System.nanoTime();
    try (VacancyIndex index = VacancyIndex.builder(Home.open(folder.resolve("home")))
        .taxonomy(Market.taxonomy())
        .batchRecords(Integer.parseInt(args[2]))
        .build()) {
      Run run = index.ingest(Feed.of(MadeFeeds.full("great"), file).progress(received -> {
        if (received % 50_000 == 0) {
          System.err.printf("%,d records after %s%n", received,
              Duration.ofNanos(System.nanoTime() - start)
                  .truncatedTo(
                      java.time.temporal.ChronoUnit.SECONDS));
        }
      }).build());
      System.out.println(run.state() + " " + run.received() + " " + run.difference());
    }
  }
}
