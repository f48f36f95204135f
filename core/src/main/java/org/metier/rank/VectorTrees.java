package org.metier.rank;

import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Trees for many rows at once, on the incubating Vector API: rows are the lanes. Immutable and
/// thread-safe.
final class VectorTrees implements Engine {
  /* QuickScorer's leaf masks (LeafMasks), compared as bytes as RapidScorer does (Ye et al., "RapidScorer:
   * fast tree ensemble evaluation by maximizing compactness in data level parallelization", KDD 2018), but
   * tree by tree: both store the masks of all trees between the features, here they stay in two registers
   * until the tree's leaf is known, eight leaves at a time and from the last to the first, so that the
   * first leaf within reach is what remains. This costs one comparison and one AND for 64 rows where
   * registers have 512 bits, and no branch but the loops.
   *
   * Ranks are found once for a block of rows (VectorRanks); being compared as signed bytes, they are kept
   * less 128.
   *
   * The order of the summation is that of the trees, as values are added tree by tree.
   */
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> EIGHT_BYTES = ByteVector.SPECIES_64;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = BYTES.length();
  /// Whether a register holds eight values, so that two are a table of sixteen.
  private static final boolean IS_WIDE = LONGS.length() == EIGHT_BYTES.length();

  private final LeafMasks masks;
  private final long[] valueBits;
  private final VectorRanks ranks;

  static VectorTrees of(List<Tree> trees, Thresholds thresholds) {
    return new VectorTrees(trees, thresholds);
  }

  private VectorTrees(List<Tree> trees, Thresholds thresholds) {
    masks = new LeafMasks(trees, thresholds);
    valueBits = new long[masks.values.length];
    for (int v = 0; v < valueBits.length; v++) {
      valueBits[v] = Double.doubleToRawLongBits(masks.values[v]);
    }
    ranks = new VectorRanks(thresholds);
  }

  /// Bits in a register, for reports.
  static int registerBits() {
    return BYTES.vectorBitSize();
  }

  @Override
  public void sum(Block block, int count) {
    for (int f = 0; f < ranks.featureCount(); f++) {
      ranks.fill(f, block, count);
    }
    for (int r = 0; r < Block.ROWS; r++) {
      block.sums[r] = 0;
    }
    for (int t = 0; t < masks.treeCount(); t++) {
      findLeaves(t, block, count);
      addValues(t, block.leaves, count, block.sums);
    }
  }

  /// Does one feature's share of the work for a whole block, and overwrites its results.
  ///
  /// @param round any number; each makes another feature's turn
  void tryRanks(int round, Block block) {
    ranks.fill(round % ranks.featureCount(), block, Block.ROWS);
  }

  /// Does one tree's share of the work for a whole block and drops its results.
  ///
  /// @param round any number; each makes another tree's turn
  void tryTree(int round, Block block) {
    int tree = round % masks.treeCount();
    findLeaves(tree, block, Block.ROWS);
    addValues(tree, block.leaves, Block.ROWS, block.resolved);
  }

  /// What a whole block takes.
  double blockNanos(double nanosPerFeature, double nanosPerTree) {
    return ranks.featureCount() * nanosPerFeature + masks.treeCount() * nanosPerTree;
  }

  private void findLeaves(int tree, Block block, int count) {
    int r = 0;
    for (; r + LANES < count; r += 2 * LANES) {
      findTwo(tree, block.bins, r, block.leaves);
    }
    if (r < count) {
      findOne(tree, block.bins, r, block.leaves);
    }
  }

  /// For two vectors of rows, which shares the loading of the nodes.
  private void findTwo(int tree, byte[] bins, int r, byte[] leaves) {
    ByteVector planeA = ByteVector.zero(BYTES);
    ByteVector planeB = planeA;
    ByteVector leafA = planeA;
    ByteVector leafB = planeA;
    int firstPlane = masks.planes[tree];
    for (int plane = masks.planes[tree + 1] - 1; plane >= firstPlane; plane--) {
      ByteVector a = ByteVector.broadcast(BYTES, (byte) -1);
      ByteVector b = a;
      int end = masks.entries[plane + 1];
      for (int e = masks.entries[plane]; e < end; e++) {
        int at = masks.bins[e] + r;
        ByteVector rank = ByteVector.broadcast(BYTES, masks.rank[e]);
        ByteVector keep = ByteVector.broadcast(BYTES, masks.keep[e]);
        a = a.lanewise(VectorOperators.AND, keep,
            ByteVector.fromArray(BYTES, bins, at).compare(VectorOperators.GT, rank));
        b = b.lanewise(VectorOperators.AND, keep,
            ByteVector.fromArray(BYTES, bins, at + LANES).compare(VectorOperators.GT, rank));
      }
      byte firstLeaf = (byte) ((plane - firstPlane) * LeafMasks.LEAVES_PER_PLANE);
      VectorMask<Byte> inA = a.compare(VectorOperators.NE, (byte) 0);
      VectorMask<Byte> inB = b.compare(VectorOperators.NE, (byte) 0);
      planeA = planeA.blend(a, inA);
      planeB = planeB.blend(b, inB);
      leafA = leafA.blend(firstLeaf, inA);
      leafB = leafB.blend(firstLeaf, inB);
    }
    leafA.add(planeA.lanewise(VectorOperators.TRAILING_ZEROS_COUNT)).intoArray(leaves, r);
    leafB.add(planeB.lanewise(VectorOperators.TRAILING_ZEROS_COUNT)).intoArray(leaves, r + LANES);
  }

  private void findOne(int tree, byte[] bins, int r, byte[] leaves) {
    ByteVector inReach = ByteVector.zero(BYTES);
    ByteVector leaf = inReach;
    int firstPlane = masks.planes[tree];
    for (int plane = masks.planes[tree + 1] - 1; plane >= firstPlane; plane--) {
      ByteVector a = ByteVector.broadcast(BYTES, (byte) -1);
      int end = masks.entries[plane + 1];
      for (int e = masks.entries[plane]; e < end; e++) {
        ByteVector rank = ByteVector.broadcast(BYTES, masks.rank[e]);
        ByteVector keep = ByteVector.broadcast(BYTES, masks.keep[e]);
        a = a.lanewise(VectorOperators.AND, keep,
            ByteVector.fromArray(BYTES, bins, masks.bins[e] + r)
                .compare(VectorOperators.GT, rank));
      }
      VectorMask<Byte> inA = a.compare(VectorOperators.NE, (byte) 0);
      inReach = inReach.blend(a, inA);
      leaf = leaf.blend((byte) ((plane - firstPlane) * LeafMasks.LEAVES_PER_PLANE), inA);
    }
    leaf.add(inReach.lanewise(VectorOperators.TRAILING_ZEROS_COUNT)).intoArray(leaves, r);
  }

  private void addValues(int tree, byte[] leaves, int count, double[] sums) {
    int first = masks.firstValue[tree];
    int room = IS_WIDE ? masks.room[tree] : LeafMasks.MAX_LEAVES;
    switch (room) {
      case 16 -> addOf16(first, leaves, count, sums);
      case 32 -> addOf32(first, leaves, count, sums);
      case 64 -> addOf64(first, leaves, count, sums);
      default -> addOfMany(first, leaves, count, sums);
    }
  }

  private void addOfMany(int first, byte[] leaves, int count, double[] sums) {
    for (int r = 0; r < count; r++) {
      sums[r] += masks.values[first + Byte.toUnsignedInt(leaves[r])];
    }
  }

  private void addOf16(int first, byte[] leaves, int count, double[] sums) {
    LongVector table0 = table(first);
    LongVector table1 = table(first + 8);
    for (int r = 0; r < count; r += 8) {
      add(leaves(leaves, r).selectFrom(table0, table1), sums, r);
    }
  }

  private void addOf32(int first, byte[] leaves, int count, double[] sums) {
    LongVector table0 = table(first);
    LongVector table1 = table(first + 8);
    LongVector table2 = table(first + 16);
    LongVector table3 = table(first + 24);
    for (int r = 0; r < count; r += 8) {
      LongVector leaf = leaves(leaves, r);
      LongVector low = leaf.and(15);
      LongVector value = low.selectFrom(table0, table1)
          .blend(low.selectFrom(table2, table3), leaf.compare(VectorOperators.GE, 16));
      add(value, sums, r);
    }
  }

  private void addOf64(int first, byte[] leaves, int count, double[] sums) {
    LongVector table0 = table(first);
    LongVector table1 = table(first + 8);
    LongVector table2 = table(first + 16);
    LongVector table3 = table(first + 24);
    LongVector table4 = table(first + 32);
    LongVector table5 = table(first + 40);
    LongVector table6 = table(first + 48);
    LongVector table7 = table(first + 56);
    for (int r = 0; r < count; r += 8) {
      LongVector leaf = leaves(leaves, r);
      LongVector low = leaf.and(15);
      VectorMask<Long> isOdd = leaf.and(16).compare(VectorOperators.NE, 0);
      LongVector below32 = low.selectFrom(table0, table1)
          .blend(low.selectFrom(table2, table3), isOdd);
      LongVector from32 = low.selectFrom(table4, table5)
          .blend(low.selectFrom(table6, table7), isOdd);
      add(below32.blend(from32, leaf.compare(VectorOperators.GE, 32)), sums, r);
    }
  }

  private LongVector table(int first) {
    return LongVector.fromArray(LONGS, valueBits, first);
  }

  private static LongVector leaves(byte[] leaves, int r) {
    return (LongVector) ByteVector.fromArray(EIGHT_BYTES, leaves, r)
        .convertShape(VectorOperators.ZERO_EXTEND_B2L, LONGS, 0);
  }

  private static void add(LongVector valueBits, double[] sums, int at) {
    DoubleVector.fromArray(DOUBLES, sums, at)
        .add(valueBits.reinterpretAsDoubles())
        .intoArray(sums, at);
  }
}
