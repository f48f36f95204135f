package org.metier.index.internal.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.metier.index.Market;
import org.metier.index.internal.Fields;
import org.metier.match.internal.RowWriter;
import org.metier.match.internal.VacancyRow;
import org.metier.text.TextAnalyzer;
import org.metier.vacancy.Vacancy;

class SegmentRowsTest {
  private static final RowWriter ROWS = RowWriter.of(Market.taxonomy(), TextAnalyzer.create());

  /// More than a page of entries, of which each third has no row.
  private static final int ENTRIES = 40_000;

  private static Vacancy vacancy(int number) {
    return Market.vacancy("v" + number, "baker").experienceMonths(number).build();
  }

  private static IndexWriter written(Directory directory) throws IOException {
    IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig());
    for (int i = 0; i < ENTRIES; i++) {
      Document document = new Document();
      Fields.keyword(document, Fields.ID, "v" + i);
      if (i % 3 != 0) {
        document.add(new BinaryDocValuesField(Fields.ROW, new BytesRef(ROWS.row(vacancy(i)))));
      }
      writer.addDocument(document);
    }
    writer.forceMerge(1);
    return writer;
  }

  @Test
  void each_entry_has_its_own_row_or_none() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = written(directory);
        DirectoryReader reader = DirectoryReader.open(writer)) {
      SegmentRows rows = SegmentRows.of(reader.leaves().getFirst().reader());
      VacancyRow row = new VacancyRow();
      Random random = new Random(1);
      for (int round = 0; round < 10_000; round++) {
        int doc = random.nextInt(ENTRIES);
        assertEquals(doc % 3 != 0, rows.read(doc, row));
        if (doc % 3 != 0) {
          assertEquals(doc, row.experienceMonths());
        }
      }
      assertEquals(ENTRIES - (ENTRIES + 2) / 3, rows.count());
      long bytes = 0;
      for (int i = 0; i < ENTRIES; i++) {
        bytes += Integer.BYTES + (i % 3 == 0 ? 0 : ROWS.row(vacancy(i)).length);
      }
      assertEquals(bytes, rows.bytes());
    }
  }

  @Test
  void rows_are_read_once_and_freed_with_their_segment() throws IOException {
    int before = SegmentRows.segments();
    try (Directory directory = new ByteBuffersDirectory(); IndexWriter writer = written(directory)) {
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        SegmentRows.warm(reader);
        LeafReader segment = reader.leaves().getFirst().reader();
        SegmentRows rows = SegmentRows.of(segment);
        assertEquals(before + 1, SegmentRows.segments());

        // What is deleted does not touch the rows of the segment.
        writer.deleteDocuments(new Term(Fields.ID, "v7"));
        try (DirectoryReader later = DirectoryReader.open(writer)) {
          assertTrue(later.hasDeletions());
          assertSame(rows, SegmentRows.of(later.leaves().getFirst().reader()));
        }
      }
      writer.forceMergeDeletes();
      writer.commit();
    }
    assertEquals(before, SegmentRows.segments());
    assertFalse(before < 0);
  }
}
