package org.metier.training.judgment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.metier.json.Json;
import org.metier.training.TrainingDataException;

/// Reads files row by row, JSON Lines or CSV by their name; holds one row at a time.
final class RowReader {
  /// Hears of rows.
  ///
  /// @param <T> what a row is
  interface Rows<T> {
    void row(long line, T row);

    /// @param problem what is wrong with the line, without its content
    void bad(long line, String problem);
  }

  private RowReader() {}

  /// @param file CSV with a header if its name ends in `.csv`, else JSON Lines, blank lines left out
  /// @param type of a line of JSON, whose properties are the columns of the CSV
  /// @param ofCells makes a row of the cells by column, of those that are not empty; throws
  ///     IllegalArgumentException where it cannot
  /// @throws TrainingDataException if the file is not UTF-8
  static <T> void read(Path file, Class<T> type, Function<Map<String, String>, T> ofCells,
      Rows<T> rows) throws IOException {
    try {
      if (isCsv(file)) {
        readCsv(file, ofCells, rows);
      } else {
        readJson(file, type, rows);
      }
    } catch (CharacterCodingException e) {
      throw new TrainingDataException(file + ": not UTF-8; expected UTF-8", e);
    }
  }

  private static boolean isCsv(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static <T> void readJson(Path file, Class<T> type, Rows<T> rows) throws IOException {
    long number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          T row;
          try {
            row = Json.read(line, type);
          } catch (IllegalArgumentException e) {
            rows.bad(number, String.valueOf(e.getMessage()).replaceFirst("^line 1: ", ""));
            continue;
          }
          rows.row(number, row);
        }
      }
    }
  }

  static <T> void readCsv(Path file, Function<Map<String, String>, T> ofCells,
      Rows<T> rows) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord cells : csv) {
        Map<String, String> known = cells.getFieldsAsMap();
        known.values().removeIf(String::isBlank);
        T row;
        try {
          row = ofCells.apply(known);
        } catch (IllegalArgumentException e) {
          rows.bad(cells.getStartingLineNumber(), String.valueOf(e.getMessage()));
          continue;
        }
        rows.row(cells.getStartingLineNumber(), row);
      }
    } catch (CsvParseException e) {
      throw new TrainingDataException(file + ": not CSV as RFC 4180 has it: " + e.getMessage(), e);
    }
  }
}
