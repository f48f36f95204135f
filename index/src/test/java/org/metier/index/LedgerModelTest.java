package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.metier.feed.Delivery;
import org.metier.feed.Source;
import org.metier.home.Home;
import org.metier.ledger.Decision;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.RecordState;
import org.metier.ledger.Run;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;

/// Random deliveries, one a day: after each, the ledger says what plain rules over maps say, and its sums
/// come out.
class LedgerModelTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final int DAYS = 14;
  private static final List<Source> SOURCES = List.of(
      MadeFeeds.source("whole", Delivery.FULL, null, Duration.ofDays(4), 0.9),
      MadeFeeds.source("brief", Delivery.FULL, Duration.ofDays(3), null, 0.2),
      MadeFeeds.source("delta", Delivery.DELTA, Duration.ofDays(4), Duration.ofDays(3), 0.5),
      MadeFeeds.source("plain", Delivery.DELTA, null, null, 0.5));

  private final SetClock clock = new SetClock();
  @TempDir
  private Path folder = Path.of("");

  @RepeatedTest(12)
  void the_ledger_says_what_the_rules_say(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition()); // the repetition is the seed
    LedgerModel model = new LedgerModel();
    try (VacancyIndex index = VacancyIndex.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(clock)
        .batchRecords(1 + random.nextInt(12))
        .build()) {
      for (int day = 0; day < DAYS; day++) {
        clock.day(day);
        deliver(index, model, random, day);
        requireSame(index, model);
        release(index, model, random);
        requireSame(index, model);
      }
      index.recode();
      requireSame(index, model);
    }
  }

  private void deliver(VacancyIndex index, LedgerModel model, Random random, int day)
      throws IOException {
    Source source = SOURCES.get(random.nextInt(SOURCES.size()));
    boolean isWhole = random.nextInt(6) > 0;
    Loss loss = random.nextInt(4) == 0 ? Loss.ACCEPTED : Loss.ASK;
    MadeFeeds.Delivered delivered = new MadeFeeds.Delivered(source, "day" + day,
        items(source, random));
    int before = total(model.stock(source.id()));
    LedgerModel.Outcome expected = model.deliver(delivered, clock.instant(), isWhole, loss);
    Run run = index.ingest(delivered.feed(isWhole ? delivered.text() : delivered.cutOff()), loss);

    assertEquals(expected.state(), run.state(), run.toString());
    assertEquals(delivered.items().size(), run.received());
    assertEquals(run.received(), total(run.ends()));
    assertEquals(run.received(), total(run.reasons()));
    assertEquals(expected.repeated(), run.reasons().getOrDefault(EndReason.REPEATED_RECORD, 0));
    assertEquals(expected.ends(), takenInTogether(run), run.toString());
    assertEquals(expected.lost(), run.lost());
    assertEquals(expected.purged(), run.purged());
    assertEquals(before, total(run.before()));
    assertEquals(before + expected.created() - expected.purged(), total(run.after()));
  }

  /// Ends with what was taken in and merged counted as published.
  private static Map<RecordEnd, Integer> takenInTogether(Run run) {
    Map<RecordEnd, Integer> ends = new EnumMap<>(RecordEnd.class);
    ends.putAll(run.ends());
    int repeated = run.reasons().getOrDefault(EndReason.REPEATED_RECORD, 0);
    int merged = ends.getOrDefault(RecordEnd.MERGED, 0) - repeated;
    assertEquals(merged, run.reasons().getOrDefault(EndReason.SAME_JOB, 0));
    ends.merge(RecordEnd.PUBLISHED, merged, Integer::sum);
    ends.put(RecordEnd.MERGED, repeated);
    ends.values().removeIf(count -> count == 0);
    return ends;
  }

  private static int total(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private List<MadeFeeds.Item> items(Source source, Random random) {
    List<MadeFeeds.Item> items = new ArrayList<>();
    boolean isFull = source.delivery() == Delivery.FULL;
    int jobs = 14;
    for (int job = 0; job < jobs; job++) {
      int copies = isFull ? random.nextInt(12) == 0 ? 0 : 1 : random.nextInt(3);
      for (int i = 0; i < copies; i++) {
        items.add(item(job, isFull, random));
        if (random.nextInt(8) == 0) {
          items.add(items.get(random.nextInt(items.size())));
        }
        if (random.nextInt(10) == 0) {
          items.add(new MadeFeeds.Ad("k" + job, 100 + job, 0)); // shares its key
        }
      }
    }
    if (random.nextBoolean()) {
      items.add(new MadeFeeds.Flagged(source.id() + random.nextInt(3), random.nextInt(2)));
    }
    if (!isFull) {
      java.util.Collections.shuffle(items, random);
    }
    return items;
  }

  private MadeFeeds.Item item(int job, boolean isFull, Random random) {
    String key = "k" + job;
    return switch (random.nextInt(12)) {
      case 0 -> isFull ? new MadeFeeds.Bad(key) : new MadeFeeds.Gone(key);
      case 1 -> new MadeFeeds.Bad(key);
      case 2, 3 -> new MadeFeeds.Ad(key, 20 + job, 1 + random.nextInt(3));
      case 4 -> new MadeFeeds.Ad(key, 20 + job, 0,
          clock.instant().plus(Duration.ofHours(random.nextInt(100) - 20)));
      default -> new MadeFeeds.Ad(key, 20 + job, 0);
    };
  }

  private void release(VacancyIndex index, LedgerModel model, Random random) {
    List<LedgerEntry> quarantined = index.ledger().quarantined(100);
    if (!quarantined.isEmpty() && random.nextInt(3) == 0) {
      VacancyId id = quarantined.get(random.nextInt(quarantined.size())).id();
      index.decide(new Decision.Released(id, "editor", clock.instant()));
      model.release(id.toString(), clock.instant());
    }
  }

  private static void requireSame(VacancyIndex index, LedgerModel model) {
    assertEquals(List.of(), index.check().findings());
    for (Ledger.Balance balance : index.ledger().balances()) {
      assertEquals(0, balance.difference());
      Map<RecordState, Integer> stock = new EnumMap<>(RecordState.class);
      balance.stock()
          .forEach((state, count) -> stock.merge(
              state.isLive() ? RecordState.PUBLISHED : state, count, Integer::sum));
      assertEquals(model.stock(balance.source()), stock, balance.source());
    }
    model.records.forEach((id, kept) -> {
      if (id.indexOf('~') < 0) {
        LedgerEntry entry = index.ledger().entry(VacancyId.parse(id)).orElseThrow();
        assertEquals(kept.state, entry.state().isLive() ? RecordState.PUBLISHED : entry.state(),
            id);
        if (entry.state() != RecordState.WITHDRAWN) {
          assertEquals(kept.deadline, entry.deadline(), id);
        }
      }
    });
    assertEquals(model.jobs().size(), index.count(), "each job is shown once");
  }
}
