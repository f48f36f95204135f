package org.metier.profile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How long and how lately a person did each kind of work, and when none: jobs side by side count their
/// months once. Immutable.
///
/// @param kinds most weight first
/// @param months in which the person worked at all, 0 or more
/// @param gaps between jobs, each of more than a month, earliest first
public record Career(List<Kind> kinds, int months, List<Gap> gaps) {
  /// After so many months, what was done weighs half. Chosen, not measured.
  private static final double HALF_LIFE_MONTHS = 36;

  public Career {
    kinds = List.copyOf(kinds);
    gaps = List.copyOf(gaps);
  }

  /// Work of one kind.
  ///
  /// @param key what the caller told kinds apart by, such as an occupation's URI
  /// @param months in which it was done, at least 1
  /// @param monthsSince since it was last done, 0 or more
  /// @param weight months, each by how sure the job's occupation is and halved every three years; above 0
  public record Kind(String key, int months, int monthsSince, double weight) {
    public Kind {
      if (months < 1 || monthsSince < 0 || !(weight > 0)) {
        throw new IllegalArgumentException(
            "work of a kind needs at least 1 month, 0 months since and a weight above 0, was "
                + months + ", " + monthsSince + " and " + weight);
      }
    }
  }

  /// A time without a job.
  ///
  /// @param first month of it
  /// @param last month of it, not before the first
  public record Gap(YearMonth first, YearMonth last) {
    public Gap {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("a gap must not end before it starts: " + first + " to "
            + last);
      }
    }

    public int months() {
      return (int) ChronoUnit.MONTHS.between(first, last) + 1;
    }
  }

  /// The career that jobs make.
  ///
  /// Jobs whose start or end is unknown, and jobs that lie ahead, add nothing. Of bare years the middle is
  /// taken, as in [DateRange#months]. Time and memory are linear in the months worked.
  ///
  /// @param today stands for the end of what goes on
  /// @param kind tells kinds apart; jobs that it answers null for count as work of no kind
  public static Career of(List<HeldOccupation> jobs, LocalDate today,
      Function<HeldOccupation, @Nullable String> kind) {
    YearMonth now = YearMonth.from(today);
    TreeSet<YearMonth> worked = new TreeSet<>();
    Map<String, TreeMap<YearMonth, Double>> byKind = new TreeMap<>();
    for (HeldOccupation job : jobs) {
      List<YearMonth> months = months(job.period(), today);
      worked.addAll(months);
      String key = kind.apply(job);
      if (key != null && !months.isEmpty() && job.confidence() > 0) {
        TreeMap<YearMonth, Double> own = byKind.computeIfAbsent(key, k -> new TreeMap<>());
        months.forEach(month -> own.merge(month, job.confidence(), Math::max));
      }
    }
    List<Kind> kinds = new ArrayList<>();
    byKind.forEach((key, months) -> kinds.add(kind(key, months, now)));
    kinds.sort(Comparator.comparingDouble(Kind::weight).reversed().thenComparing(Kind::key));
    return new Career(kinds, worked.size(), gaps(worked));
  }

  /// The kind that weighs most; empty when no dated job has a kind.
  public Optional<Kind> main() {
    return kinds.stream().findFirst();
  }

  private static Kind kind(String key, TreeMap<YearMonth, Double> months, YearMonth now) {
    double weight = 0;
    for (Map.Entry<YearMonth, Double> month : months.entrySet()) {
      long ago = ChronoUnit.MONTHS.between(month.getKey(), now);
      weight += month.getValue() * StrictMath.pow(0.5, ago / HALF_LIFE_MONTHS);
    }
    return new Kind(key, months.size(), (int) ChronoUnit.MONTHS.between(months.lastKey(), now),
        weight);
  }

  private static List<YearMonth> months(@Nullable DateRange period, LocalDate today) {
    YearMonth now = YearMonth.from(today);
    if (period == null || period.start() == null || period.start().earliestMonth().isAfter(now)) {
      return List.of();
    }
    PartialDate end = period.end();
    boolean isAhead = end != null && end.earliestMonth().isAfter(now);
    DateRange known = isAhead ? new DateRange(period.start(), null, true) : period;
    Integer count = known.months(today);
    Integer since = known.monthsSince(today);
    if (count == null || since == null) {
      return List.of();
    }
    YearMonth last = now.minusMonths(since);
    List<YearMonth> months = new ArrayList<>();
    for (int back = 0; back < count; back++) {
      months.add(last.minusMonths(back));
    }
    return months;
  }

  private static List<Gap> gaps(TreeSet<YearMonth> worked) {
    List<Gap> gaps = new ArrayList<>();
    YearMonth before = null;
    for (YearMonth month : worked) {
      if (before != null && ChronoUnit.MONTHS.between(before, month) > 2) {
        gaps.add(new Gap(before.plusMonths(1), month.minusMonths(1)));
      }
      before = month;
    }
    return gaps;
  }
}
