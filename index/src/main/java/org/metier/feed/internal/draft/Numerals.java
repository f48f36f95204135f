package org.metier.feed.internal.draft;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers as partners write them.
public final class Numerals {
  private Numerals() {}

  /// A number whose decimal sign is a point.
  public static @Nullable Double number(String text) {
    return number(text, '.');
  }

  /// A number with grouping by blanks or by the sign that is not the decimal one.
  ///
  /// @param decimal `.` or `,`
  /// @return null when it is no number
  public static @Nullable Double number(String text, char decimal) {
    StringBuilder plain = new StringBuilder();
    char grouping = decimal == '.' ? ',' : '.';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == decimal) {
        plain.append('.');
      } else if (c != grouping && !Character.isSpaceChar(c) && !Character.isWhitespace(c)) {
        plain.append(c);
      }
    }
    String digits = plain.toString();
    // Bounds the work: BigDecimal is slow on long exponents.
    return digits.matches("[+-]?\\d{1,18}(?:\\.\\d{0,18})?(?:[eE][+-]?\\d)?")
        ? Double.valueOf(new BigDecimal(digits).doubleValue())
        : null;
  }
}
