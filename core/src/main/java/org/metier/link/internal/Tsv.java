package org.metier.link.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads tables whose cells are parted by tabs, without quotes, below a line of column names.
public final class Tsv {
  /// One row: the cells of the columns that were asked for, in that order.
  public record Row(long line, List<String> cells) {}

  private Tsv() {}

  /// @param columns names of columns that must be there; others are passed over
  /// @throws IllegalArgumentException naming file and line, if the table is not as expected
  public static List<Row> read(Path file, String... columns) {
    List<String> lines = lines(file);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          file + " is empty; expected the columns " + String.join(", ", columns));
    }
    List<String> header = List.of(lines.getFirst().replace("\uFEFF", "").split("\t", -1));
    int[] places = Arrays.stream(columns).mapToInt(header::indexOf).toArray();
    if (Arrays.stream(places).anyMatch(p -> p < 0)) {
      throw new IllegalArgumentException(file + ":1: expected the columns "
          + String.join(", ", columns) + ", parted by tabs; found " + header);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(file, i + 1, lines.get(i).split("\t", -1), places, header.size()));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(file + " has no row below its column names");
    }
    return rows;
  }

  private static Row row(Path file, long line, String[] cells, int[] places, int columns) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(file + ":" + line + ": has " + cells.length
          + " cells; expected " + columns + ", parted by tabs");
    }
    List<String> wanted = Arrays.stream(places).mapToObj(p -> cells[p].strip()).toList();
    if (wanted.contains("")) {
      throw new IllegalArgumentException(file + ":" + line + ": has an empty cell; expected text");
    }
    return new Row(line, wanted);
  }

  private static List<String> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + (Files.exists(file) ? " is no file" : " does not exist")
              + "; expected a TSV file");
    }
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
