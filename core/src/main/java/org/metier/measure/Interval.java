package org.metier.measure;

/// Where a figure lies in 95 of 100 draws.
///
/// @param low at most `high`
/// @param high neither is NaN
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high + " is none");
    }
  }
}
