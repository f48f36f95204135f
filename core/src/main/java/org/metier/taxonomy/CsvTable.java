package org.metier.taxonomy;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A CSV file as rows of named fields. Column names are compared in lower case; a row may end early,
/// and what it leaves out is empty. Not thread-safe.
final class CsvTable implements AutoCloseable {
  private static final int SNIFFED_CHARS = 8192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final Map<String, Integer> columns = new HashMap<>();
  private @Nullable CsvRecord row;

  private CsvTable(String name, BufferedReader content) throws IOException {
    this.name = name;
    // a row that ends early is what ESCO publishes, so the number of fields is not checked
    reader = CsvReader.builder()
        .fieldSeparator(separator(content))
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(content);
    records = reader.iterator();
    if (next() && row != null) {
      for (int i = 0; i < row.getFieldCount(); i++) {
        columns.putIfAbsent(row.getField(i).strip().toLowerCase(Locale.ROOT), i);
      }
    }
  }

  static CsvTable open(CsvSource source) {
    try {
      BufferedReader content = new BufferedReader(new InputStreamReader(source.content().open(),
          StandardCharsets.UTF_8.newDecoder()));
      content.mark(1);
      if (content.read() != BYTE_ORDER_MARK) {
        content.reset();
      }
      return new CsvTable(source.name(), content);
    } catch (IOException e) {
      throw unreadable(source.name(), e);
    }
  }

  /// The most frequent of comma, semicolon and tab in the first line.
  private static char separator(BufferedReader content) throws IOException {
    content.mark(SNIFFED_CHARS);
    char[] head = new char[SNIFFED_CHARS];
    int length = Math.max(0, content.read(head, 0, SNIFFED_CHARS));
    content.reset();
    String line = new String(head, 0, length).lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[]{';', '\t'}) {
      best = count(line, candidate) > count(line, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /// The names of the columns in lower case; empty for an empty file.
  Set<String> columns() {
    return columns.keySet();
  }

  /// Goes to the next row.
  ///
  /// @return false at the end
  boolean next() {
    try {
      row = records.hasNext() ? records.next() : null;
      return row != null;
    } catch (CsvParseException e) {
      throw new TaxonomyException(name + ": not well-formed CSV after line " + line()
          + "; expected quotes in pairs, as in ESCO's own files", e);
    } catch (UncheckedIOException e) {
      throw unreadable(name, Objects.requireNonNull(e.getCause()));
    }
  }

  /// Where the row begins, from 1.
  long line() {
    return row == null ? 1 : row.getStartingLineNumber();
  }

  /// A field of the row without space around it; empty when the row or the file has no such column.
  String field(String column) {
    Integer index = columns.get(column.toLowerCase(Locale.ROOT));
    return row == null || index == null || index >= row.getFieldCount()
        ? ""
        : row.getField(index).strip();
  }

  private static TaxonomyException unreadable(String name, IOException cause) {
    return cause instanceof CharacterCodingException
        ? new TaxonomyException(name + " is not UTF-8; save it as \"CSV UTF-8\"", cause)
        : new TaxonomyException(name + " cannot be read (" + cause.getClass().getSimpleName()
            + "); expected a CSV file that this user may read", cause);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }
}
