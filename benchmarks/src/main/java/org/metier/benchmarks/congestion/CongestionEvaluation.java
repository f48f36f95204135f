package org.metier.benchmarks.congestion;

import java.lang.ref.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.metier.allocation.Allocation;
import org.metier.allocation.Allocator;
import org.metier.allocation.Convergence;
import org.metier.allocation.Examination;
import org.metier.allocation.Prices;
import org.metier.allocation.Shown;
import org.metier.allocation.ShownList;
import org.metier.allocation.Spread;
import org.metier.measure.Bootstrap;

/// Spreads a made-up market in several ways, each from none to strong, and measures cost and gain.
final class CongestionEvaluation {
  static final int SHOWN = 10;
  static final Examination EXAMINATION = Examination.logarithmic(SHOWN, 0.1);
  private static final double[] SETTINGS = {0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1};
  private static final double[] EPSILONS = {0.2, 0.07};

  private final CrowdedMarket made;
  private final double applicationsPerPlace;
  private final long seed;
  private final LongSupplier cpuNanos;
  private final LongSupplier heapBytes;
  private final List<Curve> curves = new ArrayList<>();

  /// @param cpuNanos processor time of this thread
  /// @param heapBytes in use
  CongestionEvaluation(CrowdedMarket made, double applicationsPerPlace, long seed,
      LongSupplier cpuNanos, LongSupplier heapBytes) {
    this.made = made;
    this.applicationsPerPlace = applicationsPerPlace;
    this.seed = seed;
    this.cpuNanos = cpuNanos;
    this.heapBytes = heapBytes;
  }

  CongestionReport run(double marketMegabytes) {
    double allocationMegabytes = allocationMegabytes();
    List<Allocation> allocations = metier();
    pricesAlone("prices alone", made, allocations);
    pricesAlone("prices, other people", made.nextDay(applicationsPerPlace), allocations);
    double full = allocations.getLast().prices().fullPrice();
    popularity(full);
    shuffled(full);
    for (double epsilon : EPSILONS) {
      transport(epsilon * full);
    }
    int places = made.places().values().stream().mapToInt(Integer::intValue).sum();
    return new CongestionReport(seed, made.market().people().size(), made.places().size(),
        made.market().candidateCount(), places, places * applicationsPerPlace, marketMegabytes,
        allocationMegabytes, curves);
  }

  private Allocation allocated(double strength) {
    return Allocator.builder(EXAMINATION)
        .strength(strength)
        .build()
        .allocate(made.market(), "night", Instant.EPOCH);
  }

  private double allocationMegabytes() {
    long before = heapBytes.getAsLong();
    Allocation allocation = allocated(0.3);
    try {
      return (heapBytes.getAsLong() - before) / 1e6;
    } finally {
      Reference.reachabilityFence(allocation);
    }
  }

  private List<Allocation> metier() {
    List<Allocation> allocations = new ArrayList<>();
    List<Curve.Point> points = new ArrayList<>();
    for (double strength : SETTINGS) {
      long start = cpuNanos.getAsLong();
      Allocation allocation = allocated(strength);
      allocations.add(new Allocation(List.of(), allocation.prices(), allocation.convergence()));
      points.add(point(strength, made, allocation.lists(), allocation.convergence(), start));
    }
    curves.add(new Curve("metier", points));
    return allocations;
  }

  private Curve.Point point(double setting, CrowdedMarket of, List<ShownList> lists,
      @Nullable Convergence convergence, long startNanos) {
    double seconds = (cpuNanos.getAsLong() - startNanos) / 1e9;
    double[] ndcg = of.grades().ndcg(SHOWN, lists);
    double sum = 0;
    for (double one : ndcg) {
      sum += one;
    }
    return new Curve.Point(setting, sum / ndcg.length, Bootstrap.of(ndcg.length, seed, drawn -> {
      double all = 0;
      for (int person : drawn) {
        all += ndcg[person];
      }
      return all / drawn.length;
    }), Spread.of(of.market(), lists, EXAMINATION), convergence, seconds);
  }

  private void pricesAlone(String system, CrowdedMarket of, List<Allocation> allocations) {
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < SETTINGS.length; i++) {
      Prices prices = allocations.get(i).prices();
      points.add(timed(SETTINGS[i], of, () -> of.market().ranked(SHOWN, prices)));
    }
    curves.add(new Curve(system, points));
  }

  private Curve.Point timed(double setting, CrowdedMarket of, Supplier<List<ShownList>> lists) {
    long start = cpuNanos.getAsLong();
    return point(setting, of, lists.get(), null, start);
  }

  /// The price of each vacancy under the lists by score, once: what is popular loses in proportion.
  private void popularity(double full) {
    Map<String, Double> loads = new HashMap<>();
    for (ShownList list : made.market().ranked(SHOWN)) {
      for (int i = 0; i < list.shown().size(); i++) {
        loads.merge(list.shown().get(i).vacancy(),
            EXAMINATION.readAt().get(i) * EXAMINATION.applicationRate(), Double::sum);
      }
    }
    List<Curve.Point> points = new ArrayList<>();
    for (double setting : SETTINGS) {
      Map<String, Double> penalties = new HashMap<>();
      made.rooms(applicationsPerPlace)
          .forEach((id, room) -> penalties.put(id,
              full * setting * setting * loads.getOrDefault(id, 0.0) / room));
      Prices prices = new Prices("popularity", Instant.EPOCH, full, penalties);
      points.add(timed(setting, made, () -> made.market().ranked(SHOWN, prices)));
    }
    curves.add(new Curve("popularity penalty", points));
  }

  /// Scores with normal noise, which reshuffles what is nearly equal.
  private void shuffled(double full) {
    List<Curve.Point> points = new ArrayList<>();
    for (double setting : SETTINGS) {
      points.add(timed(setting, made, () -> {
        SplittableRandom random = new SplittableRandom(seed);
        return reranked(s -> s.score() + setting * full * random.nextGaussian());
      }));
    }
    curves.add(new Curve("random re-ranking", points));
  }

  private interface Valuation {
    double value(Shown candidate);
  }

  private record Valued(Shown candidate, double value) {}

  private List<ShownList> reranked(Valuation valuation) {
    return made.market()
        .ranked(CrowdedMarket.CANDIDATES)
        .stream()
        .map(list -> new ShownList(list.person(), list.shown()
            .stream()
            .map(s -> new Valued(s, valuation.value(s)))
            .sorted(Comparator.comparingDouble((Valued v) -> -v.value())
                .thenComparing(v -> v.candidate().vacancy()))
            .limit(SHOWN)
            .map(Valued::candidate)
            .toList()))
        .toList();
  }

  private void transport(double epsilon) {
    long start = cpuNanos.getAsLong();
    double[] potentials = new Transport(made.rooms(applicationsPerPlace),
        made.market().ranked(CrowdedMarket.CANDIDATES))
        .potentials(epsilon);
    Map<String, Double> byVacancy = new HashMap<>();
    int next = 0;
    for (String id : made.market().vacancies()) {
      byVacancy.put(id, potentials[next++]);
    }
    long search = cpuNanos.getAsLong() - start;
    List<Curve.Point> points = new ArrayList<>();
    for (double setting : SETTINGS) {
      long now = cpuNanos.getAsLong();
      List<ShownList> lists = reranked(s -> s.score()
          - setting * byVacancy.getOrDefault(s.vacancy(), 0.0));
      points.add(point(setting, made, lists, null, now - search));
    }
    curves.add(new Curve(String.format(Locale.ROOT, "transport, eps %.2f", epsilon),
        points));
  }
}
