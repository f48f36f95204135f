package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metier.feed.FeedException;
import org.metier.feed.FeedProblem;
import org.metier.feed.ProblemCode;
import org.metier.home.Home;
import org.metier.home.HomeException;
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
      assertEquals(0, index.erase(new VacancyId("test", "1")).erased());
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
  void the_same_feed_twice_changes_nothing() throws IOException {
    try (VacancyIndex index = open()) {
      String feed = Market.offers(BAKER, BUTCHER);
      IngestReport first = index.ingest(Market.feed(feed).build());
      Map<String, Long> files = files();
      long generation = index.generation();
      IngestReport second = index.ingest(Market.feed(feed).build());

      assertEquals(2, first.added());
      assertEquals(2, second.unchanged());
      assertEquals(generation, index.generation());
      assertEquals(files, files());
    }
  }

  @Test
  void the_same_feed_in_another_order_with_key_conflicts_changes_nothing_the_second_time()
      throws IOException {
    try (VacancyIndex index = open()) {
      String feed = Market.offers(BAKER, BAKER, BAKER.replace("Boulanger", "Pâtissier"), BUTCHER);
      IngestReport first = index.ingest(Market.feed(feed).build());
      long generation = index.generation();
      IngestReport second = index.ingest(Market.feed(feed).build());

      assertEquals(2, first.added());
      assertEquals(2, first.rejected());
      assertEquals(Map.of(ProblemCode.REPEATED_KEY, 1, ProblemCode.CONFLICTING_KEY, 1),
          first.problems());
      assertEquals("record 3 (line 3)", first.examples().get(1).place());
      assertEquals("the key of record 1 (line 1) with other content",
          first.examples().get(1).found());
      assertEquals(generation, index.generation());
      assertEquals(2, second.unchanged());
      assertEquals("Boulanger", index.find(new VacancyId("test", "1")).orElseThrow().title());
    }
  }

  @Test
  void a_changed_vacancy_replaces_the_former_one() throws IOException {
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER, BUTCHER)).build());
      IngestReport report = index
          .ingest(Market.feed(Market.offers(BAKER.replace("Boulanger", "Chef boulanger"))).build());
      assertEquals(1, report.updated());
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
    "{\"resultats\": [{\"id\": \"9\", \"intitule\": \"Chef\", \"description\": \"x\"}, {",
    "{\"error\": 1}", "\u0000\u0001"})
  void a_feed_that_fails_leaves_the_index_as_it_was(String bad) throws IOException {
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER)).build());
      Map<String, Long> files = files();
      assertThrows(FeedException.class,
          () -> index.ingest(Market.feed(bad).format("francetravail").build()));
      assertEquals(1, index.count());
      assertEquals(files, files());
      assertEquals(1, index.ingest(Market.feed(Market.offers(BAKER)).build()).unchanged());
    }
  }

  @Test
  void a_failing_first_feed_leaves_an_empty_index() {
    try (VacancyIndex index = open()) {
      assertThrows(FeedException.class, () -> index.ingest(
          Market.feed("{\"resultats\": [" + BAKER).format("francetravail").build()));
      assertEquals(0, index.count());
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
        IngestReport report = index
            .ingest(Market.feed(Market.offers(offers)).format("francetravail").build());
        int repeated = report.problems().getOrDefault(ProblemCode.REPEATED_KEY, 0)
            + report.problems().getOrDefault(ProblemCode.CONFLICTING_KEY, 0);
        assertEquals(size, report.received());
        assertEquals(size, report.indexed() + report.rejected());
        assertEquals(unusable + repeated, report.rejected());
        assertEquals(keys.size(), index.count());
      }
      assertEquals(keys.stream().sorted().toList(),
          index.ids().stream().map(VacancyId::toString).sorted().toList());
    }
  }

  @Test
  void the_report_names_places_and_counts_fields() throws IOException {
    try (VacancyIndex index = open()) {
      IngestReport report = index
          .ingest(Market.feed(Market.offers(BAKER, "{\"id\": \"5\"}")).build());
      FeedProblem problem = report.examples().getFirst();
      assertEquals("record 2 (line 2) (5): \"intitule\" is \"\"; expected the title of the position"
          + " [MISSING_TITLE]", problem.toString());
      assertEquals(1, report.coverage().get("description"));
      assertEquals(0, report.coverage().get("salary"));
    }
  }

  @Test
  void erasing_leaves_no_trace_in_the_files() throws IOException {
    String secret = "zanzibarowicz";
    try (VacancyIndex index = open()) {
      index.ingest(Market.feed(Market.offers(BAKER, Market.offer(secret + "key", "Chef " + secret,
          secret), BUTCHER)).build());
      assertTrue(isAnywhere(secret), "the test looks for what is there to begin with");
      ErasureReceipt receipt = index.erase(new VacancyId("test", secret + "key"));

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
      index.erase(new VacancyId("test", "k7"));
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
          Market.message(e).contains("another taxonomy") && Market.message(e).contains("ingest"),
          Market.message(e));
      assertEquals(1, index.count());
      assertEquals(1, index.erase(new VacancyId("test", "1")).erased());
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
    try (Stream<Path> all = Files.list(folder.resolve("vacancies"))) {
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

  private Map<String, Long> files() throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder.resolve("vacancies"))) {
      for (Path file : all.toList()) {
        sizes.put(file.getFileName().toString(), Files.size(file));
      }
    }
    return sizes;
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
