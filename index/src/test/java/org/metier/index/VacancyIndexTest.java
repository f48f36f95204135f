package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.feed.Delivery;
import org.metier.feed.Feed;
import org.metier.feed.FeedException;
import org.metier.feed.FeedProblem;
import org.metier.feed.Source;
import org.metier.home.Home;
import org.metier.home.HomeException;
import org.metier.ledger.EndReason;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordEnd;
import org.metier.ledger.Run;
import org.metier.ledger.RunState;
import org.metier.place.GeoPoint;
import org.metier.place.Place;
import org.metier.place.PlacePrecision;
import org.metier.place.PlacesImport;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.Language;
import org.metier.vacancy.Vacancy;
import org.metier.vacancy.VacancyId;

class VacancyIndexTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final String BAKER = Market.offer("1", "Boulanger", "Savoir1 et savoir2.");
  private static final String BUTCHER = Market.offer("2", "Boucher", "Savoir3.");

  @TempDir
  Path folder;

  private VacancyIndex open() {
    return open(TAXONOMY);
  }

  private VacancyIndex open(Taxonomy taxonomy) {
    return VacancyIndex.builder(Home.open(folder))
        .taxonomy(taxonomy)
        .clock(Clock.fixed(Market.NOW, ZoneOffset.UTC))
        .build();
  }

  @Test
  void an_index_never_written_to_is_empty() {
    try (VacancyIndex index = open()) {
      assertEquals(0, index.count());
      assertEquals(0, index.countOpen());
      assertEquals(0, index.generation());
      assertTrue(index.find(new VacancyId("test", "1")).isEmpty());
      assertEquals(0, index.erase(new VacancyId("test", "1"), "editor").erased());
    }
  }

  @Test
  void workplaces_are_found_in_the_gazetteer_of_the_home() throws IOException {
    Path towns = Files.writeString(folder.resolveSibling(folder.getFileName() + "-towns.csv"),
        "name,country,latitude,longitude\nNowhere-on-Sea,FR,50.5,1.5\n");
    PlacesImport.of(List.of(towns)).into(Home.open(folder));
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER.replaceFirst("\\{",
          "{\"lieuTravail\":{\"libelle\":\"62 - NOWHERE ON SEA\"},"))).build());
      Place place = index.find(new VacancyId("test", "1")).orElseThrow().workplaces().getFirst();
      assertEquals(new GeoPoint(50.5, 1.5), place.point());
      assertEquals(PlacePrecision.TOWN, place.precision());
    } finally {
      Files.delete(towns);
    }
  }

  @Test
  void the_same_feed_twice_changes_no_vacancy() throws IOException {
    try (VacancyIndex index = open()) {
      String feed = Market.offers(BAKER, BUTCHER);
      Run first = index.ingest(Market.feed(feed).build());
      List<VacancyId> ids = index.ids();
      LedgerEntry entry = index.ledger().entry(ids.getFirst()).orElseThrow();
      Run second = index.ingest(Market.feed(feed).build());

      assertEquals(Map.of(RecordEnd.PUBLISHED, 2), first.ends());
      assertEquals(Map.of(RecordEnd.UNCHANGED, 2), second.ends());
      assertEquals(2, second.number());
      assertEquals(ids, index.ids());
      assertEquals(entry, index.ledger().entry(ids.getFirst()).orElseThrow());
    }
  }

  @Test
  void a_key_that_two_records_of_a_full_feed_share_loses_neither() throws IOException {
    try (VacancyIndex index = open()) {
      String other = Market.offer("1", "Pâtissier", "Savoir20, savoir21 et savoir22.");
      Run first = index.ingest(full(Market.offers(BAKER, BAKER, other, BUTCHER)));
      List<VacancyId> ids = index.ids();
      Run second = index.ingest(full(Market.offers(other, BUTCHER, BAKER, BAKER)));

      assertEquals(Map.of(RecordEnd.PUBLISHED, 3, RecordEnd.MERGED, 1), first.ends());
      assertEquals(Map.of(EndReason.NEW_KEY, 2, EndReason.SHARED_KEY, 1,
          EndReason.REPEATED_RECORD, 1), first.reasons());
      assertEquals(3, ids.size());
      assertEquals(Map.of(RecordEnd.UNCHANGED, 3, RecordEnd.MERGED, 1), second.ends());
      assertEquals(ids, index.ids());
    }
  }

  @Test
  void in_a_delta_the_later_record_of_a_key_counts() throws IOException {
    try (VacancyIndex index = open()) {
      String other = Market.offer("1", "Pâtissier", "Savoir20.");
      Run run = index.ingest(Market.feed(Market.offers(BAKER, other)).build());
      assertEquals(Map.of(RecordEnd.PUBLISHED, 1, RecordEnd.UPDATED, 1), run.ends());
      assertEquals("Pâtissier", index.find(new VacancyId("test", "1")).orElseThrow().title());
    }
  }

  private static Feed full(String text) {
    return Feed.of(Source.of("test").withDelivery(Delivery.FULL), "feed",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).build();
  }

  @Test
  void a_changed_vacancy_replaces_the_former_one() throws IOException {
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER, BUTCHER)).build());
      Run report = index
          .ingest(Market.feed(Market.offers(BAKER.replace("Boulanger", "Chef boulanger"))).build());
      assertEquals(Map.of(RecordEnd.UPDATED, 1), report.ends());
      assertEquals(2, index.count());
      assertEquals("Chef boulanger", index.find(new VacancyId("test", "1")).orElseThrow().title());
    }
  }

  @Test
  void a_vacancy_comes_back_as_it_went_in() throws IOException {
    try (VacancyIndex index = open()) {
      Vacancy vacancy = Market.random(7, new Random(7));
      index.put(List.of(vacancy));
      assertEquals(vacancy, index.find(vacancy.id()).orElseThrow());
      assertEquals(List.of(vacancy.id()), index.ids());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><body>503</body></html>", "{\"resultats\": [{\"id\": \"9\",",
    "{\"error\": 1}", "\u0000\u0001"})
  void a_feed_that_cannot_be_read_changes_no_vacancy_and_is_in_the_ledger(String bad)
      throws IOException {
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER)).build());
      assertThrows(FeedException.class,
          () -> index.ingest(Market.feed(bad).format("francetravail").build()));
      assertEquals(1, index.count());
      assertEquals(RunState.UNREADABLE, index.ledger().runs("test").getLast().state());
      assertEquals(Map.of(RecordEnd.UNCHANGED, 1),
          index.ingest(Market.feed(Market.offers(BAKER)).build()).ends());
    }
  }

  @Test
  void a_feed_that_breaks_off_leaves_what_it_brought_and_withdraws_nothing() throws IOException {
    try (VacancyIndex index = open()) {
      index.ingest(full(Market.offers(BAKER, BUTCHER)));
      Run run = index
          .ingest(full("{\"resultats\": [" + BAKER.replace("Boulanger", "Chef") + ", {"));
      assertEquals(RunState.CUT_OFF, run.state());
      assertTrue(String.valueOf(run.message()).contains("cut off"), run.message());
      assertEquals(Map.of(RecordEnd.UPDATED, 1), run.ends());
      assertEquals(2, index.count());
    }
  }

  @RepeatedTest(20)
  void every_record_received_is_accounted_for(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition());
    try (VacancyIndex index = open()) {
      Set<String> keys = new HashSet<>();
      for (int feed = 0; feed < 3; feed++) {
        int size = random.nextInt(30);
        int unusable = 0;
        String[] offers = new String[size];
        for (int i = 0; i < size; i++) {
          String key = "k" + random.nextInt(20);
          boolean isUsable = random.nextInt(5) > 0;
          offers[i] = isUsable
              ? Market.offer(key, "Titre " + random.nextInt(3), "savoir" + random.nextInt(3))
              : List.of("{\"id\": \"" + key + "\"}", "17", "{}").get(random.nextInt(3));
          unusable += isUsable ? 0 : 1;
          if (isUsable) {
            keys.add("test:" + key);
          }
        }
        Run report = index
            .ingest(Market.feed(Market.offers(offers)).format("francetravail").build());
        assertEquals(size, report.received());
        assertEquals(size, report.ends().values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(unusable, report.count(RecordEnd.REJECTED));
        assertEquals(unusable, index.ledger().rejections("test").size());
      }
      assertEquals(0, index.ledger().balances().getFirst().difference());
      assertEquals(List.of(), index.check().findings());
      assertEquals(keys.stream().sorted().toList(),
          index.ids().stream().map(VacancyId::toString).sorted().toList());
    }
  }

  @Test
  void the_report_names_places_and_counts_fields() throws IOException {
    try (VacancyIndex index = open()) {
      Run report = index
          .ingest(Market.feed(Market.offers(BAKER, "{\"id\": \"5\"}")).build());
      FeedProblem problem = report.examples().getFirst();
      assertEquals("record 2 (line 2) (5): \"intitule\" is \"\"; expected the title of the position"
          + " [MISSING_TITLE]", problem.toString());
      assertEquals(1, report.coverage().get("description"));
      assertEquals(0, report.coverage().get("salary"));
    }
  }

  @Test
  void the_newest_arrival_is_the_one_that_all_before_now_come_up_to() {
    try (VacancyIndex index = open()) {
      assertEquals(0, index.latestArrival());
      index.put(List.of(Market.vacancy("a", "Baker of bread").build(),
          Market.vacancy("b", "Butcher of the town").build()));
      long known = index.latestArrival();
      assertEquals(known, index.arrivalsAfter(0, 10).getLast().number());
      assertEquals(List.of(), index.arrivalsAfter(known, 10));

      index.erase(new VacancyId("test", "b"), "editor");
      assertEquals(known, index.latestArrival());
      index.put(List.of(Market.vacancy("c", "Nurse at night").build()));
      assertEquals(List.of("c"), index.arrivalsAfter(known, 10)
          .stream()
          .map(arrival -> arrival.vacancy().id().key())
          .toList());
      index.recode();
      assertEquals(known + 1, index.latestArrival());
    }
  }

  @Test
  void erasing_leaves_no_trace_in_the_files() throws IOException {
    String secret = "zanzibarowicz";
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER, Market.offer(secret + "key", "Chef " + secret,
          secret), BUTCHER)).build());
      assertTrue(isAnywhere(secret), "the test looks for what is there to begin with");
      ErasureReceipt receipt = index.erase(new VacancyId("test", secret + "key"), "editor");

      assertEquals(1, receipt.erased());
      assertEquals(Market.NOW, receipt.erasedAt());
      assertEquals(index.generation(), receipt.generation());
      assertEquals(64, receipt.keySha256().length());
      assertFalse(isAnywhere(secret));
      assertEquals(2, index.count());
      assertTrue(index.find(new VacancyId("test", secret + "key")).isEmpty());
    }
  }

  @Test
  void erasing_clears_what_updates_left_behind() throws IOException {
    String secret = "zanzibarowicz";
    try (VacancyIndex index = open()) {
      String[] offers = new String[50];
      for (int i = 0; i < offers.length; i++) {
        offers[i] = Market.offer("k" + i, "Titre", i == 30 ? secret : "texte");
      }
      index.ingest(Market.feed(Market.offers(offers)).build());
      index.ingest(Market.feed(Market.offers(Market.offer("k30", "Titre", "autre"))).build());
      index.erase(new VacancyId("test", "k7"), "editor");
      assertFalse(isAnywhere(secret));
      assertEquals(49, index.count());
    }
  }

  @Test
  void an_index_coded_with_another_taxonomy_is_not_written_to_but_can_be_erased_from()
      throws IOException {
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER)).build());
    }
    Taxonomy other = Taxonomy.builder()
        .skill("x", false, null)
        .labels("x", Language.EN, List.of("x"))
        .build();
    try (VacancyIndex index = open(other)) {
      var e = assertThrows(IndexException.class,
          () -> index.ingest(Market.feed(Market.offers(BUTCHER)).build()));
      assertTrue(
          Market.message(e).contains("another taxonomy") && Market.message(e).contains("recode"),
          Market.message(e));
      assertEquals(1, index.count());
      assertEquals(1, index.erase(new VacancyId("test", "1"), "editor").erased());
    }
  }

  @Test
  void a_home_that_is_being_written_to_is_left_alone() throws IOException {
    Home home = Home.open(folder);
    try (VacancyIndex index = open(); Home.WriteLock _ = home.lock()) {
      assertThrows(HomeException.class,
          () -> index.ingest(Market.feed(Market.offers(BAKER)).build()));
      assertEquals(0, index.count());
    }
  }

  @Test
  void a_reader_sees_what_another_one_wrote() throws IOException {
    try (VacancyIndex reader = open(); VacancyIndex writer = open()) {
      assertEquals(0, reader.count());
      writer.ingest(Market.feed(Market.offers(BAKER)).build());
      assertEquals(1, reader.count());
      writer.ingest(Market.feed(Market.offers(BAKER, BUTCHER)).build());
      assertEquals(2, reader.count());
    }
  }

  @Test
  void a_damaged_index_says_what_to_do() throws IOException {
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER)).build());
    }
    try (Stream<Path> all = Files.walk(folder.resolve("vacancies"))) {
      for (Path file : all.filter(f -> f.getFileName().toString().startsWith("segments_"))
          .toList()) {
        Files.write(file, new byte[40]);
      }
    }
    try (VacancyIndex index = open()) {
      var e = assertThrows(IndexException.class, index::count);
      assertTrue(Market.message(e).contains("ingest the feeds"), Market.message(e));
    }
  }

  private boolean isAnywhere(String text) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }
}
