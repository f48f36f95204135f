package org.metier.feed.internal.draft;

import java.util.Currency;
import java.util.Map;
import org.metier.work.Salary;

/// Whether an amount can be pay for a period at all: it catches a month's pay in a field for the year,
/// cents for euros, and 0 or 1 as a placeholder.
public final class Pay {
  /// Roughly how many units of a currency one euro buys; a rate that is wrong by half does no harm here.
  private static final Map<String, Double> UNITS_PER_EURO = Map.of("EUR", 1.0, "USD", 1.0, "GBP",
      1.0, "CHF", 1.0, "PLN", 4.5, "CZK", 25.0, "SEK", 11.0,
      "NOK", 11.0, "DKK", 7.5);

  private Pay() {}

  /// Between 1.50 and 300 euros an hour, and accordingly for the longer periods of part-time work:
  /// an hour a week at the least.
  public static boolean isPlausible(double min, double max, Currency currency,
      Salary.Period period) {
    Double unit = UNITS_PER_EURO.get(currency.getCurrencyCode());
    if (unit == null) {
      return true;
    }
    double least = switch (period) {
      case HOUR -> 1.5;
      case DAY -> 5;
      case WEEK -> 10;
      case MONTH -> 40;
      case YEAR -> 500;
    };
    double most = switch (period) {
      case HOUR -> 300;
      case DAY -> 2_500;
      case WEEK -> 10_000;
      case MONTH -> 30_000;
      case YEAR -> 400_000;
    };
    return min >= least * unit && max <= most * unit;
  }
}
