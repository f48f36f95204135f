package org.metier.coding.learned;

import java.util.SplittableRandom;

/// Fisher and Yates' shuffle.
final class Shuffling {
  private Shuffling() {}

  static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
