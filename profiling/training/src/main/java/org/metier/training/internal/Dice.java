package org.metier.training.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Seeded random choices that are the same on every machine: `java.util.Random`, whose algorithms its
/// Javadoc fixes, on seeds mixed by SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014), so that neighbouring seeds have nothing in common. Not thread-safe.
public final class Dice {
  private final long seed;
  private final Random random;

  public Dice(long seed) {
    this.seed = mixed(seed);
    random = new Random(this.seed);
  }

  /// Dice of their own for one thing, so that what it rolls never shifts the rolls of another.
  public Dice fork(long thing) {
    return new Dice(seed + thing * 0x9E3779B97F4A7C15L);
  }

  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// @param probability 0 to 1
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// @return 0 to `bound` - 1
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /// @return `low` to `high`, both included
  public int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  /// @return 0 to 1
  public double unit() {
    return random.nextDouble();
  }

  /// Normally distributed, with mean 0 and deviation 1.
  public double gaussian() {
    return random.nextGaussian();
  }

  public <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  public int pick(int[] from) {
    return from[below(from.length)];
  }

  public <T> List<T> shuffled(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
