package org.metier.feed.internal.draft;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Currencies by ISO 4217 code.
public final class Currencies {
  private static final Map<String, Currency> BY_CODE = Currency.getAvailableCurrencies()
      .stream()
      .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  private Currencies() {}

  /// @param code in any case
  /// @return null when absent or unknown
  public static @Nullable Currency of(@Nullable String code) {
    return code == null ? null : BY_CODE.get(code.strip().toUpperCase(Locale.ROOT));
  }
}
