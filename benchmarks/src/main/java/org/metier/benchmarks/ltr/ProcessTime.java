package org.metier.benchmarks.ltr;

import org.metier.benchmarks.Consumption;

/// Processor time of the whole process: a clock would measure what else the machine does, and the time of one
/// thread would leave out native threads, the collector and the compiler.
final class ProcessTime {
  private final long start = Consumption.processCpuNanos();

  double seconds() {
    return (Consumption.processCpuNanos() - start) / 1e9;
  }
}
