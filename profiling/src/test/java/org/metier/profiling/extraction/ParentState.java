package org.metier.profiling.extraction;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process holds, taken after its garbage was collected.
///
/// @param files open descriptors; 0 where the system does not tell
/// @param children processes that it started and that run
/// @param temporary files and folders within the extractor's own
record ParentState(long heapBytes, int threads, long files, long children, long temporary) {

  static ParentState take(Path folder) throws IOException, InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
    }
    long files = ManagementFactory
        .getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0;
    return new ParentState(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getThreadMXBean().getThreadCount(), files,
        ProcessHandle.current().children().count(), count(folder));
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> within = Files.walk(folder)) {
      return within.count();
    }
  }
}
