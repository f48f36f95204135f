package org.metier.rank;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.metier.rank.GrownForests.Shape;

/// A program that scores batches of a generated forest until they allocate next to nothing, and prints the
/// engine and what a batch allocated last, for a Java virtual machine in which nothing else has told the
/// compiler what to inline.
final class AllocationInOwnJvm {
  static final int ROWS = 1000;
  static final int MOST_BYTES = 16_000;

  private static final int BATCHES = 100;
  private static final int FEATURES = 20;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocationInOwnJvm() {}

  /// @param args the number of trees; the more, the more thresholds a feature has
  public static void main(String[] args) {
    var grown = new GrownForests(new Random(11), FEATURES);
    Forest forest = grown.forest(Integer.parseInt(args[0]), 64, Shape.BUSHY);
    double[] rows = grown.rows(ROWS);
    double[] scores = new double[ROWS];
    long start = THREADS.getCurrentThreadCpuTime();
    long bytes;
    do {
      bytes = bytesPerBatch(forest, rows, scores);
    } while ((bytes >= MOST_BYTES || !forest.engine().equals("vector"))
        && THREADS.getCurrentThreadCpuTime() - start < MOST_NANOS);
    System.out.println(forest.engine() + " " + VectorTrees.registerBits() + " " + bytes);
  }

  private static long bytesPerBatch(Forest forest, double[] rows, double[] scores) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BATCHES; i++) {
      forest.score(rows, ROWS, scores);
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / BATCHES;
  }
}
