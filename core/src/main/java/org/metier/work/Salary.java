package org.metier.work;

import java.util.Currency;

/// Gross pay, as a range.
///
/// @param min amount per `period` in units of `currency`, greater than 0
/// @param max amount per `period`, at least `min`
public record Salary(double min, double max, Currency currency, Period period) {
  /// What an amount is paid for.
  public enum Period {
    HOUR(1_720), DAY(215), WEEK(52), MONTH(12), YEAR(1);

    private final int perYear;

    Period(int perYear) {
      this.perYear = perYear;
    }

    /// How many of these a full-time year has; 1,720 hours is the EU's standard working year
    /// (Regulation (EU) 2021/1060, Article 55).
    public int perYear() {
      return perYear;
    }
  }

  public Salary {
    if (!(min > 0 && max >= min && max < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "salary must be 0 < min <= max, was " + min + " to " + max);
    }
  }

  /// The lower end for a full-time year, in [#currency].
  public double minPerYear() {
    return min * period.perYear();
  }

  /// The upper end for a full-time year, in [#currency].
  public double maxPerYear() {
    return max * period.perYear();
  }
}
