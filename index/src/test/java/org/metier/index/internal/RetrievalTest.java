package org.metier.index.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// The best entries of many equal ones.
class RetrievalTest {
  private static final int TERMS = 6;
  private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE,
      new SortField(Fields.ID, SortField.Type.STRING));

  /// An entry and the terms that it has.
  private record Entry(String id, Set<String> terms) {}

  @RepeatedTest(60)
  void the_best_are_those_that_sorting_all_by_score_and_id_puts_first(RepetitionInfo run)
      throws IOException {
    Random random = new Random(run.getCurrentRepetition());
    List<Entry> entries = entries(random, 50 + random.nextInt(2_000));
    int limit = 1 + random.nextInt(200);
    Query likeness = likeness(random);
    Query filter = random.nextBoolean()
        ? MatchAllDocsQuery.INSTANCE
        : new TermQuery(new Term(Fields.SKILL, "t0")); // a third of all: evaluated first
    try (Directory directory = index(entries, random, "t5");
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new SteadySearcher(reader);
      Query both = new BooleanQuery.Builder().add(likeness, Occur.MUST)
          .add(filter, Occur.FILTER)
          .build();
      List<Integer> expected = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(both, limit, BEST_FIRST).scoreDocs) {
        expected.add(hit.doc);
      }
      assertEquals(expected, Retrieval.find(searcher, likeness, filter, limit)
          .stream()
          .map(Retrieval.Found::doc)
          .toList());
    }
  }

  @RepeatedTest(20)
  void the_order_of_the_entries_in_the_index_does_not_matter(RepetitionInfo run)
      throws IOException {
    Random random = new Random(run.getCurrentRepetition());
    List<Entry> entries = entries(random, 600);
    Query likeness = likeness(random);
    List<String> first = ids(entries, random, likeness);
    Collections.shuffle(entries, random);
    assertEquals(first, ids(entries, random, likeness));
  }

  @Test
  void of_entries_that_are_all_alike_the_first_by_id_are_the_best() throws IOException {
    List<Entry> alike = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      alike.add(new Entry("e%05d".formatted(i), Set.of("t1")));
    }
    Collections.shuffle(alike, new Random(1));
    Query likeness = new TermQuery(new Term(Fields.SKILL, "t1"));
    assertEquals(List.of("e00000", "e00001", "e00002", "e00003", "e00004"),
        ids(alike, new Random(1), likeness).subList(0, 5));
  }

  private static List<String> ids(List<Entry> entries, Random random, Query likeness)
      throws IOException {
    try (Directory directory = index(entries, random, null);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      List<String> ids = Retrieval
          .find(new IndexSearcher(reader), likeness, MatchAllDocsQuery.INSTANCE, 25)
          .stream()
          .map(Retrieval.Found::id)
          .toList();
      assertTrue(!ids.isEmpty());
      return ids;
    }
  }

  /// Few terms, so that many entries score the same.
  private static List<Entry> entries(Random random, int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Set<String> terms = new java.util.TreeSet<>();
      for (int k = random.nextInt(4); k >= 0; k--) {
        terms.add("t" + random.nextInt(TERMS));
      }
      entries.add(new Entry("e" + random.nextInt(1_000) + "-" + i, terms));
    }
    return entries;
  }

  private static Query likeness(Random random) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (int term = 0; term < TERMS; term++) {
      any.add(new BoostQuery(new TermQuery(new Term(Fields.SKILL, "t" + term)),
          1 + random.nextInt(3)), Occur.SHOULD);
    }
    return any.build();
  }

  /// In several segments.
  private static Directory index(List<Entry> entries, Random random, @Nullable String deleted)
      throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory,
        new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (Entry entry : entries) {
        Document document = new Document();
        entry.terms.forEach(term -> Fields.keyword(document, Fields.SKILL, term));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(entry.id)));
        writer.addDocument(document);
        if (random.nextInt(200) == 0) {
          writer.flush();
        }
      }
      if (deleted != null) {
        writer.deleteDocuments(new Term(Fields.SKILL, deleted));
      }
    }
    return directory;
  }
}
