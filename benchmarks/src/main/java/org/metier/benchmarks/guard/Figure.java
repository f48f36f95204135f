package org.metier.benchmarks.guard;

/// What was measured of one race. Immutable.
///
/// @param name of the race
/// @param unit what `value` counts
/// @param value at least 0
record Figure(String name, Unit unit, double value) {
  Figure {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "value of " + name + " must be 0 or more, was " + value);
    }
  }

  /// What a figure counts, and which way is behind.
  enum Unit {
    /// How many times the peer's processor time ours goes into: more is better.
    TIMES,
    /// Bytes allocated by one run: fewer are better.
    BYTES
  }
}
