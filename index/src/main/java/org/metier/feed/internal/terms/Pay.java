package org.metier.feed.internal.terms;

import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.metier.work.Salary;
import org.metier.work.Salary.Period;

/// Whether an amount can be pay for a period at all: it catches a month's pay in a field for the year,
/// cents for euros, and 0 or 1 as a placeholder.
public final class Pay {
  /// Roughly how many units of a currency one euro buys; a rate that is wrong by half does no harm here.
  private static final Map<String, Double> UNITS_PER_EURO = Map.of("EUR", 1.0, "USD", 1.0, "GBP",
      1.0, "CHF", 1.0, "PLN", 4.5, "CZK", 25.0, "SEK", 11.0,
      "NOK", 11.0, "DKK", 7.5);
  /// What is paid for the work that earns a euro in Western Europe, from minimum wages of 2021 to 2025.
  private static final Map<String, Double> WAGE_LEVEL = Map.of("EUR", 1.0, "USD", 1.0, "GBP", 1.0,
      "CHF", 1.5, "PLN", 2.2, "CZK", 12.0, "SEK", 11.0, "NOK", 12.0, "DKK", 9.0);

  private Pay() {}

  /// Between 1.50 and 300 euros an hour, and accordingly for the longer periods of part-time work:
  /// an hour a week at the least. True for a currency that is not listed.
  public static boolean isPlausible(double min, double max, Currency currency, Period period) {
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

  /// The period that an amount without one must be for: 5 to 45 is an hour's pay, 550 to 9,000 a month's
  /// and 12,000 to 250,000 a year's, in euros at Western European wages and accordingly elsewhere. The
  /// bands leave gaps so that each amount fits one period at most; pay for a day or week is always said
  /// to be that.
  ///
  /// @return null when it fits none, or the currency is not listed
  static @Nullable Period onlyPeriod(double min, double max, Currency currency) {
    for (Period period : new Period[]{Period.HOUR, Period.MONTH, Period.YEAR}) {
      if (isUsual(min, max, currency, period)) {
        return period;
      }
    }
    return null;
  }

  /// Whether an amount is what most people earn in a period; false for a currency that is not listed.
  static boolean isUsual(double min, double max, Currency currency, Period period) {
    Double level = WAGE_LEVEL.get(currency.getCurrencyCode());
    if (level == null) {
      return false;
    }
    double least = switch (period) {
      case HOUR -> 5;
      case DAY -> 40;
      case WEEK -> 130;
      case MONTH -> 550;
      case YEAR -> 12_000;
    };
    double most = switch (period) {
      case HOUR -> 45;
      case DAY -> 500;
      case WEEK -> 2_200;
      case MONTH -> 9_000;
      case YEAR -> 250_000;
    };
    return min >= least * level && max <= most * level;
  }

  /// What somebody can be told who sent an amount that cannot be understood.
  static String expected() {
    return "an amount above 0 with currency and period, such as \"2000 - 2400 EUR per month\"";
  }

  /// Pay for twelve months when there are more payments than that.
  static Salary yearly(double min, double max, Currency currency, double payments) {
    return new Salary(min * payments, max * payments, currency, Period.YEAR);
  }
}
