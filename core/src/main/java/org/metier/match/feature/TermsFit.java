package org.metier.match.feature;

import org.jspecify.annotations.Nullable;
import org.metier.match.internal.VacancyRow;
import org.metier.match.reason.Reason;
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
    boolean hasHours, double hoursGap, boolean hasSalary, double salaryRatio, int wishes) {

  static TermsFit of(ProfileView profile, VacancyRow vacancy) {
    Wishes wishes = profile.profile().wishes();
    Contract contract = vacancy.contract();
    Boolean isContractWanted = null;
    if (contract != null && !wishes.contracts().isEmpty()) {
      isContractWanted = wishes.contracts().contains(contract);
    }
    int named = (wishes.contracts().isEmpty() ? 0 : 1) + (wishes.hours() == null ? 0 : 1)
        + (wishes.salary() == null ? 0 : 1);
    return new TermsFit(contract, isContractWanted, vacancy.hasHours(),
        hoursGap(wishes.hours(), vacancy), vacancy.hasPay(),
        salaryRatio(wishes.salary(), vacancy), named);
  }

  private static double hoursGap(@Nullable WeeklyHours wanted, VacancyRow offered) {
    return wanted == null || !offered.hasHours()
        ? Double.NaN
        : Math.max(0,
            Math.max(offered.minHours() - wanted.max(), wanted.min() - offered.maxHours()));
  }

  private static double salaryRatio(@Nullable Salary wanted, VacancyRow offered) {
    return wanted == null
        || offered.currency() != VacancyRow.packed(wanted.currency().getCurrencyCode())
            ? Double.NaN
            : Math.min(3, offered.maxPay() / wanted.minPerYear());
  }

  double contractWanted() {
    return isContractWanted == null ? Double.NaN : isContractWanted ? 1 : 0;
  }

  /// How many of the three terms the vacancy names.
  double offered() {
    return (contract == null ? 0 : 1) + (hasHours ? 1 : 0) + (hasSalary ? 1 : 0);
  }

  /// @param vacancy the one that this is about
  Reason reason(Vacancy vacancy, double contribution) {
    return new Reason.Terms(contract, isContractWanted, vacancy.hours(),
        Double.isNaN(hoursGap) ? null : hoursGap == 0, vacancy.salary(),
        Double.isNaN(salaryRatio) ? null : salaryRatio >= 1, contribution);
  }
}
