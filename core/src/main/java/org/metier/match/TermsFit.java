package org.metier.match;

import org.jspecify.annotations.Nullable;
import org.metier.profile.Wishes;
import org.metier.vacancy.Vacancy;
import org.metier.work.Contract;
import org.metier.work.Salary;
import org.metier.work.WeeklyHours;

/// Contract, hours and salary against the person's wishes.
///
/// @param isContractWanted null when one side does not say; so for the others
/// @param hoursGap hours a week between the two ranges, 0 when they overlap; NaN when unknown
/// @param salaryRatio the vacancy's upper end to the least that would do, 0 to 3; NaN when unknown or
///     in different currencies
/// @param wishes how many of the three the person named
record TermsFit(@Nullable Contract contract, @Nullable Boolean isContractWanted,
    @Nullable WeeklyHours hours, double hoursGap, @Nullable Salary salary, double salaryRatio,
    int wishes) {

  static TermsFit of(ProfileView profile, VacancyView view) {
    Wishes wishes = profile.profile().wishes();
    Vacancy vacancy = view.vacancy();
    Contract contract = vacancy.contract();
    Boolean isContractWanted = null;
    if (contract != null && !wishes.contracts().isEmpty()) {
      isContractWanted = wishes.contracts().contains(contract);
    }
    int named = (wishes.contracts().isEmpty() ? 0 : 1) + (wishes.hours() == null ? 0 : 1)
        + (wishes.salary() == null ? 0 : 1);
    return new TermsFit(contract, isContractWanted, vacancy.hours(),
        hoursGap(wishes.hours(), vacancy.hours()), vacancy.salary(),
        salaryRatio(wishes.salary(), vacancy.salary()), named);
  }

  private static double hoursGap(@Nullable WeeklyHours wanted, @Nullable WeeklyHours offered) {
    return wanted == null || offered == null
        ? Double.NaN
        : Math.max(0, Math.max(offered.min() - wanted.max(), wanted.min() - offered.max()));
  }

  private static double salaryRatio(@Nullable Salary wanted, @Nullable Salary offered) {
    return wanted == null || offered == null || !wanted.currency().equals(offered.currency())
        ? Double.NaN
        : Math.min(3, offered.maxPerYear() / wanted.minPerYear());
  }

  double contractWanted() {
    return isContractWanted == null ? Double.NaN : isContractWanted ? 1 : 0;
  }

  /// How many of the three terms the vacancy names.
  double offered() {
    return (contract == null ? 0 : 1) + (hours == null ? 0 : 1) + (salary == null ? 0 : 1);
  }

  Reason reason(double contribution) {
    return new Reason.Terms(contract, isContractWanted, hours,
        Double.isNaN(hoursGap) ? null : hoursGap == 0, salary,
        Double.isNaN(salaryRatio) ? null : salaryRatio >= 1, contribution);
  }
}
