package org.metier.search;

/// How many vacancies would be found if what they do not say did not keep them out.
///
/// @param withoutPlace those whose place is not known, when places were asked for; fully remote work is
///     never left out
/// @param withoutPay those that say no pay, or in another currency, when a least pay was asked for
public record LeftOut(int withoutPlace, int withoutPay) {
  public static final LeftOut NONE = new LeftOut(0, 0);
}
