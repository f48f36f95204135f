package org.metier.feed.internal.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;

/// Reads dates strictly, by the formats that a source declares: `03/04/2026` means nothing without one.
/// A date without a time is its first moment in the source's zone, or its last one as a deadline.
public final class Dates {
  /// ISO 8601: a date, a local time, or a time with offset.
  public static final String ISO = "iso";

  private static final List<String> NUMERIC = List.of("epochDay", "epochSeconds", "epochMillis");

  /// Which moment of a bare day is meant.
  public enum Edge {
    START, END
  }

  private final List<Function<String, @Nullable TemporalAccessor>> readers = new ArrayList<>();
  private final List<String> formats;
  private final ZoneId zone;

  /// @param formats `iso`, `epochDay`, `epochSeconds`, `epochMillis`, or patterns of
  ///     [DateTimeFormatter] such as `dd.MM.uuuu`
  /// @throws IllegalArgumentException for a pattern that is none
  public Dates(List<String> formats, ZoneId zone) {
    this.formats = List.copyOf(formats);
    this.zone = zone;
    for (String format : formats) {
      readers.add(format.equals(ISO)
          ? Dates::iso
          : NUMERIC.contains(format) ? text -> epoch(text, format) : pattern(format));
    }
  }

  /// What to tell the sender.
  public String expected() {
    return "a date as " + String.join(" or ", formats) + ", such as "
        + (formats.getFirst().equals(ISO) ? "2026-03-31" : example(formats.getFirst()));
  }

  /// @return null when the text is of none of the formats
  public @Nullable Instant read(String text, Edge edge) {
    String plain = text.strip();
    if (plain.length() > 64) {
      return null;
    }
    for (var reader : readers) {
      TemporalAccessor found = reader.apply(plain);
      if (found != null) {
        return instant(found, edge);
      }
    }
    return null;
  }

  /// Reads the date of a field, and notes it as a problem of the record when it is of none of the formats.
  public @Nullable Instant read(Draft draft, String field, @Nullable String text, Edge edge) {
    Instant instant = text == null ? null : read(text, edge);
    if (text != null && instant == null) {
      draft.problem(ProblemCode.BAD_DATE, field, text, expected());
    }
    return instant;
  }

  /// Reads the day of a field, in the source's zone; null, and a problem as in [#read(Draft, String, String, Edge)],
  /// when there is none.
  public @Nullable LocalDate day(Draft draft, String field, @Nullable String text) {
    Instant start = read(draft, field, text, Edge.START);
    return start == null ? null : start.atZone(zone).toLocalDate();
  }

  private @Nullable Instant instant(TemporalAccessor found, Edge edge) {
    try {
      return switch (found) {
        case Instant instant -> instant;
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.atZone(zone).toInstant();
        case LocalDate day when edge == Edge.START -> day.atStartOfDay(zone).toInstant();
        case LocalDate day -> day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
        default -> null;
      };
    } catch (DateTimeException e) {
      return null; // beyond what an instant can hold
    }
  }

  private static @Nullable TemporalAccessor iso(String text) {
    // Some publishers put a blank for the T.
    String plain = text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + "T" + text.substring(11)
        : text;
    for (DateTimeFormatter formatter : List.of(DateTimeFormatter.ISO_DATE_TIME,
        DateTimeFormatter.ISO_LOCAL_DATE, OFFSET_WITHOUT_COLON)) {
      TemporalAccessor found = parsed(formatter, plain);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static final DateTimeFormatter OFFSET_WITHOUT_COLON = DateTimeFormatter
      .ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]xx", Locale.ROOT);

  private static Function<String, @Nullable TemporalAccessor> pattern(String format) {
    // With strict resolution `y` is a year of an era that nobody writes.
    DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
    return text -> parsed(formatter, text);
  }

  private static @Nullable TemporalAccessor parsed(DateTimeFormatter formatter, String text) {
    try {
      TemporalAccessor found = formatter.parse(text);
      if (found.isSupported(ChronoField.INSTANT_SECONDS)) {
        return Instant.from(found);
      }
      return found.isSupported(ChronoField.HOUR_OF_DAY)
          ? LocalDateTime.from(found)
          : LocalDate.from(found);
    } catch (DateTimeException e) {
      return null; // of another format; the caller reports it when it is of none
    }
  }

  private static @Nullable TemporalAccessor epoch(String text, String format) {
    if (!text.matches("-?\\d{1,15}")) {
      return null;
    }
    long number = Long.parseLong(text);
    try {
      return switch (format) {
        case "epochDay" -> LocalDate.ofEpochDay(number);
        case "epochSeconds" -> Instant.ofEpochSecond(number);
        default -> Instant.ofEpochMilli(number);
      };
    } catch (DateTimeException e) {
      return null; // beyond the calendar
    }
  }

  private static String example(String format) {
    return switch (format) {
      case "epochDay" -> "20543";
      case "epochSeconds" -> "1774915200";
      case "epochMillis" -> "1774915200000";
      default -> {
        try {
          yield DateTimeFormatter.ofPattern(format.replace('y', 'u'), Locale.ROOT)
              .format(OffsetDateTime.parse("2026-03-31T12:00:00Z"));
        } catch (DateTimeException e) {
          yield format; // a pattern may ask for fields that the sample lacks
        }
      }
    };
  }
}
