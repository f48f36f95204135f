package org.metier.coding.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A CSV or TSV file with a header, read row by row. The separator is the most frequent of comma,
/// semicolon and tab in the header; column names are compared in lower case. UTF-8, with or without a
/// byte order mark. Not thread-safe.
public final class Table implements AutoCloseable {
  private static final int LONGEST_FIELD = 4_000_000;
  private static final int SNIFFED_CHARS = 8_192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final Map<String, Integer> columns = new HashMap<>();
  private @Nullable CsvRecord row;

  private Table(String name, BufferedReader content) throws IOException {
    this.name = name;
    reader = CsvReader.builder()
        .fieldSeparator(separator(content))
        .maxBufferSize(LONGEST_FIELD)
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

  /// @throws IOException if the file cannot be opened
  public static Table open(Path file) throws IOException {
    return open(String.valueOf(file.getFileName()), Files.newInputStream(file));
  }

  /// @param name stands for the file in messages
  /// @param bytes closed with the table
  public static Table open(String name, InputStream bytes) throws IOException {
    BufferedReader content = new BufferedReader(
        new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    content.mark(1);
    if (content.read() != BYTE_ORDER_MARK) {
      content.reset();
    }
    return new Table(name, content);
  }

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
  public Set<String> columns() {
    return Set.copyOf(columns.keySet());
  }

  public boolean has(String column) {
    return columns.containsKey(column.toLowerCase(Locale.ROOT));
  }

  /// The first of these columns that the file has.
  ///
  /// @return null when it has none
  public @Nullable String firstOf(List<String> candidates) {
    return candidates.stream().filter(this::has).findFirst().orElse(null);
  }

  /// Goes to the next row.
  ///
  /// @return false at the end
  /// @throws IllegalArgumentException if the file is not well-formed CSV in UTF-8 from here on
  public boolean next() {
    try {
      row = records.hasNext() ? records.next() : null;
      return row != null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          name + ": not well-formed CSV in UTF-8 after line " + line()
              + "; expected quotes in pairs, fields of at most " + LONGEST_FIELD
              + " characters, and text saved as UTF-8",
          e);
    }
  }

  /// Where the row begins, from 1.
  public long line() {
    return row == null ? 1 : row.getStartingLineNumber();
  }

  /// A field of the row without space around it; empty when the row or the file has no such column.
  public String field(String column) {
    Integer index = columns.get(column.toLowerCase(Locale.ROOT));
    return row == null || index == null || index >= row.getFieldCount()
        ? ""
        : row.getField(index).strip();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
