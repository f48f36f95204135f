package org.metier.alert;

import java.util.Currency;

/// The least pay that would do.
///
/// @param perYear gross, for a full-time year, greater than 0
public record LeastPay(double perYear, Currency currency) {
  public LeastPay {
    if (!(perYear > 0 && perYear < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("pay per year must be greater than 0, was " + perYear);
    }
  }
}
