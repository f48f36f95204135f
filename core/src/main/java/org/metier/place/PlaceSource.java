package org.metier.place;

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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metier.json.JsonRows;

/// Reads one file of places row by row, whatever its layout. Memory for one row at a time.
final class PlaceSource {
  private static final int MAX_LINE = 1_000_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final PlaceRows rows;

  PlaceSource(Path file, PlaceRows rows) {
    this.file = file;
    this.rows = rows;
  }

  /// @throws PlacesException if the file cannot be read, or has a layout that is not known
  void read() {
    try (BufferedReader content = new BufferedReader(new InputStreamReader(
        Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
      content.mark(1);
      if (content.read() != BYTE_ORDER_MARK) {
        content.reset();
      }
      content.mark(MAX_LINE);
      int start = content.read();
      while (Character.isWhitespace(start)) {
        start = content.read();
      }
      content.reset();
      if (start == '[' || start == '{') {
        json(content);
        return;
      }
      String first = Optional.ofNullable(line(content, 1)).orElse("");
      content.reset();
      if (first.startsWith("PK")) {
        throw new PlacesException(file + " is a zip file; unpack it and import what is in it");
      } else if (first.indexOf('\t') >= 0) {
        tabs(content, first);
      } else {
        csv(content, first.split(";", -1).length > first.split(",", -1).length ? ';' : ',');
      }
    } catch (NoSuchFileException e) {
      throw new PlacesException(file + " does not exist; name a file of places", e);
    } catch (CharacterCodingException e) {
      throw new PlacesException(file + " is not UTF-8; save it as UTF-8", e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? new PlacesException(file + " is not UTF-8; save it as UTF-8", e)
          : unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private PlacesException unreadable(Exception cause) {
    return new PlacesException(file + " cannot be read (" + cause.getClass().getSimpleName()
        + "); expected a file of places that this user may read", cause);
  }

  /// Tab-separated text has no quotes: GeoNames' names hold them unpaired.
  private void tabs(BufferedReader content, String first) throws IOException {
    List<String> head = List.of(first.split("\t", -1));
    boolean hasHeader = !rows.fixed(head);
    long number = 0;
    String line = line(content, 1);
    while (line != null) {
      number++;
      if (number == 1 && hasHeader) {
        rows.header(head);
      } else if (!line.isBlank()) {
        rows.row(number, List.of(line.split("\t", -1)));
      }
      line = line(content, number + 1);
    }
  }

  private @Nullable String line(BufferedReader content, long number) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = content.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (c != '\r') {
        line.append((char) c);
      }
      if (line.length() >= MAX_LINE) {
        throw new PlacesException(file + ":" + number + ": the line has more than " + MAX_LINE
            + " characters; expected a table of places, one a line");
      }
      c = content.read();
    }
    return line.toString();
  }

  private void csv(BufferedReader content, char separator) throws IOException {
    try (CsvReader<CsvRecord> records = CsvReader.builder()
        .fieldSeparator(separator)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(content)) {
      boolean isFirst = true;
      for (CsvRecord record : records) {
        if (isFirst) {
          rows.header(record.getFields());
          isFirst = false;
        } else {
          rows.row(record.getStartingLineNumber(), record.getFields());
        }
      }
      if (isFirst) {
        rows.header(List.of());
      }
    } catch (CsvParseException e) {
      throw new PlacesException(file + " is not well-formed CSV; expected quotes in pairs and lines"
          + " of moderate length", e);
    }
  }

  /// The first object says which columns there are.
  private void json(BufferedReader content) throws IOException {
    try (JsonRows objects = new JsonRows(content)) {
      Optional<Map<String, String>> next = objects.next();
      List<String> head = new ArrayList<>(next.orElse(Map.of()).keySet());
      rows.header(head);
      while (next.isPresent()) {
        Map<String, String> object = next.get();
        rows.row(objects.line(),
            head.stream().map(column -> object.getOrDefault(column, "")).toList());
        next = objects.next();
      }
    } catch (IllegalArgumentException e) {
      throw new PlacesException(file + ": " + e.getMessage(), e);
    }
  }
}
