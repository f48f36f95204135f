package org.metier.profiling.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.text.Span;

/// Finds periods that leave out a part which the other end tells: `May - August 2016`, `2019-21`, `2009/10`, and
/// those with years of two digits, `03/15 - 05/18`. Thread-safe.
final class ShortPeriods {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
      | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String MONTH = "(0?[1-9]|1[0-2])";
  private static final String DASH = "\\s*[-–—−‐‑]\\s*";
  /// No job and no course is longer.
  private static final int MAX_YEARS = 45;
  private static final int LAST_MONTH = 12;

  private final Pattern named;
  private final Pattern years = Pattern
      .compile(
          "(?<![\\p{L}\\d./-])((?:19|20)\\d{2})\\s?([-–/])\\s?(\\d{2})(?![\\d./-]|\\s?[-–]\\s?\\d)",
          FLAGS);
  private final Pattern numbers;
  private final int latestYear;
  private final Map<String, Integer> months;

  /// @param names of months, as alternatives
  /// @param present words for what goes on, as alternatives
  /// @param months numbers of months by their keys
  ShortPeriods(String names, String present, int latestYear, Map<String, Integer> months) {
    named = Pattern.compile("(?<![\\p{L}\\d])(" + names + ")\\.?(?:" + DASH
        + "|\\s+(?:to|until|a|au|bis|tot|do|t/m)\\s+)(" + names
        + ")\\.?,?\\s+((?:19|20)\\d{2})(?!\\d)", FLAGS);
    numbers = Pattern.compile("(?<![\\p{L}\\d./-])" + MONTH + "[/.](\\d{2})" + DASH + "(?:" + MONTH
        + "[/.](\\d{2})|(" + present + "))(?![\\p{L}\\d./-])", FLAGS);
    this.latestYear = latestYear;
    this.months = Map.copyOf(months);
  }

  /// @param line without accents
  List<Period> find(String line) {
    List<Period> found = new ArrayList<>();
    Matcher months = named.matcher(line);
    while (months.find()) {
      int year = Integer.parseInt(months.group(3));
      add(found, months, new PartialDate(year, month(months.group(1)), null),
          new PartialDate(year, month(months.group(2)), null));
    }
    Matcher pair = years.matcher(line);
    while (pair.find()) {
      PartialDate end = shortEnd(pair);
      if (end != null) {
        add(found, pair, PartialDate.parse(pair.group(1)), end);
      }
    }
    Matcher digits = numbers.matcher(line);
    while (digits.find()) {
      add(found, digits, date(digits.group(1), digits.group(2)),
          digits.group(5) == null ? date(digits.group(3), digits.group(4)) : null);
    }
    return found;
  }

  /// The year that two digits after another year mean; null when they are a month: `2015-03` is March.
  private static @Nullable PartialDate shortEnd(Matcher pair) {
    int start = Integer.parseInt(pair.group(1));
    int digits = Integer.parseInt(pair.group(3));
    int end = start / 100 * 100 + digits;
    end = end < start ? end + 100 : end;
    boolean isNextYear = pair.group(2).equals("/") && end == start + 1;
    return digits > LAST_MONTH || isNextYear ? new PartialDate(end, null, null) : null;
  }

  private PartialDate date(String month, String year) {
    int full = 2000 + Integer.parseInt(year);
    return new PartialDate(full > latestYear ? full - 100 : full, Integer.valueOf(month), null);
  }

  private @Nullable Integer month(String name) {
    return months.get(Words.key(name));
  }

  /// @param end null for what goes on
  private void add(List<Period> found, Matcher match, PartialDate start,
      @Nullable PartialDate end) {
    boolean isOrdered = end == null || !end.latestMonth().isBefore(start.earliestMonth());
    boolean isPossible = start.year() <= latestYear
        && (end == null || (end.year() <= latestYear && end.year() - start.year() <= MAX_YEARS));
    if (isOrdered && isPossible) {
      found.add(new Period(new DateRange(start, end, end == null),
          new Span(match.start(), match.end()), true));
    }
  }
}
