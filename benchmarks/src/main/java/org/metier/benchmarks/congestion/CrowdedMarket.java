package org.metier.benchmarks.congestion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.metier.allocation.Grades;
import org.metier.allocation.Market;

/// A made-up regional labour market in which it is known what every vacancy is worth to every person.
///
/// Occupations and towns are drawn by Zipf's law, of people and of vacancies in different orders, so that
/// demand and supply do not meet. What vacancy `v` is worth to person `p` is a sum:
///
/// | part | points |
/// |---|---|
/// | occupation | 2 for the same of 150, 1 for a neighbour of it, else 0 |
/// | distance | -0.5 for each 25 km, at most -1.5 |
/// | skills | 0.8 times the cosine of 8 numbers each |
/// | pull | 0.7 times a number of the vacancy, normal: what all like, and why some are crowded |
/// | taste | 0.6 times a number of the pair, normal |
///
/// The model's score knows all of it but taste, and errs by 0.3 times a normal number of the pair. Grades
/// are by what vacancies are worth: a person's best 5 of all have grade 4, the next 10 3, the next 25 2, the
/// next 60 1. Each person's candidates are the 100 best by score. Vacancies have one place and, with
/// probability 0.4 each time, one more, 20 at most. It is no model of any real market, and its numbers are
/// chosen, not estimated. Immutable and thread-safe; all is a function of the seed. Cost: some 40 ns for each
/// pair of person and vacancy, and 12 bytes for each candidate.
final class CrowdedMarket {
  static final int CANDIDATES = 100;
  private static final int[] GRADE_ENDS = {5, 15, 40, 100};
  private static final int OCCUPATIONS = 150;
  private static final int TOWNS = 60;
  private static final int SKILLS = 8;
  private static final double SIDE_KM = 120;

  private final long seed;
  private final Side people;
  private final Side vacancies;
  private final int[] places;
  private final double[] pull;
  /// By person: numbers of the vacancies with a grade, best first.
  private final int[][] graded;
  private final Market market;

  /// One side of the market.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Side(int[] occupation, double[] x, double[] y, double[] skills) {
    static Side draw(int count, int[] occupations, Towns towns, SplittableRandom random) {
      Side side = new Side(new int[count], new double[count], new double[count],
          new double[count * SKILLS]);
      double[] frequency = zipf(OCCUPATIONS, 0.8);
      for (int i = 0; i < count; i++) {
        side.occupation[i] = occupations[rank(frequency, random)];
        int town = rank(towns.frequency, random);
        side.x[i] = towns.x[town] + 3 * random.nextGaussian();
        side.y[i] = towns.y[town] + 3 * random.nextGaussian();
        double square = 0;
        for (int s = i * SKILLS; s < (i + 1) * SKILLS; s++) {
          side.skills[s] = random.nextGaussian();
          square += side.skills[s] * side.skills[s];
        }
        for (int s = i * SKILLS; s < (i + 1) * SKILLS; s++) {
          side.skills[s] /= Math.sqrt(square);
        }
      }
      return side;
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Towns(double[] x, double[] y, double[] frequency) {}

  private CrowdedMarket(int people, int vacancies, double applicationsPerPlace, long seed,
      long draw) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    Towns towns = new Towns(uniform(random), uniform(random), zipf(TOWNS, 0.9));
    int[] wanted = shuffled(random);
    int[] offered = shuffled(random);
    this.vacancies = Side.draw(vacancies, offered, towns, random);
    places = new int[vacancies];
    pull = new double[vacancies];
    for (int v = 0; v < vacancies; v++) {
      pull[v] = random.nextGaussian();
      places[v] = 1;
      while (places[v] < 20 && random.nextDouble() < 0.4) {
        places[v]++;
      }
    }
    this.people = Side.draw(people, wanted, towns, new SplittableRandom(seed ^ draw << 32));
    graded = new int[people][];
    market = market(people, applicationsPerPlace, draw);
  }

  static CrowdedMarket of(int people, int vacancies, double applicationsPerPlace, long seed) {
    return new CrowdedMarket(people, vacancies, applicationsPerPlace, seed, 1);
  }

  /// The same vacancies on the next day, met by other people of the same kind.
  CrowdedMarket nextDay(double applicationsPerPlace) {
    return new CrowdedMarket(graded.length, places.length, applicationsPerPlace, seed, 2);
  }

  Market market() {
    return market;
  }

  /// Open positions of each vacancy, by id; at least 1.
  SortedMap<String, Integer> places() {
    SortedMap<String, Integer> byId = new TreeMap<>();
    for (int v = 0; v < places.length; v++) {
      byId.put(id('v', v), places[v]);
    }
    return byId;
  }

  /// Room of each vacancy in applications, by id.
  SortedMap<String, Double> rooms(double applicationsPerPlace) {
    SortedMap<String, Double> byId = new TreeMap<>();
    places().forEach((id, count) -> byId.put(id, count * applicationsPerPlace));
    return byId;
  }

  private static String id(char side, int number) {
    return String.format(Locale.ROOT, "%c%06d", side, number);
  }

  Grades grades() {
    return new Grades() {
      @Override
      public int of(String person, String vacancy) {
        int v = Integer.parseInt(vacancy.substring(1));
        int[] best = graded[Integer.parseInt(person.substring(1))];
        for (int rank = 0; rank < best.length; rank++) {
          if (best[rank] == v) {
            return grade(rank);
          }
        }
        return 0;
      }

      @Override
      public int[] all(String person) {
        return IntStream.range(0, graded[Integer.parseInt(person.substring(1))].length)
            .map(CrowdedMarket::grade)
            .toArray();
      }
    };
  }

  private static int grade(int rank) {
    int grade = GRADE_ENDS.length;
    while (rank >= GRADE_ENDS[GRADE_ENDS.length - grade]) {
      grade--;
    }
    return grade;
  }

  private Market market(int count, double applicationsPerPlace, long draw) {
    Market.Builder builder = Market.builder();
    List<String> ids = IntStream.range(0, places.length)
        .mapToObj(v -> id('v', v))
        .toList();
    for (int v = 0; v < places.length; v++) {
      builder.vacancy(ids.get(v), places[v], applicationsPerPlace);
    }
    double[] score = new double[places.length];
    double[] worth = new double[places.length];
    for (int p = 0; p < count; p++) {
      long pair = mixed(seed * 31 + draw) ^ (long) p << 32;
      for (int v = 0; v < score.length; v++) {
        double seen = seen(p, v);
        long noise = mixed(pair + v);
        worth[v] = seen + 0.6 * normal(noise);
        score[v] = seen + 0.3 * normal(mixed(noise));
      }
      graded[p] = best(worth, GRADE_ENDS[GRADE_ENDS.length - 1]);
      int[] candidates = best(score, CANDIDATES);
      builder.person(id('p', p), Arrays.stream(candidates)
          .mapToObj(ids::get)
          .toList(), Arrays.stream(candidates).mapToDouble(v -> score[v]).toArray());
    }
    return builder.build();
  }

  private double seen(int p, int v) {
    int apart = Math.abs(people.occupation[p] - vacancies.occupation[v]);
    double km = Math.hypot(people.x[p] - vacancies.x[v], people.y[p] - vacancies.y[v]);
    double cosine = 0;
    for (int s = 0; s < SKILLS; s++) {
      cosine += people.skills[p * SKILLS + s] * vacancies.skills[v * SKILLS + s];
    }
    double occupation = apart == 0 ? 2 : apart == 1 ? 1 : 0;
    return occupation - 0.5 * Math.min(km / 25, 3) + 0.8 * cosine + 0.7 * pull[v];
  }

  /// Numbers of the highest values, best first, equal ones by number.
  private static int[] best(double[] values, int count) {
    double[] ascending = values.clone();
    Arrays.sort(ascending);
    double least = ascending[Math.max(0, values.length - count)];
    return IntStream.range(0, values.length)
        .filter(v -> values[v] >= least)
        .boxed()
        .sorted((a, b) -> values[a] == values[b]
            ? Integer.compare(a, b)
            : Double.compare(values[b], values[a]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double[] uniform(SplittableRandom random) {
    return random.doubles(TOWNS, 0, SIDE_KM).toArray();
  }

  private static int[] shuffled(SplittableRandom random) {
    int[] order = IntStream.range(0, OCCUPATIONS).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /// Cumulated frequencies of ranks, the last 1.
  private static double[] zipf(int count, double exponent) {
    double[] cumulated = new double[count];
    double sum = 0;
    for (int rank = 1; rank <= count; rank++) {
      sum += StrictMath.pow(rank, -exponent);
      cumulated[rank - 1] = sum;
    }
    for (int rank = 0; rank < count; rank++) {
      cumulated[rank] /= sum;
    }
    return cumulated;
  }

  private static int rank(double[] cumulated, SplittableRandom random) {
    int found = Arrays.binarySearch(cumulated, random.nextDouble());
    return Math.min(found < 0 ? -found - 1 : found, cumulated.length - 1);
  }

  /// Nearly normal, with variance 1: the sum of four uniform numbers of 16 bits.
  private static double normal(long bits) {
    double sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum / 0x10000 - 2) * Math.sqrt(3);
  }

  private static long mixed(long bits) {
    long hash = bits + 0x9e3779b97f4a7c15L;
    hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
    return hash ^ hash >>> 31;
  }
}
