package org.metier.training;

/// How a ranker is grown. Immutable.
///
/// @param trees at most this many, 1 to 5,000; time and model size grow linearly
/// @param leaves of one tree at most, 2 to 256; more follow finer interactions and overfit sooner
/// @param minLeaf training pairs that each leaf must hold at least, 1 or more
/// @param shrinkage share of each tree's Newton step that is taken, above 0 and at most 1
/// @param patience trees without a better validation NDCG@10 after which growing ends, 1 or more
/// @param seed of the split by person and of whatever else is left to chance
public record BoostingSettings(int trees, int leaves, int minLeaf, double shrinkage, int patience,
    long seed) {
  /// Good for some tens of thousands of judged pairs.
  public static final BoostingSettings DEFAULT = new BoostingSettings(150, 16, 60, 0.1, 25, 1);

  public BoostingSettings {
    requireRange("trees", trees, 1, 5_000);
    requireRange("leaves", leaves, 2, 256);
    requireRange("minLeaf", minLeaf, 1, Integer.MAX_VALUE);
    requireRange("patience", patience, 1, Integer.MAX_VALUE);
    if (!(shrinkage > 0 && shrinkage <= 1)) {
      throw new IllegalArgumentException(
          "shrinkage must be above 0 and at most 1, was " + shrinkage);
    }
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must be " + low + " to " + high + ", was " + value);
    }
  }
}
