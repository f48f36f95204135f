package org.metier.match.condition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.metier.place.GeoPoint;

/// How long it takes from home to a workplace. A portal that has a route planner or a table of travel
/// times plugs it in here; it is asked for the workplaces of each candidate, so it should be quick, and it
/// must be thread-safe.
@FunctionalInterface
public interface CommutingTime {
  /// @return null when it cannot be told, which hides nothing
  @Nullable
  Duration between(GeoPoint home, GeoPoint workplace);

  /// The least time that the way could take: as the crow flies, at a speed that nobody exceeds on the
  /// whole of a way to work. So what a longer way or waiting adds hides nothing.
  ///
  /// @param kmPerHour greater than 0
  static CommutingTime atMost(double kmPerHour) {
    if (!(kmPerHour > 0)) {
      throw new IllegalArgumentException("kmPerHour must be greater than 0, was " + kmPerHour);
    }
    return (home, workplace) -> Duration
        .ofSeconds((long) (3_600 * home.distanceKm(workplace) / kmPerHour));
  }
}
