package org.metier.profiling.sections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.text.Span;

/// Finds periods such as `Jan 2015 – Present`, `01/2015 - 03/2018`, `od 03.2015 do nadal`,
/// `depuis mars 2019`, `seit 2019` and lone dates, in five languages at once. What is partial stays
/// partial. Thread-safe.
final class PeriodFinder {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final String PRESENT = "present|current(?:ly)?|now|today|ongoing|(?:to )?date|till now|dato|op heden|"
      + "obecnie|nadal|teraz|chwili obecnej|dzi[sś]|dnia dzisiejszego|aujourd['’]hui|pr[ée]sent|"
      + "actuel(?:lement)?|ce jour|en cours|maintenant|heute|jetzt|aktuell|laufend|gegenw[äa]rtig|"
      + "heden|nu|vandaag|huidig";
  private static final String SINCE = "since|od|depuis(?: le)?|seit(?: dem)?|sinds|vanaf|ab";
  private static final String SEASON = "spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|lente|zomer"
      + "|herfst|najaar|voorjaar|fruhling|fruhjahr|sommer|herbst|wiosna|lato|jesien|zima";
  private static final String SEPARATOR = "\\s*(?:[-–—−‐‑]+|\\bto\\b|\\buntil\\b|\\btill\\b|\\bdo\\b|\\bau\\b|\\bà\\b|\\bjusqu['’][àa]\\b"
      + "|\\ba\\b|\\bbis(?: zum)?\\b|\\btot(?: en met)?\\b|\\bt/m\\b|\\bthrough\\b|\\bet\\b"
      + "|\\band\\b)\\s*";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
      | Pattern.UNICODE_CHARACTER_CLASS;

  private final Map<String, Integer> months = new HashMap<>();
  private final ShortPeriods shortPeriods;
  private final Pattern range;
  private final Pattern lone;
  private final int latestYear;

  /// @param clock a date more than a year ahead of it is none
  PeriodFinder(Clock clock) {
    Words.kindsByKey("months.txt")
        .forEach((key, number) -> months.put(key,
            Integer.valueOf(number)));
    latestYear = LocalDate.now(clock).getYear() + 1;
    String names = months.keySet()
        .stream()
        .sorted((a, b) -> b.length() - a.length())
        .collect(Collectors.joining("|"));
    String date = datePattern(names);
    String opening = "(?:(?<since>" + SINCE
        + ")\\s+|(?:from|von|van|de|du|w okresie|w latach)\\s+)?";
    range = Pattern
        .compile("(?<![\\p{L}\\d./-])" + opening + "(?<start>" + date + ")(?:" + SEPARATOR
            + "(?:(?<end>" + date + ")|(?<present>" + PRESENT
            + "))(?![\\p{L}\\d&&[^r]])|(?<onwards>\\s*(?:onwards?|\\+)))?(?![\\p{L}\\d&&[^r]])",
            FLAGS);
    shortPeriods = new ShortPeriods(names, PRESENT, latestYear, months);
    lone = Pattern.compile(date, FLAGS);
  }

  private static String datePattern(String months) {
    // Month names are matched on the folded text, so these are keys: letters only, no accents.
    return "(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?\\s*)?\\b(?:" + months
        + ")\\b\\.?,?\\s*(?:\\d{1,2},?\\s+)?"
        + "(?:['’]\\d{2}|(?:19|20)\\d{2})(?!\\d)"
        + "|\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d{2}(?!\\d)"
        + "|(?:0?[1-9]|1[0-2])\\s?[./-]\\s?(?:19|20)\\d{2}(?![\\d])"
        + "|(?:19|20)\\d{2}[./-](?:0?[1-9]|1[0-2])(?:[./-]\\d{1,2})?(?!\\d)"
        + "|(?:" + SEASON + ")\\s+(?:19|20)\\d{2}(?!\\d)"
        + "|(?:19|20)\\d{2}(?![\\d])";
  }

  /// The periods of a line in order.
  List<Period> find(String line) {
    String folded = fold(line);
    List<Period> found = new ArrayList<>(shortPeriods.find(folded));
    int shortOnes = found.size();
    Matcher matcher = range.matcher(folded);
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      Period period = period(matcher);
      if (period != null
          && found.subList(0, shortOnes).stream().noneMatch(p -> p.span().overlaps(span))) {
        found.add(period);
      }
    }
    found.sort(Comparator.comparingInt(period -> period.span().start()));
    return found;
  }

  private @Nullable Period period(Matcher matcher) {
    PartialDate start = date(matcher.group("start"));
    if (start == null) {
      return null;
    }
    String endText = matcher.group("end");
    PartialDate end = endText == null ? null : date(endText);
    boolean isOngoing = matcher.group("present") != null
        || matcher.group("onwards") != null
        || (endText == null && matcher.group("since") != null);
    if (endText != null && end == null) {
      return null;
    }
    if (end != null && end.latestMonth().isBefore(start.earliestMonth())) {
      return null;
    }
    return new Period(new DateRange(start, end, isOngoing),
        new Span(matcher.start(), matcher.end()),
        end != null || isOngoing);
  }

  private @Nullable PartialDate date(String text) {
    if (!lone.matcher(text).matches()) {
      return null;
    }
    Matcher word = WORD.matcher(text);
    Integer month = null;
    while (word.find() && month == null) {
      month = months.get(Words.key(word.group()));
    }
    List<Integer> numbers = new ArrayList<>();
    Matcher digits = Pattern.compile("\\d+").matcher(text);
    while (digits.find()) {
      numbers.add(Integer.valueOf(digits.group()));
    }
    return month == null ? numeric(numbers) : named(month, numbers);
  }

  private @Nullable PartialDate named(int month, List<Integer> numbers) {
    int year = numbers.getLast();
    if (year < 100) {
      year += year + 2000 > latestYear ? 1900 : 2000;
    }
    return checked(year, month, null);
  }

  private @Nullable PartialDate numeric(List<Integer> numbers) {
    return switch (numbers.size()) {
      case 1 -> checked(numbers.get(0), null, null);
      case 2 -> numbers.get(0) > 1000
          ? checked(numbers.get(0), numbers.get(1), null)
          : checked(numbers.get(1), numbers.get(0), null);
      case 3 -> numbers.get(0) > 1000
          ? checked(numbers.get(0), numbers.get(1), numbers.get(2))
          : dayMonthYear(numbers);
      default -> null;
    };
  }

  /// `03/14/2015` can only be American; when both are possible the European order is meant, and the
  /// day is not worth the doubt.
  private @Nullable PartialDate dayMonthYear(List<Integer> numbers) {
    int month = numbers.get(1) > 12 ? numbers.get(0) : numbers.get(1);
    return checked(numbers.get(2), month, null);
  }

  private @Nullable PartialDate checked(int year, @Nullable Integer month, @Nullable Integer day) {
    if (year < 1930 || year > latestYear || (month != null && (month < 1 || month > 12))) {
      return null;
    }
    try {
      return new PartialDate(year, month, day);
    } catch (IllegalArgumentException e) {
      return new PartialDate(year, month, null); // no such day in that month
    }
  }

  /// Folds accents one character for one, so that offsets stay.
  private static String fold(String line) {
    StringBuilder folded = new StringBuilder(line);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c > 127 && Character.isLetter(c)) {
        String key = Words.key(String.valueOf(c));
        if (key.length() == 1) {
          folded.setCharAt(i, key.charAt(0));
        }
      }
    }
    return folded.toString();
  }
}
