package org.metier.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What texts of the log may look like, so that no sentence, name or address can get into it by mistake.
final class Codes {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

  private Codes() {}

  /// @throws IllegalArgumentException without the value, which may be personal
  static void require(String what, String code) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(what + " must be a code of 1 to 64 letters, digits and"
          + " _ . : / - such as counsellor-17, had " + code.length() + " characters");
    }
  }

  static void requireHex(String what, @Nullable String hex, int digits) {
    if (hex != null && (hex.length() != digits || !HEX.matcher(hex).matches())) {
      throw new IllegalArgumentException(
          what + " must be " + digits + " hexadecimal digits in lower case, had " + hex.length()
              + " characters");
    }
  }

  static void requireFinite(String what, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(what + " must be finite, was " + number);
    }
  }

  static void requireChance(String what, double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException(what + " must be a chance of 0 to 1, was " + chance);
    }
  }

  static void requireCount(String what, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(what + " must be at least 0, was " + count);
    }
  }

  static void requireNumber(String what, long entry) {
    if (entry < 1) {
      throw new IllegalArgumentException(what + " must be at least 1, was " + entry);
    }
  }
}
