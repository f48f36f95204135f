package org.metier.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// Work done by a second of one thread's processor time, for machines that are shared. Not thread-safe.
final class ProcessorTime {
  private final List<Double> rates = new ArrayList<>();
  private long startedAt;
  private long nanos;
  private double work;

  void start() {
    startedAt = Consumption.cpuNanos();
  }

  /// Ends what [#start] began.
  ///
  /// @param done how much was done, in any unit
  void stop(double done) {
    nanos += Consumption.cpuNanos() - startedAt;
    work += done;
  }

  /// Ends an iteration.
  ///
  /// @return how much was done by a second
  double iteration() {
    double rate = work * 1e9 / nanos;
    rates.add(rate);
    nanos = 0;
    work = 0;
    return rate;
  }

  /// The median over the last iterations.
  ///
  /// @param measured how many iterations were no warm-up
  double median(int measured) {
    List<Double> last = rates.subList(Math.max(0, rates.size() - measured), rates.size())
        .stream()
        .sorted()
        .toList();
    return last.get(last.size() / 2);
  }
}
