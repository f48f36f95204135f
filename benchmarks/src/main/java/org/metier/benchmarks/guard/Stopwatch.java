package org.metier.benchmarks.guard;

import java.util.Arrays;
import org.metier.benchmarks.Consumption;
import org.metier.benchmarks.race.Race;
import org.metier.benchmarks.race.Work;

/// Measures races by what the thread itself used, so that other work on the machine hardly counts: ours and
/// the peer's take turns, and the median over the turns is what counts. For one thread.
final class Stopwatch {
  private final Effort effort;
  private double sum;

  /// How long is measured.
  ///
  /// @param warmUpMillis of processor time that each side gets before
  /// @param turns how often each side is measured
  /// @param turnMillis of processor time that a turn takes, about
  record Effort(int warmUpMillis, int turns, int turnMillis) {
    static final Effort COMMAND = new Effort(800, 15, 30);

    Effort {
      if (warmUpMillis < 1 || turns < 1 || turnMillis < 1) {
        throw new IllegalArgumentException("warmUpMillis, turns and turnMillis must be at least 1,"
            + " were " + warmUpMillis + ", " + turns + " and " + turnMillis);
      }
    }
  }

  Stopwatch(Effort effort) {
    this.effort = effort;
  }

  Figure measure(Race race) throws Exception {
    return switch (race) {
      case Race.Speed speed -> new Figure(race.name(), Figure.Unit.TIMES,
          times(speed.ours(), speed.theirs()));
      case Race.Memory memory -> new Figure(race.name(), Figure.Unit.BYTES, bytes(memory.ours()));
    };
  }

  private double times(Work ours, Work theirs) throws Exception {
    int ourRuns = warmUp(ours);
    int theirRuns = warmUp(theirs);
    double[] times = new double[effort.turns];
    for (int turn = 0; turn < times.length; turn++) {
      double our = nanos(ours, ourRuns) / ourRuns;
      times[turn] = nanos(theirs, theirRuns) / theirRuns / our;
    }
    return median(times);
  }

  private double bytes(Work work) throws Exception {
    int runs = warmUp(work);
    double[] bytes = new double[effort.turns];
    for (int turn = 0; turn < bytes.length; turn++) {
      long before = Consumption.allocatedBytes();
      run(work, runs);
      bytes[turn] = (double) (Consumption.allocatedBytes() - before) / runs;
    }
    return median(bytes);
  }

  /// @return how many runs a turn has
  private int warmUp(Work work) throws Exception {
    long end = Consumption.cpuNanos() + effort.warmUpMillis * 1_000_000L;
    int runs = 1;
    while (true) {
      double nanos = nanos(work, runs);
      if (Consumption.cpuNanos() >= end) {
        return Math.max(1, (int) Math.min(1_000_000, effort.turnMillis * 1e6 * runs / nanos));
      }
      runs = nanos < effort.turnMillis * 0.5e6 ? 2 * runs : runs;
    }
  }

  private double nanos(Work work, int runs) throws Exception {
    long before = Consumption.cpuNanos();
    run(work, runs);
    return Math.max(1, Consumption.cpuNanos() - before);
  }

  private void run(Work work, int runs) throws Exception {
    for (int i = 0; i < runs; i++) {
      sum += work.run();
    }
  }

  /// What the work came to, so that none of it can be left out.
  double sum() {
    return sum;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
