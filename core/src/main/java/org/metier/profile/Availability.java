package org.metier.profile;

import java.time.Period;

/// When the person can begin to work.
public sealed interface Availability {
  /// At once.
  record AtOnce() implements Availability {}

  /// From a date on, of which only the month or the year may be known.
  record From(PartialDate date) implements Availability {}

  /// So long after the person gives notice.
  ///
  /// @param notice longer than nothing, such as `P1M`
  record AfterNotice(Period notice) implements Availability {
    public AfterNotice {
      if (notice.isNegative() || notice.isZero()) {
        throw new IllegalArgumentException("a notice must be longer than nothing, was " + notice);
      }
    }
  }
}
