package org.metier.match;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.profile.DateRange;
import org.metier.taxonomy.Taxonomy;

/// How long the person worked in the vacancy's occupation or near it, and when last. Jobs at the same
/// time count once. The length of a whole working life is left out on purpose: it would tell the age.
///
/// @param sameMonths in the same occupation or unit group; null when unknown
/// @param nearMonths in the same minor group, which includes the above; null when unknown
/// @param monthsSince the last job of `nearMonths`; null when there is none, or its end is unknown
/// @param askedMonths null when the vacancy does not say
/// @param isKnown whether the profile has any job with a known length
record ExperienceFit(@Nullable Integer sameMonths, @Nullable Integer nearMonths,
    @Nullable Integer monthsSince, @Nullable Integer askedMonths, boolean isKnown) {
  private static final int SAME = 1;
  private static final int NEAR = 2;

  /// Months that are looked back on.
  private static final int MAX_MONTHS = 720;

  static ExperienceFit of(ProfileView profile, VacancyView vacancy, Taxonomy taxonomy) {
    Integer asked = vacancy.vacancy().experienceMonths();
    boolean isKnown = profile.profile()
        .occupations()
        .stream()
        .map(job -> job.period())
        .anyMatch(period -> period != null && period.months(profile.today()) != null);
    if (vacancy.codes().isEmpty() || !isKnown) {
      return new ExperienceFit(null, null, null, asked, isKnown);
    }
    BitSet same = new BitSet();
    BitSet near = new BitSet();
    Integer since = null;
    for (ProfileView.Held held : profile.held()) {
      int distance = distance(held, vacancy.codes(), taxonomy);
      DateRange period = held.job().period();
      if (distance <= NEAR && period != null) {
        Integer ago = period.monthsSince(profile.today());
        since = ago == null || (since != null && since <= ago) ? since : ago;
        mark(period, profile, near);
        if (distance <= SAME) {
          mark(period, profile, same);
        }
      }
    }
    return new ExperienceFit(same.cardinality(), near.cardinality(), since, asked, true);
  }

  private static int distance(ProfileView.Held held, List<VacancyView.Code> codes,
      Taxonomy taxonomy) {
    int distance = Integer.MAX_VALUE;
    for (VacancyView.Code code : codes) {
      distance = Math.min(distance, taxonomy.iscoDistance(held.occupation(), code.occupation()));
    }
    return distance;
  }

  /// Sets a bit for each month of the period, counted back from today.
  private static void mark(DateRange period, ProfileView profile, BitSet months) {
    Integer length = period.months(profile.today());
    Integer ago = period.monthsSince(profile.today());
    if (length != null && ago != null) {
      months.set(Math.min(ago, MAX_MONTHS), Math.min(ago + length, MAX_MONTHS));
    }
  }

  /// What the person has beyond what is asked, negative when short of it.
  ///
  /// @return -120 to 120 months; NaN when nothing is asked or known
  double gapMonths() {
    return nearMonths == null || askedMonths == null
        ? Double.NaN
        : Math.clamp((long) nearMonths - askedMonths, -120, 120);
  }

  Reason reason(double contribution) {
    return new Reason.Experience(nearMonths, monthsSince, askedMonths, contribution);
  }
}
