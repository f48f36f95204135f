package org.metier.allocation;

/// What a vacancy costs at a given load, and its integral. The price of a vacancy with capacity `c` under
/// load `l`, as a multiple of the full price, where `x = (l / c - free) / (1 - free)`:
///
/// - `log(1 + x / KNEE) / log(1 + 1 / KNEE)`, which is 1 at `x = 1`; nothing below 0. The first showings cost most, so
///   that what nobody is shown is ahead of what some are: relative loads are evened out, as by a penalty on
///   the Kullback-Leibler divergence of loads from capacities (unbalanced optimal transport: Chizat et al.,
///   "Scaling algorithms for unbalanced optimal transport problems", Mathematics of Computation 87, 2018);
/// - growing with `sqrt(x)` above `x = CROWD`, since a logarithm would hardly tell ten times the capacity from
///   fifty times, and nothing would draw people away from what all like best;
/// - [#MOST] at most, and without capacity, so that more people than places is a price and no failure.
///
/// @param fullPrice points of score that a vacancy loses when exactly full, at least 0
/// @param free share of the capacity below which nothing is lost, 0 to below 1
record Tariff(double fullPrice, double free) {
  static final double MOST = 5;

  /// Loads well below this share of the capacity are as good as none.
  private static final double KNEE = 0.01;

  private static final double UNIT = StrictMath.log1p(1 / KNEE);

  private static final double CROWD = 8;
  private static final double AT_CROWD = StrictMath.log1p(CROWD / KNEE) / UNIT;
  private static final double SLOPE = AT_CROWD / Math.sqrt(CROWD);
  /// Where the price is the highest.
  private static final double CEILING = MOST / SLOPE * (MOST / SLOPE);

  double price(double load, double capacity) {
    double rising = load - free * capacity;
    if (rising <= 0 && capacity > 0) {
      return 0;
    }
    double room = capacity * (1 - free);
    if (rising >= CEILING * room) {
      return fullPrice * MOST;
    }
    double x = rising / room;
    return fullPrice * (x > CROWD ? SLOPE * Math.sqrt(x) : StrictMath.log1p(x / KNEE) / UNIT);
  }

  /// The integral of the price from load 0: what the crowd at a vacancy costs in all.
  double cost(double load, double capacity) {
    double rising = load - free * capacity;
    if (rising <= 0 || fullPrice == 0) {
      return 0;
    }
    double room = capacity * (1 - free);
    double x = room == 0 ? 0 : Math.min(rising / room, CEILING);
    double low = Math.min(x, CROWD);
    double belowCrowd = ((low + KNEE) * StrictMath.log1p(low / KNEE) - low) / UNIT;
    double above = x > CROWD
        ? SLOPE * (x * Math.sqrt(x) - CROWD * Math.sqrt(CROWD)) * 2 / 3
        : 0;
    return fullPrice * (room * (belowCrowd + above) + MOST * (rising - room * x));
  }

  /// The convex conjugate of the cost: the most that `price * load - cost(load)` can be.
  ///
  /// @param price 0 to the highest
  double conjugate(double price, double capacity) {
    if (price == 0) {
      return 0;
    }
    double multiple = Math.min(MOST, price / fullPrice);
    double x = multiple > AT_CROWD
        ? multiple / SLOPE * (multiple / SLOPE)
        : KNEE * StrictMath.expm1(multiple * UNIT);
    double load = capacity * (free + (1 - free) * x);
    return price * load - cost(load, capacity);
  }
}
