package org.metier.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// When something began and ended, as far as it is known.
///
/// @param start null when unknown
/// @param end null when unknown or still going on
/// @param isOngoing whether it still goes on; then `end` is null
public record DateRange(@Nullable PartialDate start, @Nullable PartialDate end, boolean isOngoing) {
  public DateRange {
    if (start == null && end == null && !isOngoing) {
      throw new IllegalArgumentException("a range needs a start, an end, or to be going on");
    }
    if (isOngoing && end != null) {
      throw new IllegalArgumentException("a range that goes on has no end, was " + end);
    }
    if (start != null && end != null && end.latestMonth().isBefore(start.earliestMonth())) {
      throw new IllegalArgumentException(
          "a range must not end before it starts: " + start + " to " + end);
    }
  }

  /// Whole months from start to end, both counted. Of a bare year the middle (July for a start, June
  /// for an end) is taken, and at least one month counts.
  ///
  /// @param today stands for the end of what goes on
  /// @return null when start or end is unknown
  public @Nullable Integer months(LocalDate today) {
    YearMonth first = start == null ? null : middle(start, 7);
    YearMonth last = isOngoing ? YearMonth.from(today) : end == null ? null : middle(end, 6);
    if (first == null || last == null) {
      return null;
    }
    return (int) Math.max(1, ChronoUnit.MONTHS.between(first, last) + 1);
  }

  /// Months since the end, 0 for what goes on.
  ///
  /// @return null when the end is unknown
  public @Nullable Integer monthsSince(LocalDate today) {
    if (isOngoing) {
      return 0;
    }
    return end == null
        ? null
        : (int) Math.max(0, ChronoUnit.MONTHS.between(middle(end, 6), YearMonth.from(today)));
  }

  /// What has no range first, then what goes on, then by the end, or by the start when that is all that is known; the
  /// latest first.
  ///
  /// @return as a comparator does
  public static int latestFirst(@Nullable DateRange a, @Nullable DateRange b) {
    return Integer.compare(rank(b), rank(a));
  }

  /// Months since year 0 of the end, or of the start when that is all that is known.
  private static int rank(@Nullable DateRange period) {
    if (period == null || period.isOngoing()) {
      return period == null ? Integer.MAX_VALUE : Integer.MAX_VALUE - 1;
    }
    PartialDate last = period.end() != null ? period.end() : period.start();
    return last == null
        ? 0
        : last.latestMonth().getYear() * 12 + last.latestMonth().getMonthValue();
  }

  private static YearMonth middle(PartialDate date, int monthOfBareYear) {
    Integer month = date.month();
    return YearMonth.of(date.year(), month == null ? monthOfBareYear : month);
  }
}
