package org.metier.index.internal.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.metier.index.internal.Fields;
import org.metier.match.internal.VacancyRow;

/// The rows ([VacancyRow]) of the vacancies in one segment, one behind the other. Thread-safe.
///
/// They are read from the segment once, when the first reader of it is opened, and kept as long as any is:
/// 4 bytes an entry, and the row of each vacancy that is shown, some 100 to 400 bytes by the length of its
/// text.
public final class SegmentRows {
  /*
   * All that ranking needs of one vacancy lies together, and not each property in an array of its own: the
   * candidates of a query are scattered over the segment, so that each is one or two misses of the cache
   * instead of one for each property. Rows are as the index has them; nothing is decoded before it is asked
   * for, since few vacancies ever are.
   */
  private static final Map<IndexReader.CacheKey, SegmentRows> KNOWN = new ConcurrentHashMap<>();

  private static final int PAGE_BITS = 14;
  /// Entries of one page.
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int NONE = -1;

  private final byte[][] pages;
  /// Where the row of an entry begins in its page; [#NONE] of an entry without a row.
  private final int[] starts;

  private SegmentRows(int entries) {
    pages = new byte[(entries + PAGE - 1) >>> PAGE_BITS][];
    Arrays.fill(pages, new byte[0]);
    starts = new int[entries];
    Arrays.fill(starts, NONE);
  }

  /// Makes sure that the rows of all segments are in memory.
  public static void warm(IndexReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      of(leaf.reader());
    }
  }

  /// Linear in the bytes of the rows when they have to be read, else a look-up.
  public static SegmentRows of(LeafReader segment) throws IOException {
    IndexReader.CacheHelper cache = segment.getCoreCacheHelper();
    if (cache == null) {
      return read(segment);
    }
    SegmentRows known = KNOWN.get(cache.getKey());
    if (known != null) {
      return known;
    }
    try {
      return KNOWN.computeIfAbsent(cache.getKey(), _ -> {
        try {
          SegmentRows rows = read(segment);
          cache.addClosedListener(KNOWN::remove);
          return rows;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  /// How many segments have their rows in memory.
  static int segments() {
    return KNOWN.size();
  }

  private static SegmentRows read(LeafReader segment) throws IOException {
    SegmentRows rows = new SegmentRows(segment.maxDoc());
    BinaryDocValues values = DocValues.getBinary(segment, Fields.ROW);
    byte[] page = new byte[0];
    int size = 0;
    int number = 0;
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      if (doc >>> PAGE_BITS != number) {
        rows.pages[number] = Arrays.copyOf(page, size);
        number = doc >>> PAGE_BITS;
        size = 0;
      }
      BytesRef row = values.binaryValue();
      if (size + row.length > page.length) {
        page = Arrays.copyOf(page, Math.max(2 * page.length, size + row.length));
      }
      System.arraycopy(row.bytes, row.offset, page, size, row.length);
      rows.starts[doc] = size;
      size += row.length;
    }
    if (rows.pages.length > 0) {
      rows.pages[number] = Arrays.copyOf(page, size);
    }
    return rows;
  }

  /// Reads the row of an entry.
  ///
  /// @param doc its place in the segment
  /// @return false when it has none
  boolean read(int doc, VacancyRow row) {
    int start = starts[doc];
    if (start == NONE) {
      return false;
    }
    row.read(pages[doc >>> PAGE_BITS], start);
    return true;
  }

  /// What this takes in memory.
  public long bytes() {
    long bytes = (long) starts.length * Integer.BYTES;
    for (byte[] page : pages) {
      bytes += page.length;
    }
    return bytes;
  }

  /// How many vacancies there are.
  public int count() {
    return (int) Arrays.stream(starts).filter(start -> start != NONE).count();
  }
}
