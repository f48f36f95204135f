package org.metier.rank;

/// A way to sum the trees for a block of rows. All ways give the same bits. Thread-safe.
interface Engine {
  /// Writes the sums for the rows that the block holds to [Block#sums].
  ///
  /// @param count of rows, 1 to [Block#ROWS]
  void sum(Block block, int count);
}
