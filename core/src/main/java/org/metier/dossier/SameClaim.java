package org.metier.dossier;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.metier.profile.Certificate;
import org.metier.profile.DateRange;
import org.metier.profile.Education;
import org.metier.profile.HeldOccupation;
import org.metier.profile.PartialDate;

/// Whether two claims are about the same job, course or certificate. Employers and schools are not stored,
/// so that titles, links and times must tell. Symmetric. Stateless.
final class SameClaim {
  /// Titles that agree in so much name the same thing.
  private static final double SAME_TITLE = 0.6;
  private static final double SAME_CERTIFICATE = 0.85;
  /// Share of the months of either that lie in both.
  private static final double SAME_TIME = 0.5;

  private SameClaim() {}

  /// @return 0 for two jobs, to 2.25 for the same words at the same time
  static double jobs(HeldOccupation a, HeldOccupation b) {
    String uri = a.uri();
    boolean isSameOccupation = uri != null && uri.equals(b.uri());
    double title = TitleWords.similarity(a.title(), b.title());
    if (!isSameOccupation && title < SAME_TITLE) {
      return 0;
    }
    double time = time(a.period(), b.period());
    return time == 0 ? 0 : Math.max(title, isSameOccupation ? SAME_TITLE : 0) + time;
  }

  /// @return 0 for two courses, to 2.25 for the same words at the same time
  static double courses(Education a, Education b) {
    double title = TitleWords.similarity(a.title(), b.title());
    double time = time(a.period(), b.period());
    boolean isSameDegree = a.level() != null && a.level() == b.level()
        && a.period() != null && b.period() != null && time >= 1;
    return time == 0 || (title < SAME_TITLE && !isSameDegree) ? 0 : title + time;
  }

  /// @return 0 for two certificates, to 1 for the same words
  static double certificates(Certificate a, Certificate b) {
    double title = TitleWords.similarity(a.title(), b.title());
    return title < SAME_CERTIFICATE ? 0 : title;
  }

  /// @return most for equal times, 1 when start and end can be the same, less when only one of them can or
  ///     both lie near, or when one is unknown, 0 for different times
  private static double time(@Nullable DateRange a, @Nullable DateRange b) {
    if (a == null || b == null) {
      return a == null && b == null ? 0.75 : 0.5;
    }
    if (a.equals(b)) {
      return 1.25;
    }
    boolean isSameStart = agree(a.start(), b.start());
    boolean isSameEnd = a.isOngoing() == b.isOngoing() && agree(a.end(), b.end());
    if (isSameStart && isSameEnd) {
      return 1;
    }
    double shared = shared(a, b);
    if (shared == 0) {
      return 0;
    }
    return isSameStart || isSameEnd || shared >= SAME_TIME ? 0.25 + shared / 2 : 0;
  }

  /// Whether two dates can be one; what is unknown can be any.
  static boolean agree(@Nullable PartialDate a, @Nullable PartialDate b) {
    return a == null || b == null
        || !(a.latestMonth().isBefore(b.earliestMonth())
            || b.latestMonth().isBefore(a.earliestMonth()));
  }

  /// Months in both as a share of the months in either; what has no known start or end reaches as far as
  /// the other.
  private static double shared(DateRange a, DateRange b) {
    YearMonth startA = first(a, b);
    YearMonth startB = first(b, a);
    YearMonth endA = last(a, b);
    YearMonth endB = last(b, a);
    YearMonth from = startA.isAfter(startB) ? startA : startB;
    YearMonth to = endA.isBefore(endB) ? endA : endB;
    YearMonth earliest = startA.isBefore(startB) ? startA : startB;
    YearMonth latest = endA.isAfter(endB) ? endA : endB;
    double both = ChronoUnit.MONTHS.between(from, to) + 1;
    double either = ChronoUnit.MONTHS.between(earliest, latest) + 1;
    return both <= 0 || either <= 0 ? 0 : both / either;
  }

  private static YearMonth first(DateRange range, DateRange other) {
    PartialDate start = range.start() == null ? other.start() : range.start();
    PartialDate end = range.end() == null ? other.end() : range.end();
    return start != null
        ? start.earliestMonth()
        : end == null ? YearMonth.of(1900, 1) : end.earliestMonth();
  }

  private static YearMonth last(DateRange range, DateRange other) {
    PartialDate end = range.end() == null ? other.end() : range.end();
    if (end != null) {
      YearMonth start = first(range, other);
      return end.latestMonth().isBefore(start) ? start : end.latestMonth();
    }
    return YearMonth.of(2200, 12);
  }
}
