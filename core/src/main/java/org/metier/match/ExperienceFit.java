package org.metier.match;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;

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

  static ExperienceFit of(ProfileView profile, VacancyRow vacancy, Nearness nearness) {
    Integer asked = vacancy.experienceMonths();
    boolean isKnown = profile.isPeriodKnown();
    if (vacancy.codeCount() == 0 || !isKnown) {
      return new ExperienceFit(null, null, null, asked, isKnown);
    }
    BitSet same = null;
    BitSet near = null;
    Integer since = null;
    for (int i = 0; i < profile.held().size(); i++) {
      int distance = distance(i, vacancy, nearness);
      ProfileView.Held held = profile.held().get(i);
      if (distance <= NEAR && held.job().period() != null) {
        Integer ago = held.monthsSince();
        since = ago == null || (since != null && since <= ago) ? since : ago;
        near = marked(held, near);
        same = distance <= SAME ? marked(held, same) : same;
      }
    }
    return new ExperienceFit(count(same), count(near), since, asked, true);
  }

  private static int distance(int held, VacancyRow vacancy, Nearness nearness) {
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i < vacancy.codeCount(); i++) {
      distance = Math.min(distance, nearness.of(vacancy.code(i)).isco()[held]);
    }
    return distance;
  }

  /// Sets a bit for each month of the period, counted back from today.
  private static BitSet marked(ProfileView.Held held, @Nullable BitSet before) {
    BitSet months = before == null ? new BitSet(MAX_MONTHS) : before;
    Integer length = held.months();
    Integer ago = held.monthsSince();
    if (length != null && ago != null) {
      months.set(Math.min(ago, MAX_MONTHS), Math.min(ago + length, MAX_MONTHS));
    }
    return months;
  }

  private static int count(@Nullable BitSet months) {
    return months == null ? 0 : months.cardinality();
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
