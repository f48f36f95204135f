package org.metier.rank;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The byte columns of [Thresholds] for a block of rows: how many thresholds of a feature are below each
/// value. Immutable and thread-safe.
final class VectorRanks {
  /* A binary search without branches over thresholds that are filled up to a power of two with infinity.
   * Where a register holds eight doubles, the first four of its steps look up sixteen pivots that stay in
   * two registers, and only the others gather from memory; elsewhere a step in plain Java, four searches at
   * once, is not slower than gathering. A missing value is above no threshold and has rank 0, where it goes
   * left; where it goes right, it has the highest rank.
   *
   * No vector is an argument of a method of ours, or its result: ranks go from step to step in memory. All
   * steps together are more than the compiler inlines into one another (NodeCountInliningCutoff), and where
   * it stops, every vector that crosses becomes an object.
   */
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final boolean IS_WIDE = DOUBLES.length() == 8;
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class,
      IS_WIDE ? VectorShape.S_256_BIT : VectorShape.S_64_BIT);
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;
  private static final int PIVOTS = 16;

  private final Thresholds thresholds;
  /// Sixteen for each feature: the last threshold of each sixteenth.
  private final long[] pivots;

  VectorRanks(Thresholds thresholds) {
    this.thresholds = thresholds;
    pivots = new long[PIVOTS * thresholds.features.length];
    for (int f = 0; f < thresholds.features.length; f++) {
      int stretch = thresholds.room[f] / PIVOTS;
      for (int p = 0; p < PIVOTS; p++) {
        pivots[PIVOTS * f + p] = Double.doubleToRawLongBits(
            thresholds.sorted[thresholds.start[f] + (p + 1) * stretch - 1]);
      }
    }
  }

  /// Features that a tree tests.
  int featureCount() {
    return thresholds.features.length;
  }

  /// Writes the byte columns of one feature.
  ///
  /// @param f its position among the features that a tree tests
  void fill(int f, Block block, int count) {
    double[] features = block.features;
    int from = thresholds.features[f] * Block.ROWS;
    int r = 0;
    if (IS_WIDE) {
      for (; r < count; r += 16) {
        rankSixteen(f, features, from, r, block.ranks);
      }
      writeWide(f, from, block, count);
    } else {
      for (; r < count; r += 4) {
        rankFour(f, features, from + r, block.ranks, r);
      }
      write(f, features, from, block, count);
    }
  }

  private void rankSixteen(int f, double[] features, int from, int r, int[] ranks) {
    DoubleVector a = DoubleVector.fromArray(DOUBLES, features, from + r);
    DoubleVector b = DoubleVector.fromArray(DOUBLES, features, from + r + 8);
    LongVector pivots0 = LongVector.fromArray(LONGS, pivots, PIVOTS * f);
    LongVector pivots1 = LongVector.fromArray(LONGS, pivots, PIVOTS * f + 8);
    LongVector sixteenthA = LongVector.zero(LONGS);
    LongVector sixteenthB = sixteenthA;
    for (int step = PIVOTS / 2; step > 0; step /= 2) {
      DoubleVector pivotA = sixteenthA.add(step - 1)
          .selectFrom(pivots0, pivots1)
          .reinterpretAsDoubles();
      DoubleVector pivotB = sixteenthB.add(step - 1)
          .selectFrom(pivots0, pivots1)
          .reinterpretAsDoubles();
      sixteenthA = sixteenthA.add(step, a.compare(VectorOperators.GT, pivotA).cast(LONGS));
      sixteenthB = sixteenthB.add(step, b.compare(VectorOperators.GT, pivotB).cast(LONGS));
    }
    int stretch = thresholds.room[f] / PIVOTS;
    int bits = Integer.numberOfTrailingZeros(stretch);
    IntVector rankA = (IntVector) sixteenthA.lanewise(VectorOperators.LSHL, bits)
        .convertShape(VectorOperators.L2I, INTS, 0);
    IntVector rankB = (IntVector) sixteenthB.lanewise(VectorOperators.LSHL, bits)
        .convertShape(VectorOperators.L2I, INTS, 0);
    rankA.intoArray(ranks, r);
    rankB.intoArray(ranks, r + 8);
    for (int step = stretch / 2; step > 0; step /= 2) {
      int at = thresholds.start[f] + step - 1;
      DoubleVector middleA = DoubleVector.fromArray(DOUBLES, thresholds.sorted, at, ranks, r);
      DoubleVector middleB = DoubleVector.fromArray(DOUBLES, thresholds.sorted, at, ranks, r + 8);
      rankA = rankA.add(step, a.compare(VectorOperators.GT, middleA).cast(INTS));
      rankB = rankB.add(step, b.compare(VectorOperators.GT, middleB).cast(INTS));
      rankA.intoArray(ranks, r);
      rankB.intoArray(ranks, r + 8);
    }
  }

  private void writeWide(int f, int from, Block block, int count) {
    writeWideColumns(thresholds.missingLeft[f], f, block, count);
    int right = thresholds.missingRight[f];
    if (right >= 0) {
      raiseMissing(block.features, from, thresholds.count[f], block.ranks, count);
      writeWideColumns(right, f, block, count);
    }
  }

  private void writeWideColumns(int column, int f, Block block, int count) {
    if (column < 0) {
      return;
    }
    int at = column * Block.ROWS;
    for (int below = 0; below < thresholds.count[f]; below += Thresholds.PER_COLUMN) {
      writeWideColumn(block.ranks, below, block.bins, at, count);
      at += Block.ROWS;
    }
  }

  /// Gives the highest rank to missing values.
  private static void raiseMissing(double[] features, int from, int highest, int[] ranks,
      int count) {
    for (int r = 0; r < count; r += 8) {
      IntVector.fromArray(INTS, ranks, r)
          .blend(highest, DoubleVector.fromArray(DOUBLES, features, from + r)
              .test(VectorOperators.IS_NAN)
              .cast(INTS))
          .intoArray(ranks, r);
    }
  }

  private static void writeWideColumn(int[] ranks, int below, byte[] bins, int at, int count) {
    for (int r = 0; r < count; r += 8) {
      IntVector rank = IntVector.fromArray(INTS, ranks, r)
          .sub(below)
          .max(0)
          .min(Thresholds.PER_COLUMN);
      ((ByteVector) rank.add(Byte.MIN_VALUE).convertShape(VectorOperators.I2B, BYTES, 0))
          .intoArray(bins, at + r);
    }
  }

  private void rankFour(int f, double[] features, int from, int[] ranks, int r) {
    double[] sorted = thresholds.sorted;
    double a = features[from];
    double b = features[from + 1];
    double c = features[from + 2];
    double d = features[from + 3];
    int before = thresholds.start[f] - 1;
    int i = before;
    int j = before;
    int k = before;
    int l = before;
    for (int step = thresholds.room[f] / 2; step > 0; step /= 2) {
      i += step & below(sorted[i + step], a);
      j += step & below(sorted[j + step], b);
      k += step & below(sorted[k + step], c);
      l += step & below(sorted[l + step], d);
    }
    ranks[r] = i - before;
    ranks[r + 1] = j - before;
    ranks[r + 2] = k - before;
    ranks[r + 3] = l - before;
  }

  /// All bits if the threshold is below x, else none; if both are infinite, it may be
  /// either, as a rank beyond the last threshold says no more than the highest; of no meaning if x is
  /// missing.
  private static int below(double threshold, double x) {
    return (int) (Double.doubleToRawLongBits(threshold - x) >> 63);
  }

  private void write(int f, double[] features, int from, Block block, int count) {
    for (int r = 0; r < count; r++) {
      double x = features[from + r];
      int highest = thresholds.count[f];
      boolean isMissing = Double.isNaN(x);
      int rank = isMissing ? 0 : block.ranks[r];
      writeColumns(thresholds.missingLeft[f], rank, highest, block.bins, r);
      writeColumns(thresholds.missingRight[f], isMissing ? highest : rank, highest, block.bins, r);
    }
  }

  private static void writeColumns(int column, int rank, int highest, byte[] bins, int r) {
    if (column < 0) {
      return;
    }
    int at = column * Block.ROWS + r;
    for (int below = 0; below < highest; below += Thresholds.PER_COLUMN) {
      int inColumn = Math.min(Math.max(rank - below, 0), Thresholds.PER_COLUMN);
      bins[at] = (byte) (inColumn + Byte.MIN_VALUE);
      at += Block.ROWS;
    }
  }
}
