package org.metier.examples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded choices. Not thread-safe.
final class Dice {
  private final Random random;

  Dice(long seed) {
    random = new Random(seed);
  }

  /// @return true in so many of a hundred cases
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /// A number from the first to the last, both included.
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// At most so many different ones, in any order.
  <T> List<T> some(List<T> choices, int count) {
    List<T> shuffled = new ArrayList<>(choices);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swapped = shuffled.get(i);
      shuffled.set(i, shuffled.get(j));
      shuffled.set(j, swapped);
    }
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }
}
