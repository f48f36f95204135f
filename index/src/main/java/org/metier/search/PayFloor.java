package org.metier.search;

import java.util.Currency;

/// The least that a job must be able to pay: the upper end of its range reaches this. Only pay that is
/// known and in the same currency counts; [LeftOut] says how many have none.
///
/// @param perYear gross, for a full-time year, greater than 0
public record PayFloor(double perYear, Currency currency) {
  public PayFloor {
    if (!(perYear > 0 && perYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("perYear must be greater than 0, was " + perYear);
    }
  }
}
