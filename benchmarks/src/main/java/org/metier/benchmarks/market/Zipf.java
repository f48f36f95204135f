package org.metier.benchmarks.market;

import java.util.random.RandomGenerator;

/// Ranks whose frequency falls with a power of the rank (Zipf's law). Immutable and thread-safe; a draw
/// costs two look-ups.
final class Zipf {
  private static final int QUANTILES = 1 << 16;

  /// The rank at each quantile; ranks between two quantiles are drawn evenly.
  private final int[] ranks = new int[QUANTILES + 1];

  /// @param count of ranks, at least 1
  /// @param exponent how steeply frequency falls, above 0; 1 for words, less for occupations
  Zipf(int count, double exponent) {
    double total = 0;
    for (int rank = 1; rank <= count; rank++) {
      total += StrictMath.pow(rank, -exponent);
    }
    double below = 0;
    int quantile = 0;
    for (int rank = 1; rank <= count; rank++) {
      below += StrictMath.pow(rank, -exponent);
      while (quantile < QUANTILES && quantile < below / total * QUANTILES) {
        ranks[quantile++] = rank - 1;
      }
    }
    while (quantile <= QUANTILES) {
      ranks[quantile++] = count - 1;
    }
  }

  /// A rank from 0, the most frequent.
  int draw(RandomGenerator random) {
    int bits = random.nextInt();
    int quantile = bits >>> 16;
    int width = ranks[quantile + 1] - ranks[quantile];
    return ranks[quantile] + (int) (((long) (bits & 0xffff) * (width == 0 ? 1 : width)) >>> 16);
  }
}
