package org.metier.match.feature;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;

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

  /// What the occupations alone say; see above.
  record Months(@Nullable Integer same, @Nullable Integer near, @Nullable Integer since) {}

  static ExperienceFit of(ProfileView profile, VacancyRow vacancy, Nearness.Fit fit) {
    return new ExperienceFit(fit.sameMonths(), fit.nearMonths(), fit.monthsSince(),
        vacancy.experienceMonths(), profile.isPeriodKnown());
  }

  /// @param occupations of the vacancy
  static Months months(ProfileView profile, List<Nearness.Pairs> occupations) {
    if (occupations.isEmpty() || !profile.isPeriodKnown()) {
      return new Months(null, null, null);
    }
    BitSet same = new BitSet();
    BitSet near = new BitSet();
    Integer since = null;
    for (int i = 0; i < profile.held().size(); i++) {
      int distance = distance(i, occupations);
      ProfileView.Held held = profile.held().get(i);
      if (distance <= NEAR && held.job().period() != null) {
        Integer ago = held.monthsSince();
        since = ago == null || (since != null && since <= ago) ? since : ago;
        mark(held, near);
        if (distance <= SAME) {
          mark(held, same);
        }
      }
    }
    return new Months(same.cardinality(), near.cardinality(), since);
  }

  private static int distance(int held, List<Nearness.Pairs> occupations) {
    int distance = Integer.MAX_VALUE;
    for (Nearness.Pairs pairs : occupations) {
      distance = Math.min(distance, pairs.isco()[held]);
    }
    return distance;
  }

  /// Sets a bit for each month of the period, counted back from today.
  private static void mark(ProfileView.Held held, BitSet months) {
    Integer length = held.months();
    Integer ago = held.monthsSince();
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
