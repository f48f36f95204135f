package org.metier.allocation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Spreads vacancies over people, as a setting from none to strong.
///
/// Each vacancy has a price that rises with the applications to expect for it; each person is shown the
/// best by score minus price. Lists and prices are found together.
///
/// Thread-safe; one call runs on the caller's thread and costs some ten to a hundred sweeps over the
/// candidates. Memory beside the market: 4 bytes a position of all lists and 24 a vacancy, then the lists.
/// The same market and settings give the same lists and prices to the last bit.
public final class Allocator {
  /* Why prices, and how they are found.
   *
   * Let w(r) be the applications to expect at position r, s(p,v) the scores, L(v) the sum of w over the
   * lists that hold v, and C(v, L) the integral of the price of v from load 0 to L [Tariff]. Lists are to
   * maximise  sum of w(r) s(p,v) - sum of C(v, L(v)):  utility less crowding, and the marginal cost of
   * putting v into one more list is its price times w. This is traffic assignment with marginal costs
   * (Beckmann, McGuire, Winsten, "Studies in the Economics of Transportation", 1956) on position-based
   * exposure (Singh, Joachims, "Fairness of Exposure in Rankings", KDD 2018): for given prices the best
   * list is the order by score minus price, since w falls with r. Entropic optimal transport, as in ReCon
   * (Mashayekhi et al., RecSys 2023), ranks by score minus a dual price too, but leaves a fractional plan
   * that must be drawn from or rounded, herds people of equal scores, and needs a transport cost made of
   * scores; the crowding cost here is an elastic constraint, so that no capacities are infeasible.
   *
   * People choose one after the other, in an order drawn from their ids, each against the load of all
   * others; a list changes only where that raises the sum above. This is best response in a game with a
   * potential, which ends (Rosenthal, "A class of games possessing pure-strategy Nash equilibria", 1973;
   * Monderer, Shapley, "Potential games", 1996). Equal people part at equal prices without any chance.
   *
   * For any prices, the sum over people of the best list at these prices plus the conjugate of C at the
   * price bounds the maximum from above (weak duality); its distance from what was reached is [Convergence]'s
   * gap. As the full price rises, the exact maximum can only lose utility and crowding (compare optimality
   * at two prices, and add), so that the setting moves along a trade-off and does nothing at 0. */

  private final Examination examination;
  private final double strength;
  private final double free;
  private final Room room;
  private final double scale;
  private final int maxSweeps;
  private final long seed;

  private Allocator(Builder told) {
    examination = told.examination;
    strength = told.strength;
    free = told.free;
    room = told.room;
    scale = told.scale;
    maxSweeps = told.maxSweeps;
    seed = told.seed;
  }

  /// @param examination what a list brings about; its length is the length of the lists
  public static Builder builder(Examination examination) {
    return new Builder(examination);
  }

  /// @param id of the prices, never blank
  /// @param now when this is, for the prices
  public Allocation allocate(Market market, String id, Instant now) {
    double fullPrice = strength == 0
        ? 0
        : strength * strength * (Double.isNaN(scale) ? market.spread() : scale);
    Tariff tariff = new Tariff(fullPrice, free);
    double[] weights = examination.applicationsAt();
    double[] capacities = capacities(market, weights);
    Equilibrium equilibrium = new Equilibrium(market, tariff, weights, capacities, order(market));
    int sweeps = 1;
    int changes = equilibrium.sweep();
    while (changes > 0 && fullPrice > 0 && sweeps < maxSweeps) {
      changes = equilibrium.sweep();
      sweeps++;
    }
    double[] prices = equilibrium.prices();
    List<ShownList> lists = equilibrium.lists(prices);
    Convergence convergence = new Convergence(sweeps, fullPrice == 0 ? 0 : changes,
        equilibrium.gap(prices), changes == 0 || fullPrice == 0);
    Map<String, Double> byVacancy = new TreeMap<>();
    for (int vacancy = 0; vacancy < prices.length; vacancy++) {
      byVacancy.put(market.vacancies().get(vacancy), prices[vacancy]);
    }
    return new Allocation(lists, new Prices(id, now, fullPrice, byVacancy), convergence);
  }

  private double[] capacities(Market market, double[] weights) {
    double[] stated = IntStream.range(0, market.vacancies().size())
        .mapToDouble(market::capacity)
        .toArray();
    double sum = 0;
    for (double capacity : stated) {
      sum += capacity;
    }
    return switch (room) {
      case STATED -> stated;
      case SHARE -> sum == 0 ? stated : scaled(stated, applications(market, weights) / sum);
    };
  }

  private static double applications(Market market, double[] weights) {
    double all = 0;
    for (int person = 0; person < market.people().size(); person++) {
      int shown = Math.min(weights.length, market.end(person) - market.start(person));
      for (int position = 0; position < shown; position++) {
        all += weights[position];
      }
    }
    return all;
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }

  /// People in an order that says nothing of them.
  private int[] order(Market market) {
    long[] keys = market.people().stream().mapToLong(id -> mixed(id, seed)).toArray();
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer person) -> keys[person])
            .thenComparingInt(person -> person))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// A 64-bit hash: FNV-1a over the characters, then the finish of SplitMix64 (Steele, Lea, Flood, "Fast
  /// splittable pseudorandom number generators", OOPSLA 2014).
  private static long mixed(String id, long seed) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }

  /// Collects the settings of an [Allocator]. Not thread-safe; every setting is optional.
  public static final class Builder {
    private final Examination examination;
    private double strength = 0.5;
    private double free;
    private Room room = Room.STATED;
    private double scale = Double.NaN;
    private int maxSweeps = 100;
    private long seed;

    private Builder(Examination examination) {
      this.examination = examination;
    }

    /// How much is spread: 0 leaves every list as the scores have it, 1 spreads strongly. The price of a
    /// vacancy that is exactly full is its square times [#scale]: prices of small strengths matter most, and
    /// the square makes equal steps of the setting steps of like effect.
    ///
    /// @param share 0 to 1; 0.5 by default
    public Builder strength(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("strength must be 0 to 1, was " + share);
      }
      strength = share;
      return this;
    }

    /// Points of score that an exactly full vacancy loses at strength 1. By default what separates a person's
    /// best candidate from the last, on average over the market; state it to keep prices of one
    /// night comparable with the next.
    ///
    /// @param points above 0 and finite
    public Builder scale(double points) {
      if (!(points > 0 && points < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("scale must be above 0 and finite, was " + points);
      }
      scale = points;
      return this;
    }

    /// Share of a vacancy's room that may fill before it loses anything: higher keeps more of the scores'
    /// order and evens out less.
    ///
    /// @param share 0 to 0.99; 0 by default
    public Builder freeShare(double share) {
      if (!(share >= 0 && share <= 0.99)) {
        throw new IllegalArgumentException("freeShare must be 0 to 0.99, was " + share);
      }
      free = share;
      return this;
    }

    /// Against what a vacancy counts as full; [Room#STATED] by default.
    public Builder room(Room against) {
      room = against;
      return this;
    }

    /// Ends the search after this many sweeps, settled or not.
    ///
    /// @param limit 1 to 10,000; 100 by default. Time grows in proportion
    public Builder maxSweeps(int limit) {
      if (limit < 1 || limit > 10_000) {
        throw new IllegalArgumentException("maxSweeps must be 1 to 10,000, was " + limit);
      }
      maxSweeps = limit;
      return this;
    }

    /// Draws the order in which people choose; a new one each night, such as the date's number, lets nobody
    /// always be first. 0 by default.
    public Builder seed(long number) {
      seed = number;
      return this;
    }

    public Allocator build() {
      return new Allocator(this);
    }
  }
}
