package org.metier.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.home.Home;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;

/// The program ends at the worst moments: before the sink took a batch, and after it took it but before
/// that was recorded.
class DeliveryCrashTest {
  private static final Taxonomy TAXONOMY = Ads.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();

  @TempDir
  private Path folder = Path.of("");

  /// Stands for the end of the program.
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// Keeps what it took, and the number of the last batch, as the documentation of the sink says.
  private static final class Mailbox implements DeliverySink {
    private final List<Delivery> taken = new ArrayList<>();
    private final List<Batch> came = new ArrayList<>();
    private long last;

    @Override
    public void accept(Batch batch) {
      came.add(batch);
      if (batch.number() > last) {
        taken.addAll(batch.deliveries());
        last = batch.number();
      }
    }
  }

  private AlertStore store(String home) {
    return AlertStore.open(Home.open(folder.resolve(home)), TAXONOMY, ANALYZER, Clock.systemUTC());
  }

  @Test
  void a_batch_whose_arrival_was_not_recorded_comes_again_with_its_number() {
    MemoryArrivals arrivals = new MemoryArrivals();
    AlertStore store = store("home");
    store.put(Alert.builder("a", "p").sources(java.util.Set.of("board")).build(), 0);
    arrivals.publish("c1", Ads.ad("v1", "Position").build());
    Mailbox mailbox = new Mailbox();
    assertThrows(Crash.class, () -> store.deliver(arrivals, batch -> {
      mailbox.accept(batch);
      throw new Crash();
    }));
    arrivals.publish("c1", Ads.ad("v1", "Position, updated").build());
    arrivals.publish("c2", Ads.ad("v2", "Position").build());

    DeliveryReport report = store("home").deliver(arrivals, mailbox);

    assertTrue(report.isRepeated());
    assertEquals(mailbox.came.get(0), mailbox.came.get(1));
    assertEquals(List.of(1L, 1L, 2L), mailbox.came.stream().map(Batch::number).toList());
    assertEquals(List.of("v1", "v2"), mailbox.taken.stream().map(d -> d.vacancy().key()).toList());
  }

  @RepeatedTest(5)
  void whatever_crashes_come_a_sink_that_keeps_the_number_takes_each_delivery_once(
      RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    RandomAlerts made = new RandomAlerts(random);
    List<Alert> alerts = IntStream.range(0, 40).mapToObj(i -> made.alert("alert" + i)).toList();
    MemoryArrivals arrivals = new MemoryArrivals();
    AlertStore undisturbed = store("undisturbed");
    AlertStore crashing = store("crashing");
    undisturbed.put(alerts, 0);
    crashing.put(alerts, 0);
    Mailbox expected = new Mailbox();
    Mailbox mailbox = new Mailbox();
    int crashes = 0;
    for (int round = 0; round < 12; round++) {
      for (int i = random.nextInt(8); i >= 0; i--) {
        arrivals.publish("c" + random.nextInt(20), made.vacancy(random.nextInt(30)));
      }
      undisturbed.deliver(arrivals, expected);
      boolean isBefore = random.nextBoolean();
      if (random.nextInt(3) > 0) {
        crashes += crash(crashing, arrivals, mailbox, isBefore);
        crashing = random.nextBoolean() ? crashing : store("crashing");
      }
    }
    crashing.deliver(arrivals, mailbox);

    assertTrue(crashes > 0, "nothing crashed");
    assertEquals(names(expected), names(mailbox));
    assertEquals(undisturbed.countDelivered(), crashing.countDelivered());
  }

  private static int crash(AlertStore store, Arrivals arrivals, Mailbox mailbox, boolean isBefore) {
    try {
      store.deliver(arrivals, batch -> {
        if (!isBefore) {
          mailbox.accept(batch);
        }
        throw new Crash();
      });
      return 0;
    } catch (Crash crash) {
      return 1;
    }
  }

  private static List<String> names(Mailbox mailbox) {
    return mailbox.taken.stream().map(Delivery::toString).sorted().toList();
  }
}
