package org.metier.profiling;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads levels of the European Qualifications Framework, and of the national frameworks whose eight levels are
/// referenced to it one to one: the German DQR, the Dutch NLQF, the Flemish VKS and the Polish PRK. Stateless.
final class EqfLevels {
  private static final Pattern LEVEL = Pattern.compile(
      "\\b(?:EQF|EQR|CEC|EKK|ERK|DQR|NLQF|VKS|PRK|ERQF)[ -]*(?:level|niveau|poziom|stufe|nivel)?[ :]*([1-8])\\b"
          + "|\\b(?:level|niveau|poziom|stufe)[ :]*([1-8])[ ,(]*(?:EQF|EQR|CEC|EKK|DQR|NLQF|VKS|PRK)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private EqfLevels() {}

  /// @return 1 to 8; null when the line names none
  static @Nullable Integer of(String line) {
    Matcher level = LEVEL.matcher(line);
    if (!level.find()) {
      return null;
    }
    return Integer.valueOf(level.group(1) == null ? level.group(2) : level.group(1));
  }
}
