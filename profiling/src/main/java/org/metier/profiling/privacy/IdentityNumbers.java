package org.metier.profiling.privacy;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds identity numbers that prove themselves without a label. Stateless.
///
/// A Dutch number is one only with its label or in a part about the person, since one in eleven numbers
/// of nine digits would pass its rule.
final class IdentityNumbers {
  private static final Pattern SEPARATORS = Pattern.compile("[ ./-]+");

  private static final List<Shape> SHAPES = List.of(
      shape("[1-478] ?\\d\\d ?\\d\\d ?(?:\\d\\d|2[AB]) ?\\d{3} ?\\d{3} ?[ -]?\\d\\d", false,
          CheckDigits::isNir),
      shape("\\d\\d[. ]?\\d\\d[. ]?\\d\\d[- ]?\\d{3}[. -]?\\d\\d", false, CheckDigits::isBelgian),
      shape("\\d{11}", false, CheckDigits::isPesel),
      shape("\\d{11}|\\d\\d \\d{3} \\d{3} \\d{3}|\\d{3}/\\d{4}/\\d{4}", false,
          CheckDigits::isGermanTax),
      shape("\\d\\d ?\\d{6} ?[A-Z] ?\\d{3}", false, CheckDigits::isGermanPension),
      shape("[A-Z]{2} ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D]", false, CheckDigits::isNino),
      // An American number has no check digit, but a shape that little else has.
      shape("(?!000|666|9)\\d{3}-(?!00)\\d\\d-(?!0000)\\d{4}", false, number -> true),
      shape("\\d{9}|\\d{3}[ .]\\d{3}[ .]\\d{3}|\\d{4}[ .]\\d\\d[ .]\\d{3}", true,
          CheckDigits::isBsn));

  private IdentityNumbers() {}

  /// @param isOwn whether it counts only in parts about the person
  private record Shape(Pattern pattern, boolean isOwn, Predicate<String> rule) {}

  private static Shape shape(String regex, boolean isOwn, Predicate<String> rule) {
    return new Shape(Pattern.compile("(?<![\\p{L}\\p{N}.,/+-])(?:" + regex + ")(?![\\p{L}\\p{N}-])",
        Pattern.CASE_INSENSITIVE), isOwn, rule);
  }

  static void find(Marked marked, OwnParts own) {
    for (Shape shape : SHAPES) {
      Matcher found = shape.pattern.matcher(marked.text());
      while (found.find()) {
        String number = SEPARATORS.matcher(found.group()).replaceAll("").toUpperCase(Locale.ROOT);
        if (shape.rule.test(number) && (!shape.isOwn || own.holds(found.start()))) {
          marked.add(PersonalKind.IDENTITY_NUMBER, found.start(), found.end());
        }
      }
    }
  }
}
