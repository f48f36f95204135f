package org.metier.match.internal;

/// A direction, in so few bytes that one stands with each vacancy; [#NONE] if none is known. Immutable.
///
/// @param steps -127 to 127, the largest at one of the two ends; empty for [#NONE]; not copied
/// @param length the root of their squares' sum
@SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
public record Direction(byte[] steps, double length) {
  public static final Direction NONE = new Direction(new byte[0], 0);

  static Direction of(byte[] steps) {
    return new Direction(steps, StrictMath.sqrt(product(steps, steps, 0)));
  }

  public boolean isKnown() {
    return steps.length > 0;
  }

  /// -1 to 1; NaN if either is unknown.
  double cosine(Direction other) {
    return isKnown() && other.isKnown()
        ? product(steps, other.steps, 0) / (length * other.length)
        : Double.NaN;
  }

  /// In whole numbers, so that their order does not matter.
  static int product(byte[] steps, byte[] others, int from) {
    int sum = 0;
    for (int i = 0; i < steps.length; i++) {
      sum += steps[i] * others[from + i];
    }
    return sum;
  }
}
