package org.metier.rank;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// The packed walk, until vectors are seen to be faster. Thread-safe.
///
/// Before the compiler has got hold of it, code on vectors is a hundred times slower than the walk, and with
/// a compiler or a processor that lacks an operation it stays so. So the walk does the work, while the other
/// engine is tried tree by tree and feature by feature, on the same rows and for no longer than the walk
/// itself takes; it takes over for good once what it needs for a block is less. Time decides only who
/// computes: the scores are the same.
final class Trial implements Engine {
  /// A process that scores fewer rows in its life would only lose by trying.
  private static final int ROWS_BEFORE = 4_096;
  /// What is tried after this many rounds without success is given up.
  private static final int MOST_ROUNDS = 40_000;
  private static final int ROUNDS_PER_LOOK = 32;

  private final VectorTrees vectors;
  private final PackedTrees packed;
  private final AtomicBoolean isBusy = new AtomicBoolean();

  /// The fewest rows that vectors are faster for; more than a block has while that is unknown.
  private volatile int fewestRows = Integer.MAX_VALUE;
  private volatile boolean isOver;

  /* What follows is touched by the thread that holds isBusy. */
  private int rows;
  private int round;
  private double packedNanosPerRow = Double.POSITIVE_INFINITY;
  private final long[] treeNanos = new long[ROUNDS_PER_LOOK];
  private final long[] rankNanos = new long[ROUNDS_PER_LOOK];

  Trial(VectorTrees vectors, PackedTrees packed) {
    this.vectors = vectors;
    this.packed = packed;
  }

  boolean isWon() {
    return fewestRows <= Block.ROWS;
  }

  @Override
  public void sum(Block block, int count) {
    if (count >= fewestRows) {
      vectors.sum(block, count);
    } else if (!isOver && count > Block.ROWS / 2 && isBusy.compareAndSet(false, true)) {
      try {
        compare(block, count);
      } finally {
        isBusy.set(false);
      }
    } else {
      packed.sum(block, count);
    }
  }

  private void compare(Block block, int count) {
    long start = System.nanoTime();
    packed.sum(block, count);
    long nanos = System.nanoTime() - start;
    packedNanosPerRow = Math.min(packedNanosPerRow, (double) nanos / count);
    rows = Math.min(rows + count, ROWS_BEFORE);
    if (rows < ROWS_BEFORE) {
      return;
    }
    long spent = 0;
    while (spent < nanos && !isOver) {
      long began = System.nanoTime();
      vectors.tryRanks(round, block);
      long ranked = System.nanoTime();
      vectors.tryTree(round, block);
      long ended = System.nanoTime();
      rankNanos[round % ROUNDS_PER_LOOK] = ranked - began;
      treeNanos[round % ROUNDS_PER_LOOK] = ended - ranked;
      spent += ended - began;
      round++;
      if (round % ROUNDS_PER_LOOK == 0) {
        look();
      }
    }
  }

  private void look() {
    double rank = median(rankNanos);
    double tree = median(treeNanos);
    if (vectors.blockNanos(rank, tree) < packedNanosPerRow * Block.ROWS) {
      // Up to sixteen rows take an eighth of the ranks and little more than half of the vectors; more rows
      // are better off anyway, once these are.
      double fewRowsNanos = vectors.blockNanos(rank / 8, 0.6 * tree);
      fewestRows = 1 + (int) Math.min(fewRowsNanos / packedNanosPerRow, Block.ROWS - 1);
      isOver = true;
    } else if (round >= MOST_ROUNDS) {
      isOver = true;
    }
  }

  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
