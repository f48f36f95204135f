package org.metier.coding.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The features that a model knows, and what each weighs. Immutable and thread-safe.
///
/// Open addressing over the features' hashes; a feature's number is its place in the order of hashes, so
/// that equal training data gives equal numbers.
final class Vocabulary {
  private final long[] hashes;
  private final float[] weights;
  private final byte[] block;
  private final int[] table;

  /// @param hashes in ascending order, each once
  /// @param weights above 0
  /// @param block ordinals of [Block]
  Vocabulary(long[] hashes, float[] weights, byte[] block) {
    this.hashes = hashes;
    this.weights = weights;
    this.block = block;
    table = new int[Integer.highestOneBit(Math.max(8, hashes.length)) * 4];
    Arrays.fill(table, -1);
    for (int feature = 0; feature < hashes.length; feature++) {
      int slot = slot(hashes[feature]);
      while (table[slot] >= 0) {
        slot = (slot + 1) & (table.length - 1);
      }
      table[slot] = feature;
    }
  }

  /// The same features, weighed otherwise.
  ///
  /// @param weights above 0, one a feature
  Vocabulary withWeights(float[] weights) {
    return new Vocabulary(hashes, weights, block);
  }

  private int slot(long hash) {
    return (int) (hash >>> 20) & (table.length - 1);
  }

  int size() {
    return hashes.length;
  }

  long hash(int feature) {
    return hashes[feature];
  }

  /// What one occurrence weighs.
  float weight(int feature) {
    return weights[feature];
  }

  byte block(int feature) {
    return block[feature];
  }

  /// @return -1 for a feature that the model does not know
  int find(long hash) {
    int slot = slot(hash);
    while (table[slot] >= 0) {
      if (hashes[table[slot]] == hash) {
        return table[slot];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return -1;
  }

  /// Counts features over texts. Not thread-safe.
  static final class Builder {
    private final LongCounts counts = new LongCounts();
    private int texts;

    void add(AdText text) {
      texts++;
      AdFeatures.forEach(text, (kind, hash) -> counts.seen(hash, kind, texts));
    }

    /// @param least in how many texts a feature must be, by ordinal of [Block]
    Vocabulary build(int[] least) {
      List<Integer> kept = new ArrayList<>();
      for (int slot = 0; slot < counts.slots(); slot++) {
        if (counts.count(slot) >= least[counts.block(slot)] && counts.count(slot) > 0) {
          kept.add(slot);
        }
      }
      kept.sort((a, b) -> Long.compare(counts.key(a), counts.key(b)));
      long[] hashes = new long[kept.size()];
      float[] idf = new float[hashes.length];
      byte[] block = new byte[hashes.length];
      for (int i = 0; i < hashes.length; i++) {
        int slot = kept.get(i);
        hashes[i] = counts.key(slot);
        idf[i] = (float) (StrictMath.log((1.0 + texts) / (1.0 + counts.count(slot))) + 1);
        block[i] = counts.block(slot);
      }
      return new Vocabulary(hashes, idf, block);
    }
  }
}
