package org.metier.training.judgment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The cells of one row of CSV, by column. Every method throws IllegalArgumentException where a cell is not
/// what it should be.
record Cells(Map<String, String> cells) {
  /// A column that nobody knows might hold what only came to be known later.
  void requireKnown(Set<String> columns) {
    for (String column : cells.keySet()) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(
            "the column \"" + column + "\" is not known; expected " + columns);
      }
    }
  }

  String text(String column) {
    String text = cells.get(column);
    if (text == null) {
      throw new IllegalArgumentException("\"" + column + "\" is missing");
    }
    return text;
  }

  @Nullable
  String textOrNull(String column) {
    return cells.get(column);
  }

  @Nullable
  Integer numberOrNull(String column) {
    String text = cells.get(column);
    return text == null ? null : Integer.valueOf(wholeNumber(column, text));
  }

  int number(String column) {
    return Integer.parseInt(wholeNumber(column, text(column)));
  }

  private static String wholeNumber(String column, String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("\"" + column + "\" must be a whole number, such as 3");
    }
    return text;
  }

  Instant instant(String column) {
    try {
      return Instant.parse(text(column));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + column + "\" must be an instant such as 2026-09-01T08:00:00Z", e);
    }
  }
}
