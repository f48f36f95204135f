package org.metier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metier.duplicate.Cluster;
import org.metier.home.Home;
import org.metier.index.internal.Fields;
import org.metier.index.internal.Generations;
import org.metier.index.internal.RecordDocument;
import org.metier.index.internal.RecordFields;
import org.metier.index.internal.StoreWriter;
import org.metier.index.internal.StoredRecord;
import org.metier.ledger.LedgerEntry;
import org.metier.ledger.RecordState;
import org.metier.match.internal.RowWriter;
import org.metier.taxonomy.Taxonomy;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.VacancyId;

/// What is wrong in an index is found and named.
class IndexCheckTest {
  private static final Taxonomy TAXONOMY = Market.taxonomy();
  private static final RowWriter ROWS = RowWriter.of(TAXONOMY, TextAnalyzer.create());
  private static final VacancyId SHOWN = new VacancyId("a", "k1");
  private static final VacancyId MERGED = new VacancyId("b", "b1");

  @TempDir
  private Path folder = Path.of("");

  /// Something done to the files behind the index's back.
  private interface Corruption {
    void at(StoreWriter writer) throws IOException;
  }

  private VacancyIndex open() {
    return VacancyIndex.builder(Home.open(folder))
        .taxonomy(TAXONOMY)
        .clock(new SetClock())
        .build();
  }

  @BeforeEach
  void fill() throws IOException {
    try (VacancyIndex index = open()) {
      for (int run = 0; run < 3; run++) {
        index.ingest(new MadeFeeds.Delivered(MadeFeeds.delta("a"), "a",
            List.of(new MadeFeeds.Ad("k1", 101, run / 2), new MadeFeeds.Ad("k2", 102, 0))).feed());
      }
      index.ingest(new MadeFeeds.Delivered(MadeFeeds.delta("b"), "b",
          List.of(new MadeFeeds.Ad("b1", 101, 0))).feed());
      assertEquals(RecordState.MERGED, index.ledger().entry(MERGED).orElseThrow().state());
      assertEquals(List.of(), index.check().findings());
    }
  }

  private void assertFound(String words, Corruption corruption) throws IOException {
    Generations generations = new Generations(Home.open(folder).vacancyIndex());
    try (StoreWriter writer = StoreWriter.open(generations, generations.current(),
        TAXONOMY.id())) {
      corruption.at(writer);
      writer.commit();
    }
    try (VacancyIndex index = open()) {
      List<String> findings = index.check().findings();
      assertTrue(findings.stream().anyMatch(f -> f.contains(words)), findings.toString());
    }
  }

  private static StoredRecord record(StoreWriter writer, VacancyId id) throws IOException {
    return RecordDocument.find(writer.searcher(), id).orElseThrow();
  }

  private static void replace(StoreWriter writer, StoredRecord record) throws IOException {
    writer.replace(RecordFields.id(record.entry().id()), document(record));
  }

  @Test
  void a_cluster_with_two_shown() throws IOException {
    assertFound("has 2 records shown for it", writer -> {
      StoredRecord merged = record(writer, MERGED);
      replace(writer, merged.with(merged.entry()
          .in(String.valueOf(merged.entry().cluster()), RecordState.PUBLISHED, 99)));
    });
  }

  @Test
  void a_cluster_with_nobody_shown() throws IOException {
    assertFound("has 0 records shown for it",
        writer -> writer.delete(new TermQuery(RecordFields.id(SHOWN))));
  }

  @Test
  void a_cluster_that_lists_a_member_too_many() throws IOException {
    assertFound("lists other members", writer -> {
      StoredRecord shown = record(writer, SHOWN);
      Cluster cluster = Objects.requireNonNull(shown.cluster());
      TreeSet<VacancyId> members = new TreeSet<>(cluster.members());
      members.add(new VacancyId("a", "ghost"));
      replace(writer, shown.with(new Cluster(cluster.name(), cluster.representative(), members,
          cluster.firstSeen(), cluster.links())));
    });
  }

  @Test
  void a_record_that_is_kept_twice() throws IOException {
    assertFound("a:k2 is kept 2 times", writer -> writer.add(
        document(record(writer, new VacancyId("a", "k2")))));
  }

  @Test
  void a_run_missing_between_others() throws IOException {
    assertFound("run 2 of a is missing", writer -> writer
        .delete(new TermQuery(new Term(RecordFields.KEY, "run:a:2"))));
  }

  @Test
  void the_newest_run_missing() throws IOException {
    assertFound("run 3 of a is missing, but changed records", writer -> writer
        .delete(new TermQuery(new Term(RecordFields.KEY, "run:a:3"))));
  }

  @Test
  void a_run_that_is_kept_twice() throws IOException {
    assertFound("run 2 of a is kept twice", writer -> writer.add(LedgerDocuments
        .document(LedgerDocuments.runs(writer.searcher(), "a").get(1))));
  }

  @Test
  void a_wrong_state_term() throws IOException {
    assertFound("b:b1 is MERGED by its account, but EXPIRED by the index", writer -> {
      Document document = document(record(writer, MERGED));
      document.removeField(RecordFields.STATE);
      Fields.keyword(document, RecordFields.STATE, RecordState.EXPIRED.name());
      writer.replace(RecordFields.id(MERGED), document);
    });
  }

  @Test
  void a_live_record_without_a_cluster() throws IOException {
    assertFound("a:k2 is PUBLISHED with cluster null", writer -> {
      StoredRecord record = record(writer, new VacancyId("a", "k2"));
      // Written as live, but in no cluster.
      LedgerEntry entry = record.entry();
      replace(writer, record.with(new LedgerEntry(entry.id(), entry.state(), entry.end(),
          entry.reason(), entry.run(), "", entry.firstSeenAt(), entry.changedAt(), null,
          entry.arrival(), null, entry.contentHash())));
    });
  }

  @Test
  void damaged_files() throws IOException {
    Path generation = new Generations(Home.open(folder).vacancyIndex()).current();
    try (var files = Files.list(generation)) {
      Path cut = files.filter(f -> f.toString().endsWith(".cfs")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(cut);
      bytes[bytes.length / 2] ^= 0x55;
      Files.write(cut, bytes);
    }
    try (VacancyIndex index = open()) {
      assertTrue(index.check().findings().getFirst().contains("damaged files"));
    }
  }

  @Test
  void a_generation_left_over_and_a_lost_commit() throws IOException {
    Files.createDirectories(folder.resolve("vacancies/generation-000007"));
    try (VacancyIndex index = open()) {
      assertTrue(index.check().findings().toString().contains("neither in service"));
    }
    Path generation = new Generations(Home.open(folder).vacancyIndex()).current();
    try (var files = Files.list(generation)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments_"))
          .toList()) {
        Files.delete(file);
      }
    }
    try (VacancyIndex index = open()) {
      assertTrue(index.check().findings().toString().contains("lost its newest commit"));
    }
  }

  private static Document document(StoredRecord record) {
    return RecordDocument.of(record, record.entry().state().isLive() ? record.advert() : null,
        ROWS);
  }
}
