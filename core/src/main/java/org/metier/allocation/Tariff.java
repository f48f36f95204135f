package org.metier.allocation;

/// What a vacancy costs at a given load, and its integral. The price of a vacancy with capacity `c` under
/// load `l` is `fullPrice * clamp((l / c - free) / (1 - free), 0, CEILING)`: nothing up to the free share of
/// the capacity, the full price when it is full, and on in the same slope to a ceiling, so that more people
/// than places is a price and no failure. Without capacity the price is the ceiling's.
///
/// @param fullPrice points of score that a vacancy loses when exactly full, at least 0
/// @param free share of the capacity below which nothing is lost, 0 to below 1
record Tariff(double fullPrice, double free) {
  static final double CEILING = 10;

  double price(double load, double capacity) {
    if (capacity <= 0) {
      return fullPrice * CEILING;
    }
    double excess = (load / capacity - free) / (1 - free);
    return fullPrice * Math.min(Math.max(excess, 0), CEILING);
  }

  /// The integral of the price from load 0: what the crowd at a vacancy costs in all.
  double cost(double load, double capacity) {
    if (fullPrice == 0) {
      return 0;
    }
    double start = capacity * free;
    double end = capacity * (free + (1 - free) * CEILING);
    double rising = Math.max(0, Math.min(load, end) - start);
    double beyond = Math.max(0, load - end);
    return (capacity > 0 ? fullPrice * rising * rising / (2 * capacity * (1 - free)) : 0)
        + fullPrice * CEILING * beyond;
  }

  /// The convex conjugate of the cost: the most that `price * load - cost(load)` can be.
  ///
  /// @param price 0 to the ceiling's
  double conjugate(double price, double capacity) {
    return price == 0
        ? 0
        : capacity * (free * price + (1 - free) * price * price / (2 * fullPrice));
  }
}
