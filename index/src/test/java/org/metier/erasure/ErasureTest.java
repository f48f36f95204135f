package org.metier.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.alert.Alert;
import org.metier.alert.AlertStore;
import org.metier.alert.Arrival;
import org.metier.alert.Arrivals;
import org.metier.coding.Correction;
import org.metier.duplicate.Ruling;
import org.metier.feed.Feed;
import org.metier.feed.Source;
import org.metier.home.Home;
import org.metier.index.Market;
import org.metier.index.ProfileStore;
import org.metier.index.VacancyIndex;
import org.metier.ledger.Decision;
import org.metier.ledger.EndReason;
import org.metier.ledger.RecordEnd;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;

/// Whatever was erased is in no file of the home any more, and in no document that a file holds in packed
/// form.
class ErasureTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.create();
  private static final Clock CLOCK = Clock.fixed(Market.NOW, ZoneOffset.UTC);
  private static final String TEXT = "You bake bread for our three shops in the old town and look"
      + " after the ovens of the night shift while a team that laughs a lot decorates cakes ";

  @TempDir
  private Path folder = Path.of("");

  private Home home() {
    return Home.open(folder.resolve("home"));
  }

  private VacancyIndex index() {
    return VacancyIndex.builder(home())
        .taxonomy(TAXONOMY)
        .analyzer(ANALYZER)
        .clock(CLOCK)
        .batchRecords(5)
        .build();
  }

  private AlertStore alerts() {
    return AlertStore.open(home(), TAXONOMY, ANALYZER, CLOCK);
  }

  private Erasure erasure() {
    return Erasure.of(home(), TAXONOMY, ANALYZER, CLOCK);
  }

  private static String line(String key, String title, String words) {
    return "{\"metier\":1,\"key\":\"" + key + "\",\"title\":\"" + title
        + "\",\"language\":\"en\",\"employer\":\"Old Mill\",\"workplaces\":[{\"city\":\"Amberly\","
        + "\"country\":\"NL\"}],\"description\":\"" + TEXT + words + "\"}\n";
  }

  private static Feed feed(String source, String... lines) {
    return Feed.of(Source.of(source), source,
        new ByteArrayInputStream(String.join("", lines).getBytes(StandardCharsets.UTF_8))).build();
  }

  /// Brings the arrivals of an index to alerts.
  private record OfIndex(VacancyIndex index) implements Arrivals {
    @Override
    public List<Arrival> publishedSince(long after, int limit) {
      return index.arrivalsAfter(after, limit)
          .stream()
          .map(a -> new Arrival(a.number(), a.cluster(), a.vacancy()))
          .toList();
    }

    @Override
    public void forEachOpen(java.util.function.Consumer<String> cluster) {
      index.arrivalsAfter(0, 10_000).forEach(a -> cluster.accept(a.cluster()));
    }
  }

  @Test
  void a_vacancy_is_erased_from_index_ledger_clusters_decisions_generations_and_alerts()
      throws IOException {
    String key = "zanzibarkey";
    VacancyId id = new VacancyId("a", key);
    VacancyId twin = new VacancyId("b", "twin");
    try (VacancyIndex index = index()) {
      // Its key is in the ledger too: one of its records is rejected, one has a bad date.
      index.ingest(feed("a",
          "{\"metier\":1,\"key\":\"" + key + "\"}\n",
          line(key, "Baker", "zanzibarword"),
          line(key, "Baker zanzibartitle", "zanzibarword").replace("\"title\"",
              "\"validThrough\":\"zanzibardate\",\"title\""),
          line("other", "Cook", "and other words").replace("Amberly", "Elsewhere")));
      index.ingest(feed("b", line("twin", "Baker zanzibartitle", "zanzibarword")
          .replace("zanzibartitle", "")
          .replace("zanzibarword", "")));
      index.decide(new Decision.Corrected(new Correction(id, "pastry", "editor", Market.NOW)));
      index.decide(new Decision.Ruled(new Ruling(id, twin, Ruling.Verdict.BELONG_TOGETHER),
          "editor", Market.NOW));
      index.recode();
      alerts().put(Alert.builder("mine", "person").sources(Set.of("a", "b")).build(), 0);
      alerts().deliver(new OfIndex(index), _ -> {});
      for (String word : List.of(key, "zanzibartitle", "zanzibarword", "zanzibardate")) {
        assertFalse(places(word).isEmpty(), word + " is not there to begin with");
      }
      assertTrue(places(key).size() > 4, "the key is in few places: " + places(key));

      Erased erased = erasure().eraseVacancy(id, "editor");

      assertEquals(2, erased.erased());
      assertEquals(List.of(Erased.Store.ALERTS, Erased.Store.VACANCIES),
          erased.parts().stream().map(Erased.Part::store).toList());
      assertEquals(Set.of(), places("zanzibar"));
      assertEquals(List.of(), index.check().findings());
      assertTrue(index.find(twin).isPresent());
      var again = index.ingest(feed("a", line(key, "Baker zanzibartitle", "zanzibarword")));
      assertEquals(Map.of(RecordEnd.REJECTED, 1), again.ends());
      assertEquals(Map.of(EndReason.ERASED, 1), again.reasons());
      assertEquals(Set.of(), places("zanzibar"));
      index.recode();
      index.goBack();
      assertEquals(Set.of(), places("zanzibar"));
    }
  }

  @Test
  void a_vacancy_that_was_not_there_yet_is_refused_when_it_comes() throws IOException {
    assertEquals(0, erasure().eraseVacancy(new VacancyId("a", "1"), "editor").erased());
    try (VacancyIndex index = index()) {
      assertEquals(Map.of(RecordEnd.REJECTED, 1),
          index.ingest(feed("a", line("1", "Baker", ""))).ends());
    }
  }

  @Test
  void a_person_is_erased_from_profiles_and_alerts() throws IOException {
    try (ProfileStore profiles = ProfileStore.open(home(), TAXONOMY, CLOCK);
        VacancyIndex index = index()) {
      profiles.put(Market.profile("zanzibar-person", List.of("s1"), List.of("baker")));
      profiles.put(Market.profile("other-person", List.of("s1"), List.of("baker")));
      alerts()
          .put(List.of(Alert.builder("zanzibar-1", "zanzibar-person").sources(Set.of("a")).build(),
              Alert.builder("zanzibar-2", "zanzibar-person").sources(Set.of("b")).build(),
              Alert.builder("other", "other-person").sources(Set.of("a")).build()), 0);
      index.ingest(feed("a", line("1", "Baker", "")));
      alerts().deliver(new OfIndex(index), _ -> {});
      assertFalse(places("zanzibar").isEmpty());

      Erased erased = erasure().erasePerson("zanzibar-person");

      assertEquals(3, erased.erased());
      assertEquals(64, erased.keySha256().length());
      assertEquals(Set.of(), places("zanzibar"));
      assertTrue(profiles.find("other-person").isPresent());
      assertEquals(1, alerts().alerts().size());
      assertEquals(0, erasure().erasePerson("zanzibar-person").erased());
    }
  }

  @RepeatedTest(6)
  void whoever_is_erased_in_whatever_order_leaves_nothing_and_takes_nobody_along(
      RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    try (VacancyIndex index = index()) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        // Four advertisements of each job.
        lines.add(line("key" + name(i), "Baker of " + name(100 + i / 4), "words" + name(i)));
      }
      java.util.Collections.shuffle(lines, random);
      index.ingest(feed("a", lines.toArray(String[]::new)));
      index.recode();
      index.ingest(feed("a", line("key" + name(3), "Cook", "words" + name(3))));
      Set<Integer> left = new TreeSet<>();
      for (int i = 0; i < 24; i++) {
        left.add(i);
      }
      for (int i = 0; i < 5; i++) {
        int gone = random.nextInt(24);
        Erased erased = erasure().eraseVacancy(new VacancyId("a", "key" + name(gone)), "editor");
        assertEquals(left.remove(gone) ? 1 : 0, erased.erased());
        assertEquals(Set.of(), places("key" + name(gone)));
        assertEquals(Set.of(), places("words" + name(gone)));
        assertEquals(List.of(), index.check().findings());
      }
      for (int i : left) {
        assertTrue(index.find(new VacancyId("a", "key" + name(i))).isPresent());
      }
    }
  }

  /// A name that is no part of another one.
  private static String name(int number) {
    return "q" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "q";
  }

  /// Where a text stands in the home: in the bytes of files, and unpacked, in terms, stored fields and
  /// values of documents of every index. Case does not matter.
  private Set<String> places(String text) throws IOException {
    Set<String> places = new TreeSet<>();
    try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
      for (Path file : all.toList()) {
        if (Files.isRegularFile(file)) {
          note(places, text, "file " + file.getFileName(),
              Files.readString(file, StandardCharsets.ISO_8859_1));
        } else {
          inIndex(places, text, file);
        }
      }
    }
    return places;
  }

  private static void note(Set<String> places, String text, String place, String found) {
    if (found.toLowerCase(java.util.Locale.ROOT).contains(text)) {
      places.add(place);
    }
  }

  private static void inIndex(Set<String> places, String text, Path index) throws IOException {
    try (FSDirectory directory = FSDirectory.open(index)) {
      if (!DirectoryReader.indexExists(directory)) {
        return;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (LeafReaderContext leaf : reader.leaves()) {
          String place = index.getFileName() + " ";
          // Documents that are marked as deleted are read too.
          for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
            Document document = leaf.reader().storedFields().document(doc);
            document.forEach(field -> note(places, text, place + "stored " + field.name(),
                String.valueOf(field.stringValue())));
          }
          for (FieldInfo field : FieldInfos.getMergedFieldInfos(leaf.reader())) {
            inField(places, text, place + field.name, leaf, field.name);
          }
        }
      }
    }
  }

  private static void inField(Set<String> places, String text, String place,
      LeafReaderContext leaf, String field) throws IOException {
    if (leaf.reader().terms(field) != null) {
      TermsEnum terms = leaf.reader().terms(field).iterator();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        note(places, text, place, new String(term.bytes, term.offset, term.length,
            StandardCharsets.ISO_8859_1));
      }
    }
    SortedDocValues values = leaf.reader()
        .getFieldInfos()
        .fieldInfo(field)
        .getDocValuesType() == org.apache.lucene.index.DocValuesType.SORTED
            ? leaf.reader().getSortedDocValues(field)
            : null;
    for (int i = 0; values != null && i < values.getValueCount(); i++) {
      note(places, text, place + " value", values.lookupOrd(i).utf8ToString());
    }
  }
}
