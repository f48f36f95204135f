package org.metier.match.internal;

/// A direction in so few steps that one stands with each vacancy, a byte for each of its numbers; [#NONE] if none
/// is known. Immutable.
///
/// @param steps -127 to 127, the largest at one of the two ends; empty for [#NONE]; not copied
/// @param length the root of their squares' sum
@SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
public record Direction(int[] steps, double length) {
  public static final Direction NONE = new Direction(new int[0], 0);

  /// A byte for each number.
  byte[] toBytes() {
    byte[] bytes = new byte[steps.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) steps[i];
    }
    return bytes;
  }

  static Direction of(int[] steps) {
    return new Direction(steps, StrictMath.sqrt(product(steps, steps)));
  }

  public boolean isKnown() {
    return steps.length > 0;
  }

  /// -1 to 1; NaN if either is unknown.
  double cosine(Direction other) {
    return isKnown() && other.isKnown()
        ? product(steps, other.steps) / (length * other.length)
        : Double.NaN;
  }

  /// In whole numbers, so that their order does not matter.
  static int product(int[] steps, int[] others) {
    int sum = 0;
    for (int i = 0; i < steps.length; i++) {
      sum += steps[i] * others[i];
    }
    return sum;
  }
}
