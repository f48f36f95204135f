package org.metier.rank;

import org.jspecify.annotations.Nullable;

/// Scores by the engine that suits the forest, the batch and the Java virtual machine. Thread-safe.
///
/// The choice never changes a score: all engines give the same bits.
final class Engines {
  /// Below this, preparing a row for the packed walk costs more than it saves.
  private static final int FEWEST_PACKED_TREES = 16;
  /// Blocks of more columns would leave the processor's caches: such rows are walked one by one.
  private static final int MOST_COLUMNS = 4096;

  private final SummedTrees summed;
  private final FlatTrees flat;
  private final @Nullable PackedTrees packed;
  private final @Nullable Trial trial;
  private final Block.Pool pool;

  Engines(int featureCount, SummedTrees summed) {
    this.summed = summed;
    flat = new FlatTrees(summed.trees());
    PackedTrees candidate = new PackedTrees(summed.trees());
    boolean isWide = featureCount > MOST_COLUMNS || candidate.columnCount() > MOST_COLUMNS;
    packed = isWide || summed.trees().size() < FEWEST_PACKED_TREES ? null : candidate;
    Thresholds thresholds = new Thresholds(featureCount, summed.trees());
    boolean canVectorize = packed != null && thresholds.columnCount <= MOST_COLUMNS
        && LeafMasks.canHold(summed.trees()) && VectorSupport.isOffered();
    trial = canVectorize ? new Trial(VectorTrees.of(summed.trees(), thresholds), candidate) : null;
    pool = new Block.Pool(isWide ? 0 : featureCount, isWide ? 0 : candidate.columnCount(),
        canVectorize ? thresholds.columnCount : 0);
  }

  double score(double[] row) {
    if (packed == null) {
      return summed.constant() + flat.sum(row, 0);
    }
    Block block = pool.take();
    packed.resolve(row, block.resolved);
    double score = summed.constant() + packed.sum(block.resolved);
    pool.giveBack(block);
    return score;
  }

  /// Fills the scores of rows that lie one after another.
  void score(double[] rows, int width, int count, double[] scores) {
    Block block = pool.take();
    for (int first = 0; first < count; first += Block.ROWS) {
      int size = Math.min(Block.ROWS, count - first);
      sumRows(block, rows, width, first, size);
      block.writeScores(summed.constant(), size, scores, first);
    }
    pool.giveBack(block);
  }

  private void sumRows(Block block, double[] rows, int width, int first, int size) {
    if (packed == null) {
      for (int r = 0; r < size; r++) {
        block.sums[r] = flat.sum(rows, (first + r) * width);
      }
      return;
    }
    block.takeRows(rows, first, size, width);
    if (trial == null) {
      packed.sum(block, size);
    } else {
      trial.sum(block, size);
    }
  }

  /// What scores batches now, for reports.
  String name() {
    if (packed == null) {
      return "flat";
    }
    return trial != null && trial.isWon() ? "vector" : "packed";
  }
}
