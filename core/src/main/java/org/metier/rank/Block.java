package org.metier.rank;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// Up to [#ROWS] rows that are scored together, and the room that engines need for them. Not thread-safe:
/// [Pool] hands each to one call at a time.
final class Block {
  static final int ROWS = 128;

  /// Feature by feature: that of row `r` is at `feature * ROWS + r`, NaN where missing. What stands
  /// behind the last row is of no meaning, and no harm.
  final double[] features;
  /// What [PackedTrees] walks by, column by column.
  final double[] resolved;
  /// The sums of the trees, row by row.
  final double[] sums;
  /// What [VectorTrees] compares, column by column.
  final byte[] bins;
  /// The leaf of each row.
  final byte[] leaves = new byte[ROWS];
  final int[] ranks = new int[ROWS];

  Block(int features, int resolvedColumns, int byteColumns) {
    this.features = new double[features * ROWS];
    resolved = new double[resolvedColumns * ROWS];
    sums = new double[ROWS];
    bins = new byte[byteColumns * ROWS];
  }

  /// Takes over rows that lie one after another.
  ///
  /// @param width of a row
  void takeRows(double[] rows, int first, int count, int width) {
    for (int f = 0; f < width; f++) {
      int to = f * ROWS;
      int from = first * width + f;
      for (int r = 0; r < count; r++) {
        features[to + r] = rows[from];
        from += width;
      }
    }
  }

  /// Writes scores from the sums.
  void writeScores(double constant, int count, double[] scores, int first) {
    for (int r = 0; r < count; r++) {
      scores[first + r] = constant + sums[r];
    }
  }

  /// Keeps blocks from one call to the next, so that a call allocates none as long as no more threads than
  /// slots score at the same time. Thread-safe.
  static final class Pool {
    private static final int SLOTS = 2 * Runtime.getRuntime().availableProcessors();

    private final AtomicReferenceArray<Block> spare = new AtomicReferenceArray<>(SLOTS);
    private final int features;
    private final int resolvedColumns;
    private final int byteColumns;

    Pool(int features, int resolvedColumns, int byteColumns) {
      this.features = features;
      this.resolvedColumns = resolvedColumns;
      this.byteColumns = byteColumns;
    }

    Block take() {
      for (int slot = 0; slot < SLOTS; slot++) {
        Block block = spare.get(slot) == null ? null : spare.getAndSet(slot, null);
        if (block != null) {
          return block;
        }
      }
      return new Block(features, resolvedColumns, byteColumns);
    }

    void giveBack(Block block) {
      for (int slot = 0; slot < SLOTS; slot++) {
        if (spare.compareAndSet(slot, null, block)) {
          return;
        }
      }
    }
  }
}
