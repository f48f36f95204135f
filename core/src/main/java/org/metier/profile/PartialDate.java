package org.metier.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A date of which only the year, or year and month, may be known. It stays partial: a bare year is
/// never taken for the first of January.
///
/// @param year 1900 to 2200
/// @param month 1 to 12, null when unknown
/// @param day 1 to 31, null when unknown; known only together with the month
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {
  public PartialDate {
    if (year < 1900 || year > 2200) {
      throw new IllegalArgumentException("a year must be 1900 to 2200, was " + year);
    }
    if (day != null && month == null) {
      throw new IllegalArgumentException("a day without a month: " + year + "-?-" + day);
    }
    try {
      if (month != null) {
        LocalDate.of(year, month, day == null ? 1 : day);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such date: " + year + "-" + month + "-" + day, e);
    }
  }

  /// Reads `yyyy`, `yyyy-MM` or `yyyy-MM-dd`.
  public static PartialDate parse(String text) {
    String[] parts = text.strip().split("-");
    try {
      return switch (parts.length) {
        case 1 -> new PartialDate(Integer.parseInt(parts[0]), null, null);
        case 2 -> new PartialDate(Integer.parseInt(parts[0]), Integer.valueOf(parts[1]), null);
        case 3 -> new PartialDate(Integer.parseInt(parts[0]), Integer.valueOf(parts[1]),
            Integer.valueOf(parts[2]));
        default -> throw new IllegalArgumentException(
            "a date must be yyyy, yyyy-MM or yyyy-MM-dd, was \"" + text + "\"");
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a date must be yyyy, yyyy-MM or yyyy-MM-dd, was \"" + text + "\"", e);
    }
  }

  /// The earliest month this date can mean.
  public YearMonth earliestMonth() {
    return YearMonth.of(year, month == null ? 1 : month);
  }

  /// The latest month this date can mean.
  public YearMonth latestMonth() {
    return YearMonth.of(year, month == null ? 12 : month);
  }

  /// ISO 8601 with reduced precision: `2019`, `2019-04` or `2019-04-30`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(year);
    if (month != null) {
      text.append(month < 10 ? "-0" : "-").append(month);
    }
    if (day != null) {
      text.append(day < 10 ? "-0" : "-").append(day);
    }
    return text.toString();
  }
}
