package org.metier.fairness;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Reads a CSV file with a header row by row, and keeps account of rows that cannot be used. Neither the
/// account nor an exception holds a cell: it may be a person's.
final class CsvRows {
  private static final int MAX_PROBLEMS = 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Map<String, Integer> rejected = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  CsvRows(Path file) {
    this.file = file;
  }

  /// Hears of rows.
  interface Rows {
    /// @param cells by column, stripped
    /// @throws IllegalArgumentException with the reason, in a few words and without a cell, if the row cannot
    ///     be used
    void row(Map<String, String> cells);
  }

  /// @param needed columns that the header must have
  /// @return all columns in their order
  /// @throws IllegalArgumentException if the file is no CSV in UTF-8, or lacks a column
  List<String> read(List<String> needed, Rows rows) throws IOException {
    List<String> header = List.of();
    try (BufferedReader text = open();
        CsvReader<NamedCsvRecord> csv = CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : csv) {
        if (header.isEmpty()) {
          header = List.copyOf(line.getHeader());
          requireColumns(header, needed);
        }
        if (line.getFieldCount() != header.size()) {
          reject(line.getStartingLineNumber(), "more or fewer cells than the header");
          continue;
        }
        Map<String, String> cells = line.getFieldsAsMap();
        cells.replaceAll((column, cell) -> cell.strip());
        try {
          rows.row(cells);
        } catch (IllegalArgumentException e) {
          reject(line.getStartingLineNumber(), String.valueOf(e.getMessage()));
        }
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          file + ": not CSV as RFC 4180 has it; expected quotes in pairs", e);
    } catch (UncheckedIOException e) {
      throw notUtf8OrAsIs(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw notUtf8OrAsIs(e);
    }
    if (header.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": has no rows; expected a header with " + needed + " and a row per person");
    }
    return header;
  }

  private BufferedReader open() throws IOException {
    BufferedReader text = Files.newBufferedReader(file);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private IOException notUtf8OrAsIs(IOException e) {
    if (e instanceof CharacterCodingException) {
      throw new IllegalArgumentException(file + ": not UTF-8; save it as \"CSV UTF-8\"", e);
    }
    return e;
  }

  private void requireColumns(List<String> header, List<String> needed) {
    for (String column : needed) {
      if (!header.contains(column)) {
        throw new IllegalArgumentException(
            file + ": has no column \"" + column + "\"; its columns are " + header
                + (column.equals(needed.getFirst()) ? "; name the one of ids with --id" : ""));
      }
    }
  }

  private void reject(long line, String reason) {
    rejected.merge(reason, 1, Integer::sum);
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(file.getFileName() + ":" + line + ": " + reason);
    }
  }

  /// Counts a row that looked as if it could be used, until a later one came.
  void rejectAnother(String reason) {
    rejected.merge(reason, 1, Integer::sum);
  }

  /// How many rows could not be used, by reason.
  Map<String, Integer> rejected() {
    return rejected;
  }

  /// The first of them, with their place.
  List<String> problems() {
    return problems;
  }
}
