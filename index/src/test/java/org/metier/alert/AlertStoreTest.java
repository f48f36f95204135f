package org.metier.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.alert.internal.AlertIndex;
import org.metier.alert.internal.SavedAlert;
import org.metier.home.Home;
import org.metier.index.ErasureReceipt;
import org.metier.index.IndexException;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class AlertStoreTest {
  private static final Taxonomy TAXONOMY = Ads.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

  private final Path folder;
  private final MemoryArrivals arrivals = new MemoryArrivals();
  private final List<String> delivered = new ArrayList<>();
  private final AlertStore store;

  AlertStoreTest(@TempDir Path folder) {
    this.folder = folder;
    store = store(folder.resolve("home"), NOW);
  }

  private static AlertStore store(Path home, Instant now) {
    return AlertStore.open(Home.open(home), TAXONOMY, ANALYZER, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Alert bakery(String id, String owner) {
    return Alert.builder(id, owner).occupations(Set.of("baker")).build();
  }

  private static Vacancy baker(String key) {
    return Ads.ad(key, "Baker").occupations(Ads.coded("baker")).build();
  }

  /// What a run hands over, as `alert<vacancy`.
  private List<String> deliver() {
    List<String> now = new ArrayList<>();
    store.deliver(arrivals, batch -> batch.deliveries()
        .forEach(d -> now.add(d.alert() + "<" + d.vacancy().key())));
    delivered.addAll(now);
    return now;
  }

  @Test
  void alerts_are_kept_whole() {
    Alert alert = new RandomAlerts(new java.util.Random(3)).alert("a");
    store.put(List.of(alert, bakery("b", "p")), 0);

    AlertStore again = store(folder.resolve("home"), NOW);
    assertEquals(alert, again.find("a").orElseThrow());
    assertEquals(List.of(alert, bakery("b", "p")), again.alerts());
    assertTrue(again.find("c").isEmpty());
  }

  @Test
  void an_alert_of_an_earlier_release_is_dated_by_the_first_purge_and_goes_after_its_time() {
    store.put(List.of(bakery("old", "p"), bakery("new", "p")), 0);
    new AlertIndex(Home.open(folder.resolve("home")).alertIndex()).write(session -> {
      SavedAlert now = session.view().alert("old").orElseThrow();
      session.put(new SavedAlert(now.number(), now.after(), now.id(), now.owner(), now.json(),
          null));
      session.commit(session.view().position());
      return now;
    });
    assertTrue(store.confirmedAt("old").isEmpty());
    assertEquals(NOW, store.confirmedAt("new").orElseThrow());
    AlertStore later = store(folder.resolve("home"), NOW.plus(Duration.ofDays(100)));
    assertEquals(1, later.purge(NOW.plus(Duration.ofDays(50))));
    assertEquals(NOW.plus(Duration.ofDays(100)), later.confirmedAt("old").orElseThrow());
    assertEquals(1, later.purge(NOW.plus(Duration.ofDays(101))));
    assertEquals(List.of(), later.alerts());
  }

  @Test
  void a_purge_forgets_what_was_delivered_and_deliveries_go_on() {
    store.put(List.of(bakery("a", "p"), bakery("b", "q")), 0);
    arrivals.publish("one", baker("one"));
    assertEquals(List.of("a<one", "b<one"), deliver());
    AlertStore later = store(folder.resolve("home"), NOW.plus(Duration.ofDays(100)));
    assertTrue(later.confirm("b"));
    arrivals.publish("two", baker("two"));
    assertEquals(List.of("a<two", "b<two"), deliver());
    assertEquals(1, store.purge(NOW.plus(Duration.ofDays(1))));
    assertEquals(0, store.countDelivered("p"));
    arrivals.publish("three", baker("three"));
    assertEquals(List.of("b<three"), deliver());
    assertTrue(store.confirm("b"));
    arrivals.publish("four", baker("four"));
    assertEquals(List.of("b<four"), deliver());
  }

  @Test
  void each_new_vacancy_is_delivered_once_to_each_alert_that_it_meets() {
    store.put(List.of(bakery("b", "p"), bakery("a", "q")), 0);
    arrivals.publish("c1", baker("v1"));
    arrivals.publish("c2", Ads.ad("v2", "Butcher").occupations(Ads.coded("butcher")).build());
    arrivals.publish("c3", baker("v3"));

    assertEquals(List.of("a<v1", "b<v1", "a<v3", "b<v3"), deliver());
    assertEquals(List.of(), deliver());
  }

  @Test
  void an_update_a_repost_another_representative_and_another_cluster_are_not_new() {
    store.put(bakery("a", "p"), 0);
    arrivals.publish("c1", baker("v1"));
    arrivals.publish("c1", baker("v1").toBuilder().title("Baker at once").build());
    assertEquals(List.of("a<v1"), deliver());

    arrivals.publish("c1", baker("v1").toBuilder().title("Baker, better paid").build());
    arrivals.publish("c1", baker("v2"));
    arrivals.publish("c9", baker("v2"));
    arrivals.publish("c9", baker("v4"));
    assertEquals(List.of(), deliver());

    store.put(bakery("b", "q"), 0);
    arrivals.publish("c9", baker("v1"));
    assertEquals(List.of("b<v1"), deliver(), "a new alert has not seen it");
  }

  @Test
  void clusters_that_turn_out_to_be_one_count_as_delivered_to_both_alerts() {
    store.put(Alert.builder("a", "p").sources(Set.of("board")).occupations(Set.of("baker")).build(),
        0);
    store.put(Alert.builder("b", "p").occupations(Set.of("butcher")).build(), 0);
    arrivals.publish("c1", baker("v1"));
    arrivals.publish("c2", Ads.ad("v2", "Butcher").occupations(Ads.coded("butcher")).build());
    assertEquals(List.of("a<v1", "b<v2"), deliver());

    arrivals.publish("c1",
        Ads.ad("v2", "Both").occupations(Ads.coded("butcher", "baker")).build());
    assertEquals(List.of(), deliver());
    assertEquals(1, store.countDelivered());
  }

  @Test
  void an_update_that_newly_meets_an_alert_is_delivered_then() {
    store.put(bakery("a", "p"), 0);
    arrivals.publish("c1", Ads.ad("v1", "Baker").build());
    assertEquals(List.of(), deliver());

    arrivals.publish("c1", baker("v1"));
    assertEquals(List.of("a<v1"), deliver());
  }

  @Test
  void an_alert_is_told_of_what_came_after_it_was_made() {
    arrivals.publish("c1", baker("v1"));
    store.put(bakery("a", "p"), arrivals.latest());
    arrivals.publish("c2", baker("v2"));

    assertEquals(List.of("a<v2"), deliver());
  }

  @Test
  void another_process_may_add_and_remove_alerts_between_deliveries() {
    store.put(bakery("a", "p"), 0);
    arrivals.publish("c1", baker("v1"));
    deliver();

    AlertStore other = store(folder.resolve("home"), NOW);
    other.put(bakery("b", "p"), 1);
    other.remove("a");
    arrivals.publish("c2", baker("v2"));

    assertEquals(List.of("b<v2"), deliver());
  }

  @Test
  void a_changed_alert_does_not_get_again_what_it_got_before() {
    store.put(bakery("a", "p"), 0);
    arrivals.publish("c1", baker("v1"));
    deliver();
    store.put(Alert.builder("a", "p").sources(Set.of("board")).build(), 0);
    arrivals.publish("c1", baker("v1"));
    arrivals.publish("c2", Ads.ad("v2", "Any").build());

    assertEquals(List.of("a<v2"), deliver());
    assertThrows(IllegalArgumentException.class, () -> store.put(bakery("a", "someone else"), 0));
  }

  @Test
  void a_second_writer_is_turned_away_and_a_reader_is_not() {
    store.put(bakery("a", "p"), 0);
    arrivals.publish("c1", baker("v1"));
    AlertStore other = store(folder.resolve("home"), NOW);

    store.deliver(arrivals, batch -> {
      assertEquals(1, other.alerts().size());
      IndexException refused = assertThrows(IndexException.class,
          () -> other.put(bakery("b", "p"), 0));
      assertTrue(String.valueOf(refused.getMessage()).contains("being written"));
    });
    other.put(bakery("b", "p"), 0);
  }

  @Test
  void a_vacancy_that_comes_back_is_new_only_after_it_was_gone_for_long() {
    store.put(bakery("a", "p"), 0);
    arrivals.publish("c1", baker("v1"));
    arrivals.publish("c2", baker("v2"));
    deliver();
    arrivals.open.remove("c1");
    Duration month = Duration.ofDays(30);

    assertEquals(0, pruneAfterDays(0, month), "gone since today");
    assertEquals(0, pruneAfterDays(30, month));
    arrivals.publish("c1", baker("v1"));
    assertEquals(List.of(), deliver());
    assertEquals(0, pruneAfterDays(40, month), "open again");

    arrivals.open.remove("c1");
    assertEquals(0, pruneAfterDays(41, month));
    assertEquals(1, pruneAfterDays(72, month));
    arrivals.publish("c1", baker("v1"));
    arrivals.publish("c2", baker("v2"));
    assertEquals(List.of("a<v1"), deliver());
  }

  private int pruneAfterDays(int days, Duration keep) {
    return store(folder.resolve("home"), NOW.plus(Duration.ofDays(days))).prune(arrivals, keep);
  }

  @Test
  void a_person_goes_without_leaving_a_byte_and_the_others_keep_what_they_have()
      throws IOException {
    store.put(among(search("alert-of-quitting", "person-quitting", "zymurgist"),
        search("second-of-quitting", "person-quitting", "bread"),
        search("alert-staying", "person-staying", "bread")), 0);
    arrivals.publish("c1", Ads.ad("v1", "Bread").build());
    deliver();
    arrivals.publish("c2", Ads.ad("v2", "More bread for a zymurgist").build());
    assertThrows(IllegalStateException.class, () -> store.deliver(arrivals, batch -> {
      throw new IllegalStateException("the pending batch stays in the store");
    }));
    List<String> traces = List.of("person-quitting", "alert-of-quitting", "second-of-quitting",
        "zymurgist");
    traces.forEach(trace -> assertTrue(filesHoldPartOf(trace), trace + " should be there before"));

    ErasureReceipt receipt = store.erasePerson("person-quitting");

    assertEquals(2, receipt.erased());
    assertEquals(NOW, receipt.erasedAt());
    traces.forEach(trace -> assertFalse(filesHold(trace), trace + " is left"));
    assertFalse(filesHoldPartOf("zymurgist"));
    assertTrue(filesHold("person-staying"));
    arrivals.publish("c1", Ads.ad("v1", "Bread again").build());
    assertEquals(List.of("alert-staying<v2"), deliver());
    assertEquals(0, store.erasePerson("person-quitting").erased());
  }

  @Test
  void an_alert_that_is_replaced_leaves_no_byte() {
    store.put(among(search("a", "p", "zymurgist")), 0);
    assertTrue(filesHoldPartOf("zymurgist"));
    store.put(search("a", "p", "bread"), 0);
    assertFalse(filesHoldPartOf("zymurgist"));
  }

  @Test
  void a_vacancy_goes_without_leaving_a_byte_even_of_its_key() {
    store.put(List.of(bakery("a", "p")), 0);
    arrivals.publish("c1", baker("erased-vacancy"));
    for (int i = 2; i < 60; i++) {
      arrivals.publish("c" + i, baker("v" + i));
    }
    deliver();
    VacancyId id = new VacancyId("board", "erased-vacancy");
    assertTrue(filesHoldPartOf(VacancyKeys.of(id)));
    assertFalse(filesHold("erased-vacancy"), "names of vacancies are kept as hashes only");

    assertEquals(1, store.eraseVacancy(id).erased());

    assertFalse(filesHoldPartOf(VacancyKeys.of(id)));
    assertEquals(0, store.eraseVacancy(id).erased());
    arrivals.publish("c2", baker("v2"));
    arrivals.publish("c1", baker("erased-vacancy"));
    assertEquals(List.of("a<erased-vacancy"), deliver());
  }

  @Test
  void a_vacancy_in_a_batch_that_may_not_have_arrived_is_erased_there_too() {
    store.put(List.of(bakery("a", "p")), 0);
    arrivals.publish("c1", baker("erased-vacancy"));
    arrivals.publish("c2", baker("v2"));
    assertThrows(IllegalStateException.class, () -> store.deliver(arrivals, batch -> {
      throw new IllegalStateException("not now");
    }));
    assertTrue(filesHold("erased-vacancy"));

    store.eraseVacancy(new VacancyId("board", "erased-vacancy"));

    assertFalse(filesHold("erased-vacancy"));
    assertEquals(List.of("a<v2"), deliver());
  }

  @Test
  void an_erased_member_does_not_make_the_rest_of_its_cluster_new() {
    store.put(List.of(bakery("a", "p")), 0);
    arrivals.publish("c1", baker("v1"));
    arrivals.publish("c1", baker("v2"));
    deliver();
    store.eraseVacancy(new VacancyId("board", "v1"));
    arrivals.publish("c1", baker("v2"));

    assertEquals(List.of(), deliver());
  }

  /// With so many others that Lucene would not rewrite their files for the sake of a few deleted ones.
  private static List<Alert> among(Alert... alerts) {
    List<Alert> all = new ArrayList<>(List.of(alerts));
    for (int i = 0; i < 60; i++) {
      all.add(search("other" + i, "person" + i, "cheese"));
    }
    return all;
  }

  private static Alert search(String id, String owner, String word) {
    // Stored text is compressed in ten parts; large parts leave whole words in sight.
    Set<String> employers = java.util.stream.IntStream.range(0, 100)
        .mapToObj(i -> "Employer number " + i)
        .collect(java.util.stream.Collectors.toSet());
    Wording wording = new Wording(List.of(word), List.of(), List.of("no " + word));
    return Alert.builder(id, owner)
        .wording(Map.of(Language.EN, wording))
        .excludedEmployers(employers)
        .build();
  }

  /// Compression may cut a word where a part ends: six letters of it are proof enough.
  private boolean filesHoldPartOf(String word) {
    return java.util.stream.IntStream.rangeClosed(0, word.length() - 6)
        .anyMatch(i -> filesHold(word.substring(i, i + 6)));
  }

  private boolean filesHold(String text) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
