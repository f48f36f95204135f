package org.metier.benchmarks;

import java.lang.management.ManagementFactory;

/// What this process has used so far, for reports that print differences.
public final class Consumption {
  private Consumption() {}

  /// Processor time of the thread that asks.
  public static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// What is reachable, after a garbage collection, which takes from some milliseconds to a second.
  public static long heapBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
