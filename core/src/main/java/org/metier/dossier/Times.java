package org.metier.dossier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;

/// One period of what several sources say: as precise as those that agree allow, and the sides that do not
/// agree.
///
/// @param period null when no source says any
/// @param sides at least two when sources differ, else empty
record Times(@Nullable DateRange period, List<Side<DateRange>> sides) {
  Times {
    sides = List.copyOf(sides);
  }

  /// @param members in order of precedence
  static <T> Times of(List<Member<T>> members, Function<T, @Nullable DateRange> periodOf) {
    DateRange period = null;
    LocalDate date = null;
    List<Side<DateRange>> sides = new ArrayList<>();
    for (Member<T> member : members) {
      DateRange own = periodOf.apply(member.claim());
      if (own == null) {
        continue;
      }
      if (period == null) {
        period = own;
        date = member.date();
        sides.add(new Side<>(own, member.source()));
        continue;
      }
      DateRange both = both(period, date, own, member.date());
      if (both != null) {
        period = both;
      } else if (sides.stream().noneMatch(s -> s.value().equals(own))) {
        sides.add(new Side<>(own, member.source()));
      }
    }
    if (sides.size() < 2 || period == null) {
      return new Times(period, List.of());
    }
    sides.set(0, new Side<>(period, sides.getFirst().source()));
    return new Times(period, sides);
  }

  /// What two sources say together; null when they cannot both be true.
  private static @Nullable DateRange both(DateRange a, @Nullable LocalDate dateA, DateRange b,
      @Nullable LocalDate dateB) {
    if (!SameClaim.agree(a.start(), b.start()) || !SameClaim.agree(a.end(), b.end())) {
      return null;
    }
    boolean goesOn = a.isOngoing() && b.isOngoing();
    if (!goesOn && (!endsLater(a, dateA, b) || !endsLater(b, dateB, a))) {
      return null;
    }
    PartialDate start = finer(a.start(), b.start());
    PartialDate end = finer(a.end(), b.end());
    boolean isOngoing = goesOn || (end == null && (a.isOngoing() || b.isOngoing()));
    if (start != null && end != null && end.latestMonth().isBefore(start.earliestMonth())) {
      return null;
    }
    return new DateRange(start, end, isOngoing);
  }

  /// Whether what a source has as still going on can have ended as another says: it was written before.
  private static boolean endsLater(DateRange ongoing, @Nullable LocalDate written,
      DateRange ended) {
    PartialDate end = ended.end();
    return !ongoing.isOngoing() || end == null
        || (written != null && !YearMonth.from(written).isAfter(end.latestMonth()));
  }

  private static @Nullable PartialDate finer(@Nullable PartialDate a, @Nullable PartialDate b) {
    return a == null || (b != null && parts(b) > parts(a)) ? b : a;
  }

  private static int parts(PartialDate date) {
    return date.day() != null ? 3 : date.month() != null ? 2 : 1;
  }
}
