package org.metier.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.metier.measure.Interval;
import org.metier.text.Language;
import org.metier.text.internal.Phrases;

/// Writes numbers as a language does. Immutable and thread-safe.
public final class Numbers {
  private static final String MINUS = "−";

  private final Locale locale;
  private final Phrases phrases;

  private Numbers(Language language) {
    locale = language.locale();
    phrases = Phrases.of(Numbers.class, "page", language);
  }

  public static Numbers in(Language language) {
    return new Numbers(language);
  }

  /// `12,345`.
  public String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /// `43.2 %`.
  public String share(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return written(format, share, 3);
  }

  /// `0.432`.
  ///
  /// @param decimals at least 0
  public String decimal(double number, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return written(format, number, decimals);
  }

  /// Rounds half away from zero on the decimal digits, and never writes a negative zero.
  private static String written(NumberFormat format, double number, int decimals) {
    BigDecimal rounded = new BigDecimal(Double.toString(number)).setScale(decimals,
        RoundingMode.HALF_UP);
    return format.format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded).replace("-", MINUS);
  }

  /// With its sign: `+1.3`, `−0.2`; of a share in percentage points.
  public String pointsOf(double share) {
    return signed(100 * share, 1);
  }

  /// With its sign.
  public String signed(double number, int decimals) {
    String digits = decimal(number, decimals);
    boolean isNone = digits.startsWith(MINUS)
        || digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    return isNone ? digits : "+" + digits;
  }

  /// `41.0 % to 45.3 %`; a dash for none.
  public String shares(@Nullable Interval interval) {
    return interval == null
        ? phrases.of("none")
        : phrases.of("range", share(interval.low()), share(interval.high()));
  }

  /// `0.41 to 0.45`; a dash for none.
  public String decimals(@Nullable Interval interval, int decimals) {
    return interval == null
        ? phrases.of("none")
        : phrases.of("range", decimal(interval.low(), decimals),
            decimal(interval.high(), decimals));
  }

  /// What stands where there is no number.
  public String none() {
    return phrases.of("none");
  }

  String onAxis(Block.Unit unit, double value, double step) {
    return switch (unit) {
      case SHARE -> {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        int decimals = step < 0.0099 ? 1 : 0;
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        yield written(format, value, decimals + 2);
      }
      case NUMBER -> decimal(value, Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9)));
    };
  }
}
