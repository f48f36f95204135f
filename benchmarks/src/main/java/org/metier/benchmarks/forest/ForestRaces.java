package org.metier.benchmarks.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.metier.benchmarks.Consumption;
import org.metier.benchmarks.race.Race;
import org.metier.benchmarks.race.Work;
import org.metier.rank.Contributions;
import org.metier.rank.Forest;

/// Scoring and explaining by a forest of 300 trees of 64 leaves over 40 features, beside a walk through the
/// same trees as node objects, in one Java virtual machine and without native code.
///
/// By how many times others score slower than we do, [ScoringBenchmark] says better: it has a machine of its
/// own for each. Here a change is to be seen.
public final class ForestRaces {
  private static final int TREES = 300;
  private static final int LEAVES = 64;
  private static final int FEATURES = 40;
  private static final int ROWS = 8_000;
  private static final int BATCH = 1_000;
  /// No forest tries vectors on so few rows.
  private static final int SMALL_BATCH = 64;
  private static final int SHOWN = 20;
  private static final long MOST_NANOS_TO_COMPILE = 30_000_000_000L;

  private final Forest forest = new GeneratedForest(42, FEATURES).forest(TREES, LEAVES);
  private final ObjectTrees objects = new ObjectTrees(forest);
  private final double[] rows = new GeneratedForest(43, FEATURES).rows(ROWS);

  private ForestRaces() {}

  /// Every engine must give the scores of the node objects, or nothing is measured.
  public static List<Race> all() {
    return new ForestRaces().races();
  }

  private List<Race> races() {
    List<Race> races = new ArrayList<>();
    Forest packed = copy();
    races.add(new Race.Speed("forest: 64 rows without vectors / node objects",
        batches(packed, SMALL_BATCH), walk(SMALL_BATCH)));
    races.add(new Race.Speed("forest: 1 row / node objects", ones(packed), walk(1)));
    Forest batched = copy();
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      findVectors(batched);
      races.add(new Race.Speed("forest: 1000 rows by vectors / node objects",
          batches(batched, BATCH), walk(BATCH)));
    }
    races.add(new Race.Memory("forest: 1000 rows", batches(batched, BATCH)));
    races.add(new Race.Speed("forest: 20 rows explained together / one by one", together(),
        oneByOne()));
    return races;
  }

  /// The same forest with an engine of its own.
  private Forest copy() {
    return Forest.of(FEATURES, forest.offset(), forest.trees());
  }

  private void findVectors(Forest batched) {
    double[] scores = new double[ROWS];
    long start = Consumption.cpuNanos();
    while (!batched.engine().equals("vector")) {
      batched.score(rows, ROWS, scores);
      if (Consumption.cpuNanos() - start > MOST_NANOS_TO_COMPILE) {
        throw new IllegalStateException("the forest scores by " + batched.engine()
            + " and not by vectors, which it was given 30 s of processor time for");
      }
    }
  }

  /// The next of the inputs that take turns.
  private static final class Turns {
    private final int count;
    private int next;

    Turns(int count) {
      this.count = count;
    }

    int next() {
      next = next + 1 < count ? next + 1 : 0;
      return next;
    }
  }

  private Work batches(Forest scoring, int batch) {
    requireSameScores(scoring, batch);
    Turns turns = new Turns(ROWS / batch);
    double[] input = new double[batch * FEATURES];
    double[] scores = new double[batch];
    return () -> {
      System.arraycopy(rows, turns.next() * batch * FEATURES, input, 0, input.length);
      scoring.score(input, batch, scores);
      return Arrays.stream(scores).sum();
    };
  }

  private void requireSameScores(Forest scoring, int batch) {
    double[] scores = new double[batch];
    scoring.score(rows, batch, scores);
    for (int r = 0; r < batch; r++) {
      double expected = objects.score(rows, r * FEATURES);
      if (scores[r] != expected) {
        throw new IllegalStateException("row " + r + " scores " + scores[r] + " by "
            + scoring.engine() + " and " + expected + " by node objects");
      }
    }
  }

  private Work ones(Forest scoring) {
    Turns turns = new Turns(ROWS);
    double[] row = new double[FEATURES];
    return () -> {
      System.arraycopy(rows, turns.next() * FEATURES, row, 0, FEATURES);
      return scoring.score(row);
    };
  }

  private Work walk(int batch) {
    Turns turns = new Turns(ROWS / batch);
    return () -> {
      int from = turns.next() * batch;
      double sum = 0;
      for (int r = from; r < from + batch; r++) {
        sum += objects.score(rows, r * FEATURES);
      }
      return sum;
    };
  }

  private double[] shown(Turns turns) {
    int from = turns.next() * SHOWN * FEATURES;
    return Arrays.copyOfRange(rows, from, from + SHOWN * FEATURES);
  }

  private Work together() {
    Turns turns = new Turns(ROWS / SHOWN);
    return () -> forest.explain(shown(turns), SHOWN)
        .stream()
        .mapToDouble(Contributions::residual)
        .sum();
  }

  private Work oneByOne() {
    Turns turns = new Turns(ROWS / SHOWN);
    return () -> {
      double[] list = shown(turns);
      double sum = 0;
      for (int r = 0; r < SHOWN; r++) {
        sum += forest.explain(Arrays.copyOfRange(list, r * FEATURES, (r + 1) * FEATURES))
            .residual();
      }
      return sum;
    };
  }
}
