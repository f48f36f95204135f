package org.metier.feed.internal.draft;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metier.feed.ProblemCode;
import org.metier.feed.internal.terms.ContractText;
import org.metier.feed.internal.terms.ExperienceText;
import org.metier.feed.internal.terms.HoursText;
import org.metier.feed.internal.terms.Pay;
import org.metier.feed.internal.terms.Reading;
import org.metier.feed.internal.terms.SalaryText;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// The terms of one record. What a source states as a number or code goes before what it writes as text,
/// and texts are read when all fields are known, since the country may tell the currency. Not thread-safe.
final class DraftTerms {
  private static final int MOST_MONTHS = 600;

  private final Problems problems;
  private @Nullable Integer experienceMonths;
  private @Nullable Contract contract;
  private @Nullable WeeklyHours hours;
  private @Nullable Salary salary;
  private final List<FieldText> salaryTexts = new ArrayList<>();

  /// Where problems are noted.
  @FunctionalInterface
  interface Problems {
    void note(ProblemCode code, String field, String found, String expected);
  }

  private record FieldText(String field, String text) {}

  DraftTerms(Problems problems) {
    this.problems = problems;
  }

  void contract(@Nullable Contract received) {
    contract = received;
  }

  void experienceMonths(@Nullable Integer months) {
    experienceMonths = months != null && months >= 0 && months <= MOST_MONTHS ? months : null;
  }

  void hours(String field, @Nullable Double min, @Nullable Double max) {
    Double either = min == null ? max : min;
    if (either == null) {
      return;
    }
    double low = either;
    double high = max == null ? low : max;
    if (low > 0 && high >= low && high <= 100) {
      hours = new WeeklyHours(low, high);
    } else {
      problems.note(ProblemCode.BAD_NUMBER, field, low + " to " + high, "hours a week, such as 38");
    }
  }

  void salary(String field, @Nullable Double min, @Nullable Double max,
      @Nullable Currency currency, Salary.@Nullable Period period) {
    if (min == null) {
      return; // "up to" says nothing about the least
    }
    double low = min;
    double high = max == null ? low : max;
    String found = low + " to " + high + " " + currency + " per " + period;
    if (currency == null || period == null || !(low > 0 && high >= low && high < 1e9)) {
      problems.note(ProblemCode.BAD_SALARY, field, found,
          "an amount above 0 with currency and period, such as 2000 to 2400 EUR per MONTH");
    } else if (!Pay.isPlausible(low, high, currency, period)) {
      problems.note(ProblemCode.IMPLAUSIBLE_SALARY, field, found,
          "what somebody can earn in that period");
    } else {
      salary = new Salary(low, high, currency, period);
    }
  }

  void salaryText(String field, String text) {
    salaryTexts.add(new FieldText(field, text));
  }

  void hoursText(String field, String text) {
    if (hours == null) {
      read(field, text, HoursText::stated, value -> hours = value);
    }
  }

  void hoursWithin(String field, String text) {
    if (hours == null) {
      read(field, text, HoursText::within, value -> hours = value);
    }
  }

  boolean hasContract() {
    return contract != null;
  }

  void contractText(String field, String text) {
    if (contract == null) {
      read(field, text, ContractText::stated, value -> contract = value);
    }
  }

  void experienceText(String field, String text) {
    if (experienceMonths == null) {
      read(field, text, ExperienceText::stated, value -> experienceMonths = value);
    }
  }

  private <T> void read(String field, String text, Function<String, Reading<T>> reader,
      Consumer<T> value) {
    switch (reader.apply(text)) {
      case Reading.Found<T>(var found, var span) -> value.accept(found);
      case Reading.Absent<T> _ -> {
        // stays absent
      }
      case Reading.Unclear<T>(var code, var expected) -> problems.note(code, field, text, expected);
    }
  }

  /// Gives the vacancy its terms.
  ///
  /// @param countries where the source says the work is done; one alone tells the currency of an amount
  ///     that has none
  void fill(Vacancy.Builder vacancy, Set<String> countries) {
    Currency ofCountry = currency(countries);
    for (FieldText text : salaryTexts) {
      if (salary == null) {
        read(text.field, text.text, t -> SalaryText.stated(t, ofCountry), value -> salary = value);
      }
    }
    vacancy.experienceMonths(experienceMonths).contract(contract).hours(hours).salary(salary);
  }

  private static @Nullable Currency currency(Set<String> countries) {
    Set<String> currencies = new TreeSet<>();
    for (String country : countries) {
      Currency currency = Currency.getInstance(new Locale.Builder().setRegion(country).build());
      if (currency != null) { // Antarctica has none
        currencies.add(currency.getCurrencyCode());
      }
    }
    return currencies.size() == 1 ? Currency.getInstance(currencies.iterator().next()) : null;
  }
}
