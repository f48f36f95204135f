package org.metier.profiling.extraction;

import java.util.Locale;
import java.util.regex.Pattern;

/// How small and how white letters may be before nobody sees them.
final class Look {
  /// Letters of fewer points cannot be read on paper.
  static final double SMALLEST_POINTS = 3.5;
  private static final Pattern WHITE = Pattern
      .compile("#?(?:f[5-9a-f]){3}|#?fff|white|rgba?\\( ?25[0-5],? ?25[0-5],? ?25[0-5][,/)].*");

  private Look() {}

  /// @param color as six hexadecimal digits, or as style sheets have it
  static boolean isWhite(String color) {
    return WHITE.matcher(color.strip().toLowerCase(Locale.ROOT)).matches();
  }
}
