package org.metier.work;

/// Working time.
///
/// @param min hours a week, 0 to 100
/// @param max hours a week, `min` to 100
public record WeeklyHours(double min, double max) {
  public WeeklyHours {
    if (!(min >= 0 && max >= min && max <= 100)) {
      throw new IllegalArgumentException(
          "weekly hours must be 0 <= min <= max <= 100, were " + min + " to " + max);
    }
  }

  public boolean overlaps(WeeklyHours other) {
    return min <= other.max && other.min <= max;
  }
}
