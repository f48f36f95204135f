package org.metier.training.judgment;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metier.profile.CompetenceProfile;
import org.metier.profile.DateRange;
import org.metier.profile.PartialDate;
import org.metier.vacancy.Vacancy;

/// Finds pairs whose content is younger than the moment they are judged for. What was written down afterwards
/// may tell how it ended: the job that came of an application stands in the profile a month later.
///
/// A vacancy is as young as `postedAt`; a profile as the latest month in which one of its jobs, courses or
/// certificates began. Neither proves an age: what carries no date passes, unless the caller knows when the
/// profiles were written. Not thread-safe.
public final class LeakCheck {
  private final @Nullable Instant profilesAsOf;
  private final Map<String, Optional<YearMonth>> youngest = new HashMap<>();

  /// @param profilesAsOf when all profiles were as they are; null where nobody knows, and then only what they
  ///     date themselves is looked at
  public LeakCheck(@Nullable Instant profilesAsOf) {
    this.profilesAsOf = profilesAsOf;
  }

  /// @return why the pair must not be judged for that moment; empty when nothing speaks against it
  Optional<Refusal> refusal(CompetenceProfile profile, Vacancy vacancy, Instant at) {
    Instant posted = vacancy.postedAt();
    if (posted != null && posted.isAfter(at)) {
      return Optional.of(Refusal.LATER_VACANCY);
    }
    if (profilesAsOf != null && profilesAsOf.isAfter(at)) {
      return Optional.of(Refusal.LATER_PROFILE);
    }
    YearMonth month = YearMonth.from(at.atZone(ZoneOffset.UTC));
    return youngest.computeIfAbsent(profile.id(), id -> youngest(profile))
        .filter(latest -> latest.isAfter(month))
        .map(latest -> Refusal.LATER_PROFILE);
  }

  private static Optional<YearMonth> youngest(CompetenceProfile profile) {
    List<@Nullable DateRange> periods = new ArrayList<>();
    profile.occupations().forEach(job -> periods.add(job.period()));
    profile.education().forEach(course -> periods.add(course.period()));
    profile.certificates().forEach(certificate -> periods.add(certificate.period()));
    YearMonth latest = null;
    for (DateRange period : periods) {
      PartialDate start = period == null ? null : period.start();
      if (start != null && (latest == null || start.earliestMonth().isAfter(latest))) {
        latest = start.earliestMonth();
      }
    }
    return Optional.ofNullable(latest);
  }
}
