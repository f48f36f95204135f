package org.metier.benchmarks.ltr;

import java.lang.management.ManagementFactory;

/// Processor time of the thread that asks, native code included: on a shared machine a clock would measure the
/// others too.
final class ThreadTime {
  private final long start = now();

  double seconds() {
    return (now() - start) / 1e9;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
