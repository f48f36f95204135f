package org.metier.benchmarks.ltr;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Processor time of the whole process: a clock would measure what else the machine does, and the time of one
/// thread would leave out native threads, the collector and the compiler.
final class ProcessTime {
  private static final OperatingSystemMXBean SYSTEM = ManagementFactory
      .getPlatformMXBean(OperatingSystemMXBean.class);

  private final long start = SYSTEM.getProcessCpuTime();

  double seconds() {
    return (SYSTEM.getProcessCpuTime() - start) / 1e9;
  }
}
