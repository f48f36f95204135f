package org.metier.index.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.metier.vacancy.VacancyId;

/// What is open, asked about at any moments, while entries come, go, and get other deadlines.
class OpenVacanciesTest {
  private static final int MOMENTS = 20;

  /// An entry as the index should have it.
  private record Entry(String id, boolean isShown, long deadline) {}

  @RepeatedTest(60)
  void open_is_what_is_shown_and_not_past_its_deadline(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition()); // the repetition is the seed
    List<Entry> entries = new ArrayList<>();
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory,
            new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (int round = 0; round < 4; round++) {
        change(random, entries, writer);
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
          for (int i = 0; i < 30; i++) {
            long at = random.nextInt(MOMENTS);
            assertEquals(expected(entries, at), found(reader, at), () -> "at " + at);
          }
        }
      }
    }
  }

  private static void change(Random random, List<Entry> entries, IndexWriter writer)
      throws IOException {
    for (int i = random.nextInt(30); i > 0; i--) {
      Entry entry = new Entry("s:" + entries.size(), random.nextInt(4) > 0, deadline(random));
      entries.add(entry);
      writer.addDocument(document(entry));
    }
    for (int i = random.nextInt(5); i > 0 && !entries.isEmpty(); i--) {
      int which = random.nextInt(entries.size());
      Entry entry = entries.get(which);
      long deadline = random.nextBoolean() ? deadline(random) : -1;
      entries.set(which, new Entry(entry.id, entry.isShown && deadline >= 0, deadline));
      if (deadline < 0) {
        writer.deleteDocuments(RecordFields.id(entry.id));
      } else {
        writer.updateNumericDocValue(RecordFields.id(entry.id), RecordFields.DEADLINE, deadline);
      }
    }
  }

  private static long deadline(Random random) {
    return random.nextInt(5) == 0 ? Long.MAX_VALUE : random.nextInt(MOMENTS);
  }

  private static Document document(Entry entry) {
    Document document = new Document();
    Fields.keyword(document, Fields.ID, entry.id);
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(entry.id)));
    document.add(new NumericDocValuesField(RecordFields.DEADLINE, entry.deadline));
    if (entry.isShown) {
      Fields.keyword(document, RecordFields.SHOWN, RecordFields.SHOWN_VALUE);
    }
    return document;
  }

  private static Set<String> expected(List<Entry> entries, long at) {
    Set<String> open = new TreeSet<>();
    entries.stream().filter(e -> e.isShown && e.deadline >= at).forEach(e -> open.add(e.id));
    return open;
  }

  private static Set<String> found(DirectoryReader reader, long at) throws IOException {
    Set<String> found = new TreeSet<>();
    IndexSearcher searcher = new IndexSearcher(reader);
    var open = OpenVacancies.at(Instant.ofEpochMilli(at));
    Scan.forEachId(searcher, open, (VacancyId id) -> found.add(id.toString()));
    assertEquals(found.size(), searcher.count(open));
    return found;
  }
}
