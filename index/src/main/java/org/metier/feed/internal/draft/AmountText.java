package org.metier.feed.internal.draft;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.work.Salary;

/// Pay that comes in parts, as one text: to be kept as received, or to be read as [Draft#salaryText] when
/// a part is missing that a number needs.
public final class AmountText {
  private AmountText() {}

  /// The parts that are there, such as `2400 - 2800 EUR monthly`.
  ///
  /// @return null when there is no amount
  public static @Nullable String of(@Nullable String min, @Nullable String max,
      @Nullable String currency, @Nullable String interval) {
    if (min == null && max == null) {
      return null;
    }
    return (min == null ? "up to " + max : min) + (min == null || max == null ? "" : " - " + max)
        + (currency == null ? "" : " " + currency) + (interval == null ? "" : " " + interval);
  }

  /// In words that [Draft#salaryText] understands.
  ///
  /// @param period null when the source does not say
  public static @Nullable String toRead(@Nullable String min, @Nullable String max,
      @Nullable String currency, Salary.@Nullable Period period) {
    return of(min, max, currency,
        period == null ? null : "per " + period.name().toLowerCase(Locale.ROOT));
  }
}
