package org.metier.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What this process has used so far, for reports that print differences: the one place that asks the virtual machine.
public final class Consumption {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM = ManagementFactory
      .getPlatformMXBean(OperatingSystemMXBean.class);

  private Consumption() {}

  /// Processor time of the thread that asks.
  public static long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /// Processor time of the whole process, with native threads, the collector and the compiler.
  public static long processCpuNanos() {
    return SYSTEM.getProcessCpuTime();
  }

  /// What the thread that asks has allocated, whether or not it is still reachable.
  public static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  /// What is reachable, after a garbage collection, which takes from some milliseconds to a second.
  public static long heapBytes() {
    System.gc();
    return usedHeapBytes();
  }

  /// What the heap holds at the moment, reachable or not.
  public static long usedHeapBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
