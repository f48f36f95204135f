package org.metier.index.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TermPlacesTest {
  private static final String SKILL = "skill";
  private static final int MAX_TERMS = 10_000;

  private final Directory directory = new ByteBuffersDirectory();
  private final IndexWriter writer = writer();

  private IndexWriter writer() {
    try {
      return new IndexWriter(directory,
          new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void write_one() throws IOException {
    write("a", "b");
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  private void write(String... skills) throws IOException {
    Document document = new Document();
    for (String skill : skills) {
      document.add(new StringField(SKILL, skill, Field.Store.NO));
    }
    writer.addDocument(document);
  }

  private static Term term(String skill) {
    return new Term(SKILL, skill);
  }

  private static List<String> found(IndexSearcher searcher, Query query) throws IOException {
    List<String> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, 1_000).scoreDocs) {
      found.add(hit.doc + " " + hit.score);
    }
    return found;
  }

  private static int count(DirectoryReader reader, String skill) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    return searcher.count(TermPlaces.query(searcher, term(skill)));
  }

  /// Over several segments, some without the term, and with entries deleted; asked twice, for the second answer comes
  /// from what is kept.
  @RepeatedTest(40)
  void a_known_place_finds_what_lucene_finds(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    for (int state = 0; state < 4; state++) {
      for (int i = random.nextInt(20); i >= 0; i--) {
        write("s" + random.nextInt(8), "s" + random.nextInt(8), "t" + random.nextInt(100));
      }
      writer.deleteDocuments(term("t" + random.nextInt(100)));
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int asked = 0; asked < 20; asked++) {
          Term term = term("s" + random.nextInt(9));
          assertEquals(found(searcher, new TermQuery(term)),
              found(searcher, TermPlaces.query(searcher, term)), term::text);
        }
      }
    }
  }

  @Test
  void a_place_is_found_once_for_a_state_of_the_index() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      TermQuery first = TermPlaces.query(new IndexSearcher(reader), term("a"));
      assertSame(first.getTermStates(),
          TermPlaces.query(new IndexSearcher(reader), term("a")).getTermStates());
      assertNotSame(first.getTermStates(),
          TermPlaces.query(new IndexSearcher(reader), term("b")).getTermStates());
    }
  }

  @Test
  void another_state_of_the_index_has_places_of_its_own() throws IOException {
    try (DirectoryReader before = DirectoryReader.open(writer)) {
      assertEquals(1, count(before, "a"));
      assertEquals(0, count(before, "c"));
      write("a", "c");
      try (DirectoryReader after = Objects
          .requireNonNull(DirectoryReader.openIfChanged(before, writer))) {
        assertEquals(2, count(after, "a"));
        assertEquals(1, count(after, "c"));
        assertEquals(1, count(before, "a"));
        IndexSearcher searcher = new IndexSearcher(after);
        assertTrue(
            Objects.requireNonNull(TermPlaces.query(searcher, term("a")).getTermStates())
                .wasBuiltFor(searcher.getTopReaderContext()),
            "what was kept is of the other state");
      }
    }
  }

  @Test
  void terms_that_nothing_has_fill_no_memory() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      assertNotSame(TermPlaces.query(searcher, term("none")).getTermStates(),
          TermPlaces.query(searcher, term("none")).getTermStates());
    }
  }

  @Test
  void beyond_ten_thousand_terms_each_is_found_anew() throws IOException {
    for (int i = 0; i < MAX_TERMS; i++) {
      write("n" + i);
    }
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (int i = 0; i < MAX_TERMS; i++) {
        TermPlaces.query(searcher, term("n" + i));
      }
      Term last = term("n" + (MAX_TERMS - 1));
      assertSame(TermPlaces.query(searcher, last).getTermStates(),
          TermPlaces.query(searcher, last).getTermStates());
      assertNotSame(TermPlaces.query(searcher, term("a")).getTermStates(),
          TermPlaces.query(searcher, term("a")).getTermStates());
    }
  }

  @Test
  void a_closed_state_of_the_index_is_forgotten() throws IOException, InterruptedException {
    WeakReference<IndexReader.CacheKey> key = keyOfClosed();
    for (int i = 0; i < 100 && key.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertNull(key.get());
  }

  private WeakReference<IndexReader.CacheKey> keyOfClosed() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      assertEquals(1, count(reader, "a"));
      return new WeakReference<>(
          Objects.requireNonNull(reader.getReaderCacheHelper()).getKey());
    }
  }
}
