package org.metier.profile;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Counts months in several periods at once. Stateless.
final class Periods {
  /// Months that are looked back on: sixty years.
  private static final int MAX_MONTHS = 720;

  private Periods() {}

  /// Months that lie in at least one of the periods: what overlaps counts once, a gap not at all. Each
  /// period is as long as [DateRange#months] says, and those without a known start or end do not count.
  ///
  /// @param today stands for the end of what goes on
  /// @return 1 to 720; null when the length of none is known
  static @Nullable Integer months(Collection<DateRange> periods, LocalDate today) {
    BitSet worked = new BitSet();
    for (DateRange period : periods) {
      Integer length = period.months(today);
      Integer ago = period.monthsSince(today);
      if (length != null && ago != null) {
        int last = Math.min(ago, MAX_MONTHS - 1);
        worked.set(last, Math.min(last + length, MAX_MONTHS));
      }
    }
    return worked.isEmpty() ? null : worked.cardinality();
  }

  /// Months since the last of the periods ended, 0 when one goes on.
  ///
  /// @return null when the end of none is known
  static @Nullable Integer monthsSince(Collection<DateRange> periods, LocalDate today) {
    Integer least = null;
    for (DateRange period : periods) {
      Integer ago = period.monthsSince(today);
      least = ago == null || (least != null && least <= ago) ? least : ago;
    }
    return least;
  }
}
