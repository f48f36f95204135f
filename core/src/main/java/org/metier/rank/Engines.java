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

  private final TreeGroups groups;
  private final FlatTrees flat;
  private final @Nullable PackedTrees packed;
  private final @Nullable Trial trial;
  private final Block.Pool pool;

  Engines(int featureCount, TreeGroups groups) {
    this.groups = groups;
    flat = new FlatTrees(groups.trees);
    PackedTrees candidate = new PackedTrees(groups);
    boolean isWide = featureCount > MOST_COLUMNS || candidate.columnCount() > MOST_COLUMNS;
    packed = isWide || groups.trees.size() < FEWEST_PACKED_TREES ? null : candidate;
    Thresholds thresholds = new Thresholds(featureCount, groups.trees);
    boolean canVectorize = packed != null && thresholds.columnCount <= MOST_COLUMNS
        && LeafMasks.canHold(groups.trees) && VectorSupport.isOffered();
    trial = canVectorize ? new Trial(VectorTrees.of(groups, thresholds), candidate) : null;
    pool = new Block.Pool(isWide ? 0 : featureCount, isWide ? 0 : candidate.columnCount(),
        groups.count(), canVectorize ? thresholds.columnCount : 0);
  }

  double score(double[] row) {
    double score = groups.constant;
    if (packed == null) {
      for (int g = 0; g < groups.count(); g++) {
        score += flat.sum(row, 0, groups.starts[g], groups.starts[g + 1]);
      }
      return score;
    }
    Block block = pool.take();
    packed.resolve(row, block.resolved);
    for (int g = 0; g < groups.count(); g++) {
      score += packed.sum(block.resolved, g);
    }
    pool.giveBack(block);
    return score;
  }

  double groupSum(double[] row, int group) {
    return flat.sum(row, 0, groups.starts[group], groups.starts[group + 1]);
  }

  /// Fills the scores of rows that lie one after another.
  void score(double[] rows, int width, int count, double[] scores) {
    Block block = pool.take();
    for (int first = 0; first < count; first += Block.ROWS) {
      int size = Math.min(Block.ROWS, count - first);
      sumRows(block, rows, width, first, size);
      block.writeScores(groups.constant, groups.count(), size, scores, first);
    }
    pool.giveBack(block);
  }

  /// Fills the sums of groups, one array for each, for rows that lie one after another.
  void score(double[] rows, int width, int count, double[][] sums) {
    Block block = pool.take();
    for (int first = 0; first < count; first += Block.ROWS) {
      int size = Math.min(Block.ROWS, count - first);
      sumRows(block, rows, width, first, size);
      block.writeSums(size, sums, first);
    }
    pool.giveBack(block);
  }

  private void sumRows(Block block, double[] rows, int width, int first, int size) {
    if (packed == null) {
      for (int g = 0; g < groups.count(); g++) {
        for (int r = 0; r < size; r++) {
          block.sums[g * Block.ROWS + r] = flat.sum(rows, (first + r) * width, groups.starts[g],
              groups.starts[g + 1]);
        }
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
