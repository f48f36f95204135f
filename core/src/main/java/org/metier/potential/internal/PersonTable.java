package org.metier.potential.internal;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.metier.potential.PotentialException;
import org.metier.potential.Refusal;

/// A CSV file (UTF-8, comma, header line) with a row per person, read one row after another. Columns are looked up by
/// name once, and read by number. Not thread-safe.
public final class PersonTable implements AutoCloseable {
  private static final int MAX_COLUMNS = 2_000;

  private final Path file;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> cells = new ArrayList<>();
  private long line;

  private PersonTable(Path file, CsvReader<CsvRecord> reader) {
    this.file = file;
    this.reader = reader;
    records = reader.iterator();
  }

  /// @throws IllegalArgumentException if the file is missing, is no table or names a column twice
  public static PersonTable open(Path file) throws IOException {
    try {
      PersonTable table = new PersonTable(file,
          CsvReader.builder()
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .ofCsvRecord(Files.newBufferedReader(file)));
      table.readHeader();
      return table;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          file + ": there is no such file; name a CSV table with a header line", e);
    }
  }

  private void readHeader() throws IOException {
    if (!next()) {
      throw new IllegalArgumentException(file + ": is empty; expected a header line");
    }
    if (cells.size() > MAX_COLUMNS) {
      throw new IllegalArgumentException(
          file + ": has " + cells.size() + " columns; expected at most " + MAX_COLUMNS);
    }
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i).replace("\uFEFF", "").strip();
      names.add(name);
      if (columns.put(name, i) != null) {
        throw new IllegalArgumentException(
            file + ":1: the column \"" + name + "\" stands there twice; expected each once");
      }
    }
  }

  /// Names of the columns, in their order.
  public List<String> names() {
    return List.copyOf(names);
  }

  /// The number of a column.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public int column(String name) {
    Integer column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(file + ":1: there is no column \"" + name
          + "\"; the specification declares it. Expected it in the header line");
    }
    return column;
  }

  /// Goes on to the next row.
  ///
  /// @return false at the end
  /// @throws IllegalArgumentException if the file cannot be read as a table from here on
  public boolean next() throws IOException {
    try {
      if (!records.hasNext()) {
        return false;
      }
      CsvRecord row = records.next();
      line = row.getStartingLineNumber();
      cells.clear();
      for (int i = 0; i < row.getFieldCount(); i++) {
        cells.add(row.getField(i));
      }
      return true;
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(file + ": cannot be read as a table after line " + line
          + "; a quoted cell is not closed, or a row is too long", e);
    } catch (NoSuchElementException e) {
      return false;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw new IllegalArgumentException(file + ": is not UTF-8 after line " + line, e);
      }
      throw e;
    }
  }

  /// Where the present row begins, from 1.
  public long line() {
    return line;
  }

  /// A cell of the present row; empty where the row ends early.
  ///
  /// @throws PotentialException if the row has more cells than the header, so that no cell can be told to be of a column:
  ///     mostly a comma within a cell that is not quoted
  public String cell(int column) {
    if (cells.size() > names.size()) {
      throw new PotentialException(new Refusal(Refusal.Kind.INCONSISTENT, "row",
          "the row in line " + line + " has " + cells.size() + " cells, but the header "
              + names.size() + "; expected as many, and quotes around a cell that holds a comma,"
              + " such as \"3,5\""));
    }
    return column < cells.size() ? cells.get(column) : "";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
