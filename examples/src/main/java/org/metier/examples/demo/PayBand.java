package org.metier.examples.demo;

import java.util.Currency;
import java.util.List;
import org.metier.work.Salary;

/// What a major group of occupations is paid in a country, gross for a full-time month.
record PayBand(String country, String group, int minPerMonth, int maxPerMonth, Currency currency) {
  private static final int WEEKS_PER_YEAR = 52;

  static List<PayBand> all() {
    return Resources.rows("pay.csv")
        .stream()
        .map(row -> new PayBand(row[0], row[1], Integer.parseInt(row[2]), Integer.parseInt(row[3]),
            Currency.getInstance(row[4])))
        .toList();
  }

  static PayBand of(String country, String isco, List<PayBand> bands) {
    return bands.stream()
        .filter(b -> b.country.equals(country) && isco.startsWith(b.group))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "pay.csv has no row for country " + country + " and group " + isco.charAt(0)));
  }

  /// A range within the band, in round figures.
  Salary offer(Salary.Period period, int hoursPerWeek, Dice dice) {
    int step = minPerMonth > 4_500 && currency.getCurrencyCode().equals("PLN") ? 100 : 50;
    int low = minPerMonth + (maxPerMonth - minPerMonth) * dice.between(0, 50) / 100;
    int high = Math.min(maxPerMonth, low + low * dice.between(8, 25) / 100);
    return switch (period) {
      case MONTH -> salary(rounded(low, step), rounded(high, step), period);
      case YEAR -> salary(rounded(low * 12, 500), rounded(high * 12, 500), period);
      case HOUR -> { // jobs by the hour are paid a little more for what they lack
        double hoursPerMonth = hoursPerWeek * (double) WEEKS_PER_YEAR / 12;
        yield salary(StrictMath.ceil(low * 1.1 / hoursPerMonth * 2) / 2,
            StrictMath.ceil(high * 1.1 / hoursPerMonth * 2) / 2, period);
      }
      case DAY, WEEK -> throw new IllegalArgumentException(
          "sample vacancies pay by the hour, month or year, not by the " + period);
    };
  }

  private Salary salary(double min, double max, Salary.Period period) {
    return new Salary(min, Math.max(min, max), currency, period);
  }

  private static double rounded(int amount, int step) {
    return StrictMath.ceil((double) amount / step) * step;
  }
}
