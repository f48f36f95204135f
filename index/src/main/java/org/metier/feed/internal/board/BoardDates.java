package org.metier.feed.internal.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.metier.feed.DateOrder;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.FeedInput;
import org.metier.feed.internal.draft.Dates;
import org.metier.feed.internal.draft.Draft;

/// Dates as boards write them: ISO 8601, RFC 1123, milliseconds since 1970, or day, month and year as numbers. Which of two small
/// numbers is the day is what the source declares, else what the format's documentation says, else
/// nobody's guess. Thread-safe.
final class BoardDates {
  private static final Pattern NUMBERS = Pattern.compile(
      "(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  /// Milliseconds since 1970 from 2001 on; no other date is one number of that length.
  private static final Pattern MILLIS = Pattern.compile("\\d{13}");
  /// The weekday says nothing that the date does not, and is often wrong.
  private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3,9},\\s*");
  private static final DateTimeFormatter RFC_1123 = new DateTimeFormatterBuilder()
      .parseCaseInsensitive()
      .appendPattern("d MMM uuuu HH:mm[:ss] ")
      .appendOptional(DateTimeFormatter.ofPattern("xx", Locale.ENGLISH))
      .appendOptional(DateTimeFormatter.ofPattern("z", Locale.ENGLISH))
      .toFormatter(Locale.ENGLISH);

  private final Dates iso;
  private final Dates millis;
  private final @Nullable DateOrder order;

  /// @param documented the order that the format's own documentation states; null when it states none
  BoardDates(FeedInput input, @Nullable DateOrder documented) {
    this(input.zone(), input.dateOrder() == null ? documented : input.dateOrder());
  }

  private BoardDates(ZoneId zone, @Nullable DateOrder order) {
    iso = new Dates(List.of(Dates.ISO), zone);
    millis = new Dates(List.of("epochMillis"), zone);
    this.order = order;
  }

  /// @return null when absent; also when it is no date, or one that can be read in two ways, which is noted
  @Nullable
  Instant read(String field, @Nullable String received, Dates.Edge edge, Draft draft) {
    String text = received == null ? "" : received.strip();
    if (text.isEmpty()) {
      return null;
    }
    Instant found = (MILLIS.matcher(text).matches() ? millis : iso).read(text, edge);
    if (found == null) {
      found = rfc1123(text);
    }
    if (found != null) {
      return found;
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      draft.problem(ProblemCode.BAD_DATE, field, text, "a date such as 2026-03-31");
      return null;
    }
    return numeric(field, text, numbers, edge, draft);
  }

  private static @Nullable Instant rfc1123(String text) {
    if (text.length() > 64) {
      return null;
    }
    try {
      return ZonedDateTime.parse(WEEKDAY.matcher(text).replaceFirst(""), RFC_1123).toInstant();
    } catch (DateTimeException e) {
      return null; // of another format; reported when it is of none
    }
  }

  private @Nullable Instant numeric(String field, String text, Matcher numbers, Dates.Edge edge,
      Draft draft) {
    int first = Integer.parseInt(numbers.group(1));
    int second = Integer.parseInt(numbers.group(3));
    boolean isAmbiguous = first <= 12 && second <= 12 && first != second;
    if (isAmbiguous && order == null) {
      draft.problem(ProblemCode.BAD_DATE, field, text,
          "a date that can be read in one way only, such as 2026-03-31, or a declared date order");
      return null;
    }
    boolean isDayFirst = isAmbiguous ? order == DateOrder.DAY_FIRST : first > 12 || second <= 12;
    String time = numbers.group(5) == null
        ? ""
        : "T%02d:%s:%s".formatted(Integer.parseInt(numbers.group(5)), numbers.group(6),
            numbers.group(7) == null ? "00" : numbers.group(7));
    Instant found = iso.read("%s-%02d-%02d%s".formatted(numbers.group(4),
        isDayFirst ? second : first, isDayFirst ? first : second, time), edge);
    if (found == null) {
      draft.problem(ProblemCode.BAD_DATE, field, text, "a day of the calendar, such as 31/03/2026");
    }
    return found;
  }
}
